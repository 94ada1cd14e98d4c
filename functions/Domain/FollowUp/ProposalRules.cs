using Kinerja.Domain.Evaluation;
using NodaTime;

namespace Kinerja.Domain.FollowUp;

/// <summary>How firm the result is that a proposal rests on.</summary>
public enum ProposalGround
{
    /// <summary>Final, and of the revision that raised it.</summary>
    Firm,

    /// <summary>Objections may still change it.</summary>
    Provisional,

    /// <summary>A later revision stands, on which it is to be raised again.</summary>
    Superseded,
}

/// <summary>
/// How proposals come about and how people deal with them (PP 30/2019 art. 56-58; seed 000: no sanction before the
/// assessment team has considered it). Nobody takes part in a case of one's own. Every step repeated is the stored one.
/// </summary>
public static class ProposalRules
{
    /// <summary>The proposals that a predicate raises, by the policy; none for whoever was not assessed.</summary>
    public static IEnumerable<ProposalKind> KindsFor(Predicate? predicate, ProposalTerms terms)
    {
        if (predicate is { } low && terms.ImprovementFor.Contains(low))
        {
            yield return ProposalKind.Improvement;
        }

        if (predicate is { } lowest && terms.SanctionFor.Contains(lowest))
        {
            yield return ProposalKind.Sanction;
        }
    }

    /// <summary>
    /// A new proposal, or the known one on its newest basis. What was decided stays on the basis that it was decided
    /// on; what the team considered stands while predicate and policy are the same, and is to be considered again on
    /// others.
    /// </summary>
    public static Proposal Raise(
        AgencyId agency, ProposalKind kind, EmployeeId employee, ProposalBasis basis, Proposal? known, Instant now)
    {
        if (known is null)
        {
            var id = basis.Absence is { } absence
                ? ProposalId.OfAbsences(basis.Period.Year, employee, absence.Tier)
                : ProposalId.Of(kind, basis.Period, employee);
            return new Proposal(agency, id, kind, employee, basis, now);
        }

        var settled = known.Decision is not null || (known.Basis.IsSameAs(basis) && known.WithdrawnAt is null);
        if (settled)
        {
            return known;
        }

        var same = known.WithdrawnAt is null && (known.Basis with { Revision = basis.Revision }).IsSameAs(basis);
        return known with
        {
            Basis = basis,
            Considerations = same ? known.Considerations : [],
            WithdrawnAt = null,
            WithdrawnBecause = null,
            Version = known.Version + 1,
        };
    }

    /// <summary>
    /// When its ground is gone: an undecided one is withdrawn, a decided one stays for people to revisit.
    /// </summary>
    public static Proposal Withdraw(Proposal known, WithdrawalReason because, Instant now) =>
        known.Decision is not null || known.WithdrawnAt is not null
            ? known
            : known with { WithdrawnAt = now, WithdrawnBecause = because, Version = known.Version + 1 };

    /// <summary>By a team as <see cref="TeamRules"/> has it, until somebody decides.</summary>
    public static Result<Proposal> Consider(
        Proposal known,
        Consideration asked,
        ProposalTerms terms,
        IReadOnlyCollection<EmployeeId> raters,
        LocalDate today)
    {
        if (known.Considerations is [.., var last] && last.IsSameAs(asked))
        {
            return known;
        }

        if (TeamRules.FaultOf(known.EmployeeId, asked, terms, raters) is { } fault)
        {
            return fault;
        }

        if (asked.HeldOn > today)
        {
            return new Refusal(RefusalKind.Unprocessable, RefusalCodes.DayNotBegun, "The team has not met yet.")
            { Faults = [new("/heldOn", "Not after today.")] };
        }

        if (asked.HeldOn < known.Basis.Period.FirstDay)
        {
            return Refusal.Malformed("/heldOn", "A day of the period or after it is expected.");
        }

        return known.State is ProposalState.Proposed or ProposalState.Considered
            ? known with { Considerations = [.. known.Considerations, asked], Version = known.Version + 1 }
            : Settled(known);
    }

