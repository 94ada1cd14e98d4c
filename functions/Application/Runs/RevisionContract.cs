using Kinerja.Domain;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>Why a revision was made: whose rating was put right, by which objection, or late.</summary>
public sealed record RevisionCauseResponse(EmployeeId EmployeeId, ClientId? ObjectionId, bool Late);

/// <summary>
/// Before or after is left out where the person is not assessed. A term to object opens for whom more changed than the
/// number of the place.
/// </summary>
public readonly struct RevisedOutcomeResponse(OutcomeChange change)
{
    public EmployeeId EmployeeId => change.EmployeeId;
    public OutcomeLine? Before => change.Before;
    public OutcomeLine? After => change.After;
    public bool OpensTerm => change.OpensTerm();
}

public readonly struct RevisionResponse(RevisionChanges revision, int page, string? next)
{
    public AgencyId AgencyId => revision.Run.AgencyId;
    public AppraisalPeriod Period => revision.Run.Period;
    public int Revision => revision.Run.Revision;
    public int? Supersedes => revision.Run.Revision > 1 ? revision.Run.Revision - 1 : null;
    public RevisionCauseResponse? Cause => revision.Run.Correction is { } correction ? CauseOf(correction) : null;
    public int Changed => revision.Changes.Count;
    public int PredicateChanged => revision.Changes.Count(c => c.ChangesPredicate());
    public int PlaceChanged => revision.Changes.Count(c => c.ChangesPlace());
    public int TopShareChanged => revision.Changes.Count(c => c.ChangesTopShare());
    public IReadOnlyList<RevisedOutcomeResponse> Changes =>
        [.. revision.Changes.Skip(page * PageSize).Take(PageSize).Select(one => new RevisedOutcomeResponse(one))];
    public string? Next => next;

    private const int PageSize = 200;

    public static bool HasPage(RevisionChanges revision, int page) => page * PageSize < revision.Changes.Count;

    /// <param name="revision">What came out.</param>
    /// <param name="page">Counts from 0.</param>
    /// <param name="next">The next page's cursor.</param>
    public static RevisionResponse Of(RevisionChanges revision, int page, string? next) => new(revision, page, next);

    private static RevisionCauseResponse CauseOf(RatingCorrection correction) => new(
        correction.Rating.EmployeeId, correction.Rating.Late ? null : correction.Cause, correction.Rating.Late);
}
