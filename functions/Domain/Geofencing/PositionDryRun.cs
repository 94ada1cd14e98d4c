using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// How one fence sees the position of a dry run, and why it would not judge it; without reasons it would.
/// </summary>
public sealed record FenceDryRun(Geofence Fence, FenceVerdict Verdict, IReadOnlyList<FenceExclusion> Exclusions);

/// <summary>
/// A dry run of a position: what a check-in there and then would be answered, and every fence's own view of it. The
/// nearest hundred that apply and the nearest hundred that do not are listed, the others counted.
/// </summary>
public sealed record PositionDryRun(
    FenceVerdict Best,
    IReadOnlyList<FenceDryRun> Applying,
    IReadOnlyList<FenceDryRun> NotApplying,
    int ApplyingCount,
    int NotApplyingCount)
{
    public const int MostListed = 100;

    /// <summary>
    /// Without a person nobody's scope is asked, and a fence applies when it is in force. Of a fix that is too
    /// inaccurate to be of use every verdict is unknown; how far a fence is from its middle is still said.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public static PositionDryRun Of(
        GeofenceMap map,
        Position position,
        Employee? employee,
        Instant at,
        bool isUsable = true,
        CancellationToken cancel = default)
    {
        var plane = new LocalPlane(position.LatitudeDegrees, position.LongitudeDegrees);
        var byDistance = map.Fences
            .OrderBy(fence => LeastDistanceMetres(fence, plane))
            .ThenBy(fence => fence.Id.ToString(), StringComparer.Ordinal)
            .Select(fence => (Fence: fence, Why: Exclusions(map, fence, employee, at)))
            .ToLookup(fence => fence.Why.Count == 0);
        var applying = Look(byDistance[true]).OrderBy(t => t, DryRunOrder.BestFirst).ToList();
        var best = !isUsable ? null
            : employee is null ? applying.FirstOrDefault()?.Verdict
            : map.Judge(position, employee, at);
        return new PositionDryRun(
            best ?? FenceVerdict.Unknown,
            applying,
            [.. Look(byDistance[false])],
            byDistance[true].Count(),
            byDistance[false].Count());

        IEnumerable<FenceDryRun> Look(IEnumerable<(Geofence Fence, List<FenceExclusion> Why)> fences) =>
            fences.Take(MostListed).Select(fence =>
            {
                cancel.ThrowIfCancellationRequested();
                var seen = isUsable ? map.LookAt(fence.Fence, position) : map.LookFrom(fence.Fence, position);
                return new FenceDryRun(fence.Fence, seen, fence.Why);
            });
    }

    /// <summary>
    /// At most how many vertices the trial looks at one by one: those of the fences, of the nearest that are listed,
    /// whose box is in the reach of the fix's error.
    /// </summary>
    public static long VerticesInReach(GeofenceMap map, Position position)
    {
        var plane = new LocalPlane(position.LatitudeDegrees, position.LongitudeDegrees);
        var reach = InsideProbability.ReachSigmas * position.AccuracyMetres / InsideProbability.SigmasPerAccuracy;
        return map.Fences.Where(fence => LeastDistanceMetres(fence, plane) <= reach)
            .Select(fence => (long)fence.Area.NumPoints).OrderDescending().Take(2 * MostListed).Sum();
    }

    private static List<FenceExclusion> Exclusions(GeofenceMap map, Geofence fence, Employee? employee, Instant at)
    {
        var why = new List<FenceExclusion>(2);
        if (employee is not null && !fence.Scope.Covers(employee))
        {
            why.Add(FenceExclusion.OtherPeople);
        }

        if (map.WhyNotInForce(fence, at) is { } reason)
        {
            why.Add(reason);
        }

        return why;
    }

    /// <summary>A lower bound, by the fence's bounding box; 0 within it.</summary>
    private static double LeastDistanceMetres(Geofence fence, in LocalPlane plane)
    {
        var box = fence.Area.EnvelopeInternal;
        var east = Math.Max(0, Math.Max(plane.East(box.MinX), -plane.East(box.MaxX)));
        var north = Math.Max(0, Math.Max(plane.North(box.MinY), -plane.North(box.MaxY)));
        return Math.Sqrt((east * east) + (north * north));
    }

    /// <summary>
    /// The map's order: inside before uncertain before outside, then the likelier, the nearer, and by id.
    /// </summary>
    private sealed class DryRunOrder : IComparer<FenceDryRun>
    {
        internal static DryRunOrder BestFirst { get; } = new();

        public int Compare(FenceDryRun? x, FenceDryRun? y) => Key(x!).CompareTo(Key(y!)) is var order and not 0
            ? order
            : string.CompareOrdinal(x!.Fence.Id.ToString(), y!.Fence.Id.ToString());

        private static (int, double, double) Key(FenceDryRun trial) =>
            (
                Rank(trial.Verdict.Placement),
                -trial.Verdict.InsideProbability ?? 0,
                trial.Verdict.SignedDistanceMetres ?? 0);

        private static int Rank(Placement placement) => placement switch
        {
            Placement.Inside => 0,
            Placement.Uncertain => 1,
            Placement.Outside => 2,
            Placement.Unknown => 3,
        };
    }
}
