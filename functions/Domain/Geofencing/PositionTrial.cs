using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Geofencing;

/// <summary>How one fence sees the position of a dry run, and why it would not judge it; without reasons it would.</summary>
public sealed record FenceTrial(Geofence Fence, FenceVerdict Verdict, IReadOnlyList<FenceExclusion> Exclusions);

/// <summary>
/// A dry run of a position: what a check-in there and then would be answered, and every fence's own view of it. The
/// nearest hundred that apply and the nearest hundred that do not are listed, the others counted.
/// </summary>
public sealed record PositionTrial(
    FenceVerdict Best,
    IReadOnlyList<FenceTrial> Applying,
    IReadOnlyList<FenceTrial> NotApplying,
    int ApplyingCount,
    int NotApplyingCount)
{
    public const int MostListed = 100;

    /// <summary>Without a person nobody's scope is asked, and a fence applies when it is in force.</summary>
    public static PositionTrial Of(GeofenceMap map, Position position, Employee? employee, Instant at)
    {
        var plane = new LocalPlane(position.LatitudeDegrees, position.LongitudeDegrees);
        var byDistance = map.Fences
            .OrderBy(fence => LeastDistanceMetres(fence, plane))
            .ThenBy(fence => fence.Id.ToString(), StringComparer.Ordinal)
            .Select(fence => (Fence: fence, Why: Exclusions(map, fence, employee, at)))
            .ToLookup(fence => fence.Why.Count == 0);
        var applying = Look(byDistance[true], position, at).OrderBy(t => t, TrialOrder.BestFirst).ToList();
        var best = employee is null ? applying.FirstOrDefault()?.Verdict : map.Judge(position, employee, at);
        return new PositionTrial(
            best ?? FenceVerdict.Unknown,
            applying,
            [.. Look(byDistance[false], position, at)],
            byDistance[true].Count(),
            byDistance[false].Count());
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

    private static IEnumerable<FenceTrial> Look(
        IEnumerable<(Geofence Fence, List<FenceExclusion> Why)> fences,
        Position position,
        Instant at) =>
        fences.Take(MostListed).Select(f => new FenceTrial(f.Fence, LookAt(f.Fence, position, at), f.Why));

    /// <summary>The fence by itself, as if it were everybody's and always in force.</summary>
    private static FenceVerdict LookAt(Geofence fence, Position position, Instant at)
    {
        var open = fence with { Scope = GeofenceScope.Everybody, ValidFrom = null, ValidTo = null, Hours = FenceHours.Always };
        return new GeofenceMap([open]).Judge(position, Anybody, at);
    }

    /// <summary>A fence that is everybody's asks nothing of the person.</summary>
    private static Employee Anybody { get; } = new(
        EmployeeId.Parse("anybody").Value, UnitId.Parse("anywhere").Value, EmploymentKind.Pns, null, true);

    /// <summary>A lower bound, by the fence's bounding box; 0 within it.</summary>
    private static double LeastDistanceMetres(Geofence fence, in LocalPlane plane)
    {
        var box = fence.Area.EnvelopeInternal;
        var east = Math.Max(0, Math.Max(plane.East(box.MinX), -plane.East(box.MaxX)));
        var north = Math.Max(0, Math.Max(plane.North(box.MinY), -plane.North(box.MaxY)));
        return Math.Sqrt((east * east) + (north * north));
    }

    /// <summary>The map's order: inside before uncertain before outside, then the likelier, the nearer, and by id.</summary>
    private sealed class TrialOrder : IComparer<FenceTrial>
    {
        internal static TrialOrder BestFirst { get; } = new();

        public int Compare(FenceTrial? x, FenceTrial? y) => Key(x!).CompareTo(Key(y!)) is var order and not 0
            ? order
            : string.CompareOrdinal(x!.Fence.Id.ToString(), y!.Fence.Id.ToString());

        private static (int, double, double) Key(FenceTrial trial) =>
            (Rank(trial.Verdict.Placement), -trial.Verdict.InsideProbability ?? 0, trial.Verdict.SignedDistanceMetres ?? 0);

        private static int Rank(Placement placement) => placement switch
        {
            Placement.Inside => 0,
            Placement.Uncertain => 1,
            Placement.Outside => 2,
            Placement.Unknown => 3,
        };
    }
}
