using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>Why a revision was made: whose rating was put right, by which objection, or late.</summary>
public sealed record RevisionCauseResponse(string EmployeeId, string? ObjectionId, bool Late);

/// <summary>
/// Before or after is left out where the person is not assessed. A term to object opens for whom more changed than the
/// number of the place.
/// </summary>
public sealed record RevisedOutcomeResponse(
    string EmployeeId, OutcomeLineResponse? Before, OutcomeLineResponse? After, bool OpensTerm)
{
    internal static RevisedOutcomeResponse Of(OutcomeChange change) => new(
        change.EmployeeId.ToString(),
        OutcomeLineResponse.Of(change.Before),
        OutcomeLineResponse.Of(change.After),
        change.Predicate || change.Score || IsInShare(change.Before) != IsInShare(change.After));

    private static bool IsInShare(RankingLine? line) => line?.Top is TopShare.In or TopShare.ExcludedFromReward;
}

public sealed record RevisionResponse(
    string AgencyId,
    string Period,
    int Revision,
    int? Supersedes,
    RevisionCauseResponse? Cause,
    int Changed,
    int PredicateChanged,
    int PlaceChanged,
    int TopShareChanged,
    IReadOnlyList<RevisedOutcomeResponse> Changes,
    string? Next)
{
    private const int PageSize = 200;

    public static bool HasPage(RevisionChanges revision, int page) => page * PageSize < revision.Changes.Count;

    /// <param name="revision">What came out.</param>
    /// <param name="page">Counts from 0.</param>
    /// <param name="next">The next page's cursor.</param>
    public static RevisionResponse Of(RevisionChanges revision, int page, string? next) => new(
        revision.Run.AgencyId.ToString(),
        revision.Run.Period.ToString(),
        revision.Run.Revision,
        revision.Run.Revision > 1 ? revision.Run.Revision - 1 : null,
        revision.Run.Correction is { } correction ? CauseOf(correction) : null,
        revision.Changes.Count,
        revision.Changes.Count(c => c.Predicate),
        revision.Changes.Count(c => c.Place),
        revision.Changes.Count(c => c.Top),
        [.. revision.Changes.Skip(page * PageSize).Take(PageSize).Select(RevisedOutcomeResponse.Of)],
        next);

    private static RevisionCauseResponse CauseOf(RatingCorrection correction) => new(
        correction.Rating.EmployeeId.ToString(),
        correction.Rating.Late ? null : correction.Cause.ToString(),
        correction.Rating.Late);
}
