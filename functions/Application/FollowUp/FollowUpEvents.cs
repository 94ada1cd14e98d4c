using System.Globalization;
using System.Security.Cryptography;
using Kinerja.Application.Events;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Runs;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.FollowUp;

/// <summary>How far an outcome is from changing.</summary>
public enum Finality
{
    /// <summary>Nothing is decided yet: a person looks at it.</summary>
    Open,

    /// <summary>Decided. What changes it later is another event with a higher version.</summary>
    Final,
}

public sealed record GrantEvent(
    AgencyId AgencyId,
    AppraisalPeriod Period,
    int Version,
    Finality Finality,
    EmployeeId EmployeeId,
    EntitlementKind Kind,
    LocalDate From,
    LocalDate To,
    string? Start,
    int? DaysPerWeek,
    LocalDate? RevokedFrom,
    int? DaysOff);

public sealed record ProposalEvent(
    AgencyId AgencyId,
    AppraisalPeriod Period,
    int? Revision,
    int Version,
    Finality Finality,
    ProposalId ProposalId,
    EmployeeId EmployeeId,
    ProposalKind Kind,
    bool Accepted,
    LocalDate? From,
    LocalDate? Until);

public sealed record ReviewEvent(
    AgencyId AgencyId, AppraisalPeriod Period, int Version, Finality Finality, ReviewId ReviewId, EmployeeId EmployeeId,
    YearMonth Month, SignalKind Signal);

public sealed record FinalPredicate(EmployeeId EmployeeId, Predicate? Predicate, NotAssessedReason? NotAssessed);

/// <summary>
/// A page of an agency's final predicates; the people of all pages are everybody of the run. The counts are those of
/// all pages. The chain commits to the pages before: h₀ = 32 zero bytes, hₙ = SHA-256(hₙ₋₁ ‖ SHA-256(page n)).
/// </summary>
public sealed record FinalPredicatesEvent(
    AgencyId AgencyId, AppraisalPeriod Period, int Revision, Finality Finality, string? ManifestSha256, int Assessed,
    int NotAssessed, int Page, int Pages, string ChainBeforeSha256, IReadOnlyList<FinalPredicate> People);

/// <summary>
/// What other ministries are told of single outcomes. Surrogate ids only, no reasons and no words of people: those may
/// tell more than a consumer needs. Ids come from what the event is about and its version.
/// </summary>
internal static class FollowUpEvents
{
    /// <summary>So many people of the longest ids stay well below the 256 KiB of a message.</summary>
    internal const int PeoplePerPage = 1000;

    /// <summary>The period of a grant is the quarter in which it begins.</summary>
    internal static OutgoingEvent Of(AgencyId agency, Entitlement entitlement)
    {
        var period = (AppraisalPeriod)Quarter.Of(entitlement.From);
        var (kind, from) = (JsonFormat.Name(entitlement.Kind), LocalDatePattern.Iso.Format(entitlement.From));
        var data = new GrantEvent(
            agency,
            period,
            entitlement.Version,
            Finality.Final,
            entitlement.EmployeeId,
            entitlement.Kind,
            entitlement.From,
            entitlement.To,
            entitlement.Start is { } start ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(start) : null,
            entitlement.DaysPerWeek,
            entitlement.Revoked?.From,
            entitlement.DaysOff);
        return OutgoingEvent.Make(
            agency,
            period,
            string.Create(
                CultureInfo.InvariantCulture, $"grant_{entitlement.EmployeeId}_{kind}_{from}_v{entitlement.Version}"),
            entitlement.Revoked is null ? EventTypes.GrantMade : EventTypes.GrantRevoked,
            entitlement.Revoked?.At ?? entitlement.GrantedAt,
            data,
            JsonFormat.Default.GrantEvent);
    }

    internal static OutgoingEvent Decided(Proposal proposal)
    {
        var decision = proposal.Decision ?? throw new InvalidOperationException($"{proposal.Id} is not decided.");
        return OutgoingEvent.Make(
            proposal.AgencyId,
            proposal.Basis.Period,
            $"proposal_{proposal.Id}_decided",
            EventTypes.ProposalDecided,
            decision.At,
            new ProposalEvent(
                proposal.AgencyId,
                proposal.Basis.Period,
                proposal.Basis.Revision,
                proposal.Version,
                Finality.Final,
                proposal.Id,
                proposal.EmployeeId,
                proposal.Kind,
                decision.Accepted,
                decision.From,
                proposal.Until),
            JsonFormat.Default.ProposalEvent);
    }

    /// <summary>A question to a superior, not a finding: it says so by its finality.</summary>
    internal static OutgoingEvent Opened(Review review)
    {
        var period = (AppraisalPeriod)Quarter.Of(review.Month.OnDayOfMonth(1));
        return OutgoingEvent.Make(
            review.AgencyId,
            period,
            $"review_{review.Id}_opened",
            EventTypes.ReviewOpened,
            review.OpenedAt,
            new ReviewEvent(
                review.AgencyId, period, 1, Finality.Open, review.Id, review.EmployeeId, review.Month, review.Signal),
            JsonFormat.Default.ReviewEvent);
    }

    /// <summary>
    /// Everybody of a run, by id, in pages of bounded size; at least one page, so that a run of nobody is told too. No
    /// time enters the bytes. A result that was opened again and is final once more is told under ids of its own.
    /// </summary>
    internal static IReadOnlyList<OutgoingEvent> Finalised(
        EvaluationRun run, IReadOnlyCollection<EmployeeEvaluation> evaluations, ReadOnlyMemory<byte>? manifest)
    {
        var pages = evaluations.OrderBy(e => e.EmployeeId).Chunk(PeoplePerPage).DefaultIfEmpty([]).ToList();
        var assessed = evaluations.Count(e => e.Assessment is not null);
        var head = new FinalPredicatesEvent(
            run.AgencyId, run.Period, run.Revision, Finality.Final,
            manifest is { } ranked ? Convert.ToHexStringLower(SHA256.HashData(ranked.Span)) : null, assessed,
            evaluations.Count - assessed, 0, pages.Count, "", []);
        var name = run.Reopenings.Count == 0
            ? $"{run.Period}_{run.RevisionName}"
            : string.Create(CultureInfo.InvariantCulture, $"{run.Period}_{run.RevisionName}_{run.Reopenings.Count}");
        var (told, chain) = (new List<OutgoingEvent>(pages.Count), new byte[32]);
        foreach (var (i, people) in pages.Index())
        {
            told.Add(OutgoingEvent.Make(
                run.AgencyId,
                run.Period,
                string.Create(CultureInfo.InvariantCulture, $"{name}_predicates_{i + 1:D5}"),
                EventTypes.PredicateFinalised,
                run.PlannedAt,
                head with
                {
                    Page = i + 1,
                    ChainBeforeSha256 = Convert.ToHexStringLower(chain),
                    People = [.. people.Select(Final)],
                },
                JsonFormat.Default.FinalPredicatesEvent));
            chain = SHA256.HashData([.. chain, .. SHA256.HashData(told[i].Json.Span)]);
        }

        return told;
    }

    private static FinalPredicate Final(EmployeeEvaluation evaluation) =>
        new(evaluation.EmployeeId, evaluation.Assessment?.Predicate, evaluation.NotAssessed);
}
