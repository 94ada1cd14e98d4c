using System.Runtime.CompilerServices;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence;
using NodaTime;

namespace Kinerja.Application;

/// <summary>A check-in whose verdict the changed fence would turn, with what the fences of today say and would say.</summary>
public sealed record VerdictChange(CheckIn CheckIn, FenceVerdict From, FenceVerdict To);

/// <summary>
/// What a changed fence would have done: check-ins judged twice, how many came out otherwise, and the first of those.
/// Incomplete when there were more check-ins than one request judges.
/// </summary>
public sealed record FenceTrialReport(int Judged, int Changed, bool Complete, IReadOnlyList<VerdictChange> Changes);

/// <summary>
/// A dry run of a fence that is not stored: past check-ins of up to 31 days are judged by the fences in force, once as they
/// are and once with the candidate in its place. Stored verdicts stay as they are, whatever this says.
/// </summary>
public sealed class TryFence(Register register, IGeofences geofences, ICheckIns checkIns)
{
    public const int MostDays = 31;
    public const int MostJudged = 200_000;
    public const int MostListed = 1000;

    public async Task<Result<FenceTrialReport>> ExecuteAsync(
        AgencyId agency,
        GeofenceId id,
        DateInterval days,
        Func<int, Result<Geofence>> read,
        CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return Unknown.Agency(agency);
        }

        var standing = await geofences.FindStandingAsync(agency, id, cancel);
        if (!read(1 + (standing?.Version ?? 0)).TryGet(out var candidate, out var refusal))
        {
            return refusal;
        }

        var now = await register.MapOfAsync(agency, cancel);
        var then = now.With(candidate);
        var (judged, changed, listed) = (0, 0, new List<VerdictChange>());
        await foreach (var checkIn in OfAsync(agency, days, cancel))
        {
            if (judged == MostJudged)
            {
                return new FenceTrialReport(judged, changed, Complete: false, listed);
            }

            if (checkIn.Claim.Position is not { } position
                || await register.FindEmployeeAsync(agency, checkIn.Claim.EmployeeId, cancel) is not { } employee)
            {
                continue;
            }

            judged++;
            var (from, to) = (now.Judge(position, employee, checkIn.TimeThatCounts), then.Judge(position, employee, checkIn.TimeThatCounts));
            if ((from.Placement, from.FenceId) == (to.Placement, to.FenceId))
            {
                continue;
            }

            changed++;
            if (listed.Count < MostListed)
            {
                listed.Add(new VerdictChange(checkIn, from, to));
            }
        }

        return new FenceTrialReport(judged, changed, Complete: true, listed);
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
