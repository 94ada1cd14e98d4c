using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Reports;

/// <summary>Null: a group of few, or one that would tell another's number.</summary>
public readonly struct SharedCountsResponse(SharedSummary summary)
{
    public int? VeryGood => summary.Of(Predicate.VeryGood);
    public int? Good => summary.Of(Predicate.Good);
    public int? NeedsImprovement => summary.Of(Predicate.NeedsImprovement);
    public int? Poor => summary.Of(Predicate.Poor);
    public int? VeryPoor => summary.Of(Predicate.VeryPoor);
    public int? NotAssessed => summary.NotAssessed;
    public int? Withheld => summary.Withheld;
}

public readonly struct DistributionCountsResponse(DistributionCounts counts)
{
    public string Policy => counts.PolicyVersion;
    public int Judged => counts.Judged;
    public int Breached => counts.Breached;
    public int NotJudged => counts.NotJudged;
}

public readonly struct PresenceCountsResponse(PresenceCounts counts)
{
    public int People => counts.People;
    public int Days => counts.Days;
    public decimal? OnTimePercent => counts.OnTimePercent;

    internal static PresenceCountsResponse? Of(PresenceCounts? counts) =>
        counts is { } shown ? new PresenceCountsResponse(shown) : null;
}

/// <summary>
/// One agency: without a state no run was planned, without people nothing is final, or too few are in it.
/// </summary>
public readonly struct NationalResultResponse(AppraisalPeriod period, NationalResult result)
{
    public AgencyId AgencyId => result.Agency.Id;
    public string Name => result.Agency.Name;
    public SeatRequest? Seat => SeatRequest.Of(result.Agency.Seat);
    public RunState? State => result.Run?.State;
    public int? Revision => result.Run?.Revision;
    public Instant? StalledSince => result.StalledSince;
    public LocalDate? PublishedOn => DayOf(result.Run?.PublishedAt);
    public int? DaysToPublish =>
        PublishedOn is { } day ? Period.DaysBetween(period.LastDay, day) : null;
    public LocalDate? FinalOn => result.Run?.State == RunState.Final ? DayOf(result.Run.FinalAt) : null;
    public int? People => result.Summary?.People;
    public SharedCountsResponse? Predicates =>
        result.Summary is { People: not null } shown ? new SharedCountsResponse(shown) : null;
    public int? InTopShare => result.Summary?.InTopShare;
    public DistributionCountsResponse? Distribution =>
        result.Summary is { } shown ? new DistributionCountsResponse(shown.Distribution) : null;
    public PresenceCountsResponse? Present => PresenceCountsResponse.Of(result.Summary?.Present);
    public PresenceCountsResponse? Flexible => PresenceCountsResponse.Of(result.Summary?.Flexible);

    private LocalDate? DayOf(Instant? at) => at?.InZone(result.Agency.Zone).Date;
}

/// <summary>A period over all agencies, by id.</summary>
public readonly struct NationalResultListResponse(AppraisalPeriod period, IReadOnlyList<NationalResult> agencies)
{
    public AppraisalPeriod Period => period;
    public int LeastGroupSize => SmallGroups.LeastSize;
    public IReadOnlyList<NationalResultResponse> Agencies => Lines(period, agencies);

    public static NationalResultListResponse Of(AppraisalPeriod period, IReadOnlyList<NationalResult> agencies) =>
        new(period, agencies);

    private static IReadOnlyList<NationalResultResponse> Lines(
        AppraisalPeriod period, IReadOnlyList<NationalResult> agencies) =>
        [.. agencies.Select(one => new NationalResultResponse(period, one))];
}
