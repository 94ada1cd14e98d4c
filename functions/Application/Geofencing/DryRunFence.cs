using System.Runtime.CompilerServices;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Geofencing;

/// <summary>
/// A check-in whose verdict the changed fence would turn, with what the fences of today say and would say.
/// </summary>
public sealed record VerdictChange(CheckIn CheckIn, FenceVerdict From, FenceVerdict To);

/// <summary>
/// What a changed fence would have done: check-ins judged twice, how many came out otherwise, and the first of those.
/// Incomplete when there were more check-ins than one request judges.
/// </summary>
/// <param name="Judged">How many were judged.</param>
/// <param name="Changed">With another placement, or inside of another fence.</param>
/// <param name="NearestChanged">Judged the same and not inside, but another fence is the nearest one.</param>
/// <param name="Complete">Whether all were judged.</param>
/// <param name="Changes">The first of those that changed.</param>
public sealed record FenceDryRunReport(
    int Judged, int Changed, int NearestChanged, bool Complete, IReadOnlyList<VerdictChange> Changes)
{
    /// <summary>How coarse a fix may be in the changed fence.</summary>
    public UsableAccuracy? Usable { get; init; }
}

/// <summary>
/// A dry run of a fence that is not stored: past check-ins of up to 31 days are judged by the fences in force, once as
/// they are and once with the candidate in its place. Stored verdicts stay as they are, whatever this says.
/// </summary>
public sealed class DryRunFence(
    AgencyDirectory register, IGeofences geofences, ICheckIns checkIns, ExpensiveWorkLane lane)
{
    public const int MostDays = 31;
    public const int MostJudged = 200_000;
    public const int MostListed = 1000;
    private const int ReadAtOnce = 1000;

    public async Task<Result<FenceDryRunReport>> ExecuteAsync(
        AgencyId agency,
        GeofenceId id,
        DateInterval days,
        FenceDraft draft,
        CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        var standing = await geofences.FindStandingAsync(agency, id, cancel);
        var now = await register.MapOfAsync(agency, cancel);
        var version = 1 + (standing?.Version ?? 0);
        var read = await draft.ReadAsync(
            lane, agency, version,
            fence =>
            {
                var then = now.With(fence);
                return (new FenceComparison(now, then), then.UsableAccuracyOf(fence.Id, cancel));
            },
            cancel);
        if (!read.TryGet(out var known, out var refusal))
        {
            return refusal;
        }

        var (comparison, usable) = known;
        FenceDryRunReport Report(bool complete) => comparison.Report(complete) with { Usable = usable };

        await foreach (var some in OfAsync(agency, days, cancel).Chunk(ReadAtOnce).WithCancellation(cancel))
        {
            if (comparison.IsFull)
            {
                return Report(complete: false);
            }

            var past = await FindAsync(agency, some, cancel);
            for (var at = 0; at < past.Count;)
            {
                var next = await JudgeAsync(agency, comparison, past, at, cancel);
                if (!next.TryGet(out at, out refusal))
                {
                    return refusal;
                }

                if (at < past.Count && comparison.IsFull)
                {
                    return Report(complete: false);
                }
            }
        }

        return Report(complete: true);
    }

    private async Task<Result<int>> JudgeAsync(
        AgencyId agency, FenceComparison comparison, List<PastCheckIn> past, int from, CancellationToken cancel) =>
        comparison.IsDear
            ? await lane.RunAsync<int>(agency, stop => comparison.Judge(past, from, stop), cancel)
            : comparison.Judge(past, from, cancel);

    /// <summary>Those with a usable position and a person who is still known.</summary>
    private async Task<List<PastCheckIn>> FindAsync(AgencyId agency, CheckIn[] some, CancellationToken cancel)
    {
        var found = new List<PastCheckIn>(some.Length);
        foreach (var checkIn in some)
        {
            if (checkIn.UsablePosition is { } position
                && await register.FindEmployeeAsync(
                    agency, checkIn.Claim.EmployeeId, checkIn.WorkDate, cancel) is { } employee)
            {
                found.Add(new PastCheckIn(checkIn, position, employee));
            }
        }

        return found;
    }

    /// <summary>By work date; a range of 31 days touches three months at most.</summary>
    private async IAsyncEnumerable<CheckIn> OfAsync(
        AgencyId agency,
        DateInterval days,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var month in MonthSpan.Of(days.Start, days.End))
        {
            await foreach (var checkIn in checkIns.ListAsync(agency, month, HashRange.All, cancel))
            {
                if (days.Contains(checkIn.WorkDate))
                {
                    yield return checkIn;
                }
            }
        }
    }
}
