using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Geofencing;

/// <summary>A past check-in to be judged again, and who made it.</summary>
internal readonly record struct PastCheckIn(CheckIn CheckIn, Position Position, Employee Employee);

/// <summary>
/// Check-ins judged by two maps, and what came out otherwise. Most take a few microseconds; where a fix may be anywhere
/// in a country, or the outline was drawn to be dear, one takes as long as ten thousand. So the steps are counted: some
/// are done at once, a stretch of more belongs in a lane, and after <see cref="MostSteps"/> no more are judged.
/// </summary>
internal sealed class FenceComparison(GeofenceMap now, GeofenceMap then, long mostSteps = FenceComparison.MostSteps)
{
    /// <summary>
    /// Groups of edges measured: some seconds, and ten times what a full month of ordinary check-ins takes.
    /// </summary>
    internal const long MostSteps = 400_000_000;

    /// <summary>Some ten milliseconds.</summary>
    private const long MostCheapSteps = 1_000_000;
    private const long StepsPerStretch = 4_000_000;

    private readonly List<VerdictChange> _listed = [];
    private long _steps;
    private int _changed;
    private int _nearestChanged;

    internal int Judged { get; private set; }

    internal bool IsDear => _steps > MostCheapSteps;

    /// <summary>No more can be judged in this request.</summary>
    internal bool IsFull => Judged >= DryRunFence.MostJudged || _steps > mostSteps;

    internal FenceDryRunReport Report(bool complete) => new(Judged, _changed, _nearestChanged, complete, _listed);

    /// <summary>
    /// Judges those from the given place on for one stretch of work; gives the place of the next one.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    internal int Judge(List<PastCheckIn> all, int from, CancellationToken cancel)
    {
        var most = IsDear ? _steps + StepsPerStretch : MostCheapSteps;
        var at = from;
        for (; at < all.Count && !IsFull && _steps <= most; at++)
        {
            cancel.ThrowIfCancellationRequested();
            Judge(all[at]);
        }

        return at;
    }

    private void Judge(in PastCheckIn past)
    {
        var at = past.CheckIn.TimeThatCounts;
        var from = now.Judge(past.Position, past.Employee, at, ref _steps);
        var to = then.Judge(past.Position, past.Employee, at, ref _steps);
        Judged++;
        if ((from.Placement, from.FenceId) == (to.Placement, to.FenceId))
        {
            return;
        }

        // Whom no area holds is named the nearest one: that another is nearer now turns no verdict.
        if (from.Placement == to.Placement && from.Placement != Placement.Inside)
        {
            _nearestChanged++;
            return;
        }

        _changed++;
        if (_listed.Count < DryRunFence.MostListed)
        {
            _listed.Add(new VerdictChange(past.CheckIn, from, to));
        }
    }
}