    /// <summary>
    /// Only after the team's advice is recorded, and only on a final result (PP 30/2019 art. 59: an objection may
    /// change it until then); the authority may decide otherwise than advised, with its reason, and is never the only
    /// one who considered. The time to improve
    /// begins today or later: one that began in the past would be over before its time.
    /// </summary>
    public static Result<Proposal> Decide(
        Proposal known, ProposalDecision asked, ProposalTerms terms, ProposalGround ground, LocalDate today)
    {
        if (known.Decision is { } standing)
        {
            return standing == asked with { At = standing.At, Actor = standing.Actor } ? known : Settled(known);
        }

        if (asked.DecidedBy == known.EmployeeId)
        {
            return OwnCase("/decidedById");
        }

        if (terms.Deciders.Count > 0 && !terms.Deciders.Contains(asked.DecidedBy))
        {
            return new Refusal(
                RefusalKind.NotAllowed,
                RefusalCodes.NotTheAuthority,
                "The agency's policy names others as appointing authority.")
            { Faults = [new("/decidedById", "Not named in the follow-up policy.")] };
        }

        return known.State switch
        {
            ProposalState.Proposed => new Refusal(
                RefusalKind.Conflict, RefusalCodes.NotConsidered,
                "The performance assessment team's consideration is recorded first."),
            ProposalState.Considered when !TeamRules.IsConsideredByOthers(known, asked.DecidedBy) =>
                new Refusal(
                    RefusalKind.Conflict, RefusalCodes.NotConsidered,
                    "Nobody but the decider has considered the case."),
            ProposalState.Considered when ground == ProposalGround.Provisional => new Refusal(
                RefusalKind.Conflict, RefusalCodes.ResultNotFinal,
                $"The result of {known.Basis.Period} may still be changed by an objection."),
            ProposalState.Considered when ground == ProposalGround.Superseded => new Refusal(
                RefusalKind.Conflict, RefusalCodes.BasisSuperseded,
                $"Raise the proposals of {known.Basis.Period} again; a later revision stands."),
            ProposalState.Considered => Decided(known, asked, terms, today),
            ProposalState.Decided or ProposalState.Closed or ProposalState.Withdrawn => Settled(known),
            _ => throw new ArgumentOutOfRangeException(nameof(known)),
        };
    }

    /// <summary>
    /// That somebody improved may be said at any time of the six months; that he or she did not, only when they are
    /// over, and not ahead of the day. A test follows on no improvement, and nothing else does.
    /// </summary>
    public static Result<Proposal> Conclude(Proposal known, ProposalOutcome asked, ProposalTerms terms, LocalDate today)
    {
        if (known.Outcomes.Any(o => o == asked with { At = o.At, Actor = o.Actor }))
        {
            return known;
        }

        if (asked.RecordedBy == known.EmployeeId)
        {
            return OwnCase("/recordedById");
        }

        if (known.State != ProposalState.Decided || !Fits(known, asked.Outcome))
        {
            return new Refusal(
                RefusalKind.Conflict, RefusalCodes.OutcomeNotDue,
                $"This outcome does not follow on a proposal that is {known.State}.");
        }

        return asked.Outcome == FollowUpOutcome.NotImproved && (asked.On < known.Until || asked.On > today)
            ? new Refusal(
                RefusalKind.Conflict,
                RefusalCodes.OutcomeNotDue,
                $"There is time to improve until {known.Until:uuuu-MM-dd}.")
            { Faults = [new("/on", "From the end of the time to improve up to today.")] }
            : known with
            {
                Outcomes = [.. known.Outcomes, asked],
                TestBy = asked.Outcome == FollowUpOutcome.NotImproved
                    ? asked.On.PlusMonths(terms.TestMonths)
                    : known.TestBy,
                Version = known.Version + 1,
            };
    }

    /// <summary>
    /// Asks once, on the day or later, for the word that is due. Nothing follows from silence but that people see it.
    /// </summary>
    public static Proposal Remind(Proposal known, LocalDate today, Instant now) =>
        known.DueOn is { } due && today >= due && !known.IsReminded
            ? known with
            {
                Reminders = [.. known.Reminders, new ProposalReminder(known.StepDue, due, now)],
                Version = known.Version + 1
            }
            : known;

    private static Result<Proposal> Decided(
        Proposal known, ProposalDecision asked, ProposalTerms terms, LocalDate today)
    {
        var runs = asked.Accepted && known.Kind == ProposalKind.Improvement;
        if (runs != asked.From is not null)
        {
            return Refusal.Malformed("/from", "The first day belongs to an accepted improvement, and to nothing else.");
        }

        return asked.From is { } from && FirstDays.FaultOf(from, today) is { } fault ? fault : known with
        {
            Decision = asked,
            Until = runs ? asked.From!.Value.PlusMonths(terms.ImprovementMonths) : null,
            Version = known.Version + 1,
        };
    }

    private static bool Fits(Proposal known, FollowUpOutcome outcome) => outcome switch
    {
        FollowUpOutcome.Improved or FollowUpOutcome.NotImproved =>
            known is { Kind: ProposalKind.Improvement, TestDue: false },
        FollowUpOutcome.TestPassed or FollowUpOutcome.TestFailed => known.TestDue,
        FollowUpOutcome.CarriedOut => known.Kind is ProposalKind.Sanction or ProposalKind.Discipline,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static Refusal OwnCase(string pointer) =>
        new(RefusalKind.NotAllowed, RefusalCodes.OwnCase, "Nobody takes part in a case of one's own.")
        { Faults = [new(pointer, "The case is this person's own.")] };

    private static Refusal Settled(Proposal known) => new(
        RefusalKind.Conflict, RefusalCodes.ProposalSettled,
        $"The proposal {known.Id} is {known.State.ToString().ToLowerInvariant()}.");
}
