using System.Globalization;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Domain.FollowUp;

/// <summary>What is proposed. A proposal does nothing by itself: people consider it and decide.</summary>
public enum ProposalKind
{
    /// <summary>Six months to improve, then a competency test for whoever did not (PP 30/2019 art. 56-58).</summary>
    Improvement,

    /// <summary>An administrative sanction by degree (PP 30/2019 art. 56-58).</summary>
    Sanction,

    /// <summary>
    /// A disciplinary measure for working days absent without a valid reason, by tier (PP 94/2021 art. 9-11; of PPPK by
    /// the agency's rule).
    /// </summary>
    Discipline,
}

/// <summary>Why an undecided proposal lapsed.</summary>
public enum WithdrawalReason
{
    /// <summary>A later revision of the result no longer raises it.</summary>
    ResultRevised,

    /// <summary>Days that it rested on turned out to be no absence.</summary>
    DaysRemoved,

    /// <summary>More days came, and the heavier tier is proposed instead.</summary>
    HeavierTier,

    /// <summary>The person left the agency, or its rule of absences no longer holds for him or her.</summary>
    NoLongerHere,
}

public enum ProposalState
{
    Proposed,

    /// <summary>The performance assessment team (Tim Penilai Kinerja) has given its advice.</summary>
    Considered,

    /// <summary>Accepted by the appointing authority; improvement runs, or the sanction is to be carried out.</summary>
    Decided,
    Closed,

    /// <summary>Its ground went away before anybody decided.</summary>
    Withdrawn,
}

public enum TeamAdvice
{
    Support,
    Amend,
    Oppose,
}

/// <summary>What came of an accepted proposal, step by step.</summary>
public enum FollowUpOutcome
{
    Improved,

    /// <summary>A competency test (uji kompetensi) is due.</summary>
    NotImproved,
    TestPassed,
    TestFailed,

    /// <summary>Of a sanction: what was decided has been done.</summary>
    CarriedOut,
}

/// <summary>
/// A proposal's name: kind, period and person, of absences the tier too, so that raising it again finds it.
/// </summary>
public readonly record struct ProposalId
{
    private readonly string? _value;

    private ProposalId(string value) => _value = value;

    public static ProposalId Of(ProposalKind kind, AppraisalPeriod period, EmployeeId employee) =>
        new($"{period}-{(kind == ProposalKind.Improvement ? "improvement" : "sanction")}-{employee}");

    public static ProposalId OfAbsences(int year, EmployeeId employee, int tier) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{PrefixOfAbsences(year)}{employee}-t{tier}"));

    public static string PrefixOfAbsences(int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{year}-discipline-");

    public static Result<ProposalId> Parse(string? text, string pointer = "/id") =>
        IdText.IsClient(text, 8, 100)
            ? new ProposalId(text!)
            : Refusal.Malformed(pointer, "8 to 100 letters, digits and hyphens are expected.");

    public override string ToString() => _value ?? throw IdText.Blank();
}

/// <summary>
/// What a proposal rests on: the result of one revision, or a year's absences, which have no revision and no predicate;
/// and the policy that let it raise one.
/// </summary>
public sealed record ProposalBasis(AppraisalPeriod Period, int? Revision, Predicate? Predicate, string PolicyVersion)
{
    public AbsenceProposal? Absence { get; init; }

    public bool IsSameAs(ProposalBasis other) =>
        this with { Absence = null } == other with { Absence = null }
        && (Absence is null ? other.Absence is null : other.Absence is not null && Absence.IsSameAs(other.Absence));
}

/// <summary>The team's meeting: who, when, and what it advises.</summary>
public sealed record Consideration(
    IReadOnlyList<EmployeeId> Members, LocalDate HeldOn, TeamAdvice Advice, string Words, EmployeeId RecordedBy,
    Instant At)
{
    public Actor? Actor { get; init; }

    public bool IsSameAs(Consideration other) =>
        Members.SequenceEqual(other.Members) && this == other with { Members = Members, At = At, Actor = Actor };
}

/// <summary>The authority's word. An accepted improvement begins on <paramref name="From"/>.</summary>
public sealed record ProposalDecision(EmployeeId DecidedBy, bool Accepted, string Reason, LocalDate? From, Instant At)
{
    public Actor? Actor { get; init; }
}

public sealed record ProposalOutcome(
    FollowUpOutcome Outcome, LocalDate On, string Words, EmployeeId RecordedBy, Instant At)
{
    public Actor? Actor { get; init; }
}

/// <summary>Which word of people is due on an accepted improvement.</summary>
public enum DueStep
{
    /// <summary>Whether the person improved.</summary>
    Outcome,

    /// <summary>The competency test's result.</summary>
    Test,
}

/// <summary>That this word was due on that day and was asked for, once.</summary>
public sealed record ProposalReminder(DueStep Step, LocalDate DueOn, Instant At);

/// <summary>
/// One proposal about one person, with all that people added to it. Version counts from 1 with every change.
/// </summary>
public sealed record Proposal(
    AgencyId AgencyId, ProposalId Id, ProposalKind Kind, EmployeeId EmployeeId, ProposalBasis Basis, Instant RaisedAt)
{
    public int Version { get; init; } = 1;

    /// <summary>Who had it raised on the basis that it rests on; null where this service did by itself.</summary>
    public Actor? Actor { get; init; }

    /// <summary>The last one stands; a team may meet again until somebody decides.</summary>
    public IReadOnlyList<Consideration> Considerations { get; init; } = [];

    public ProposalDecision? Decision { get; init; }

    /// <summary>
    /// Whether it was decided otherwise than the team advised last: accepted against its word, or not accepted with it.
    /// A team that would amend is followed either way.
    /// </summary>
    public bool IsAgainstAdvice => Decision is { } decision && Considerations is [.., var last]
        && last.Advice == (decision.Accepted ? TeamAdvice.Oppose : TeamAdvice.Support);

    /// <summary>Last day of improvement, excluded: set with the decision, from the policy of that day.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>
    /// The day on which the competency test's result is due: set when somebody did not improve, from the policy of that
    /// day.
    /// </summary>
    public LocalDate? TestBy { get; init; }

    public IReadOnlyList<ProposalOutcome> Outcomes { get; init; } = [];

    public IReadOnlyList<ProposalReminder> Reminders { get; init; } = [];

    public Instant? WithdrawnAt { get; init; }

    public WithdrawalReason? WithdrawnBecause { get; init; }

    public ProposalState State => (WithdrawnAt, Decision) switch
    {
        (not null, _) => ProposalState.Withdrawn,
        (null, null) => Considerations.Count == 0 ? ProposalState.Proposed : ProposalState.Considered,
        (null, { Accepted: false }) => ProposalState.Closed,
        (null, { Accepted: true }) => Outcomes is [.., { Outcome: not FollowUpOutcome.NotImproved }]
            ? ProposalState.Closed
            : ProposalState.Decided,
    };

    public bool TestDue => State == ProposalState.Decided && Outcomes is [.., { Outcome: FollowUpOutcome.NotImproved }];

    /// <summary>
    /// The day on which the outcome of an improvement that runs, or of its test, is to be said; null when nothing runs.
    /// </summary>
    public LocalDate? DueOn => State == ProposalState.Decided && Outcomes.Count == 0 ? Until : TestDue ? TestBy : null;

    public DueStep StepDue => TestDue ? DueStep.Test : DueStep.Outcome;

    /// <summary>Whether what is due now has been asked for.</summary>
    public bool IsReminded => DueOn is { } due && Reminders.Any(r => (r.Step, r.DueOn) == (StepDue, due));
}
