using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// All fences of one agency, prepared once and shared between threads; no question allocates. For a person and an
/// instant it answers by the best fence that applies: inside before uncertain before outside, then the likelier, then
/// the nearer, then by id.
/// </summary>
public sealed class GeofenceMap
{
    /// <summary>A bound's own rounding never loses a fence that ties with the best.</summary>
    private const double Slack = 1 + 1e-9;

    /// <summary>More than a computed probability is ever wrong.</summary>
    private const double ProbabilityError = 1e-4;

    /// <summary>By id, so that the order of ids is the order of numbers.</summary>
    private readonly PreparedFence[] _fences;
    private readonly Dictionary<GeofenceId, PreparedFence> _byId;
    private readonly Func<LocalDate, bool>? _isHoliday;
    private readonly FenceLookup _lookup;
    private readonly BoxTree _tree;
    private readonly double _leastThreshold;

    /// <param name="fences">Of one agency, one version each.</param>
    /// <param name="isHoliday">The agency's calendar, for fences that are not in force on holidays.</param>
    /// <param name="before">A map of before: what it prepared of areas that are still the same is used again.</param>
    public GeofenceMap(
        IEnumerable<Geofence> fences, Func<LocalDate, bool>? isHoliday = null, GeofenceMap? before = null)
    {
        _isHoliday = isHoliday;
        _fences = [.. fences.OrderBy(f => f.Id.ToString(), StringComparer.Ordinal)
            .Select(f => PreparedFence.Of(f, before?._byId.GetValueOrDefault(f.Id)))];
        _byId = _fences.ToDictionary(f => f.Fence.Id);
        var boxes = Array.ConvertAll(_fences, fence => fence.Box);
        _lookup = new FenceLookup(boxes);
        _tree = new BoxTree(boxes);
        _leastThreshold = _fences.Select(f => f.Fence.InsideThreshold).DefaultIfEmpty(0).Min();
    }

    public IEnumerable<Geofence> Fences => _fences.Select(fence => fence.Fence);

    public Geofence? Find(GeofenceId id) => _byId.GetValueOrDefault(id)?.Fence;

    /// <summary>Null when the fence is in force under this map's calendar, else why not.</summary>
    public FenceExclusion? WhyNotInForce(Geofence fence, Instant at) => fence.WhyNotInForce(at, _isHoliday);

    /// <summary>The same map with one fence in its other version's place, or beside the others.</summary>
    public GeofenceMap With(Geofence changed) =>
        new(Fences.Where(fence => fence.Id != changed.Id).Append(changed), _isHoliday, this);

    /// <summary>How coarse a fix may be in that fence, which is one of the map's.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public UsableAccuracy UsableAccuracyOf(GeofenceId id, CancellationToken cancel) =>
        UsableAccuracyRules.Of(_byId[id], cancel);

    /// <summary>
    /// The first fence by id that applies and covers the position, the edge included; its accuracy is not asked.
    /// </summary>
    public Geofence? FirstCovering(in Position position, Employee employee, Instant at)
    {
        foreach (var number in _lookup.At(position.LongitudeDegrees, position.LatitudeDegrees))
        {
            var fence = _fences[number];
            if (fence.Covers(position.LongitudeDegrees, position.LatitudeDegrees) && Applies(fence.Fence, employee, at))
            {
                return fence.Fence;
            }
        }

        return null;
    }

    public FenceVerdict Judge(Position position, Employee employee, Instant at)
    {
        var steps = 0L;
        return Judge(position, employee, at, ref steps);
    }

    /// <summary>
    /// As <see cref="Judge(Position, Employee, Instant)"/>; adds how many groups of edges it measured, some ten
    /// nanoseconds each.
    /// </summary>
    public FenceVerdict Judge(Position position, Employee employee, Instant at, ref long steps)
    {
        var plane = new LocalPlane(position.LatitudeDegrees, position.LongitudeDegrees);
        var sigma = position.AccuracyMetres / InsideProbability.SigmasPerAccuracy;
        var (best, bestView, bound) = (-1, default(FenceView), double.PositiveInfinity);
        var walk = new NearestWalk(_tree, plane);
        while (walk.Next(bound, out var number))
        {
            var fence = _fences[number];
            steps++;
            if (Applies(fence.Fence, employee, at)
                && fence.TryLook(position, plane, bound, ref steps, out var view)
                && (best < 0 || IsBetter(view, number, bestView, best)))
            {
                (best, bestView) = (number, view);
                bound = SquareBound(view, sigma, _leastThreshold);
            }
        }

        return best < 0 ? FenceVerdict.Unknown : Verdict(_fences[best].Fence, bestView);
    }

    /// <summary>One of its fences by itself, as if it were everybody's and always in force.</summary>
    internal FenceVerdict LookAt(Geofence fence, in Position position)
    {
        var steps = 0L;
        var plane = new LocalPlane(position.LatitudeDegrees, position.LongitudeDegrees);
        _byId[fence.Id].TryLook(position, plane, double.PositiveInfinity, ref steps, out var view);
        return Verdict(fence, view);
    }

    /// <summary>
    /// How far one of its fences is from the middle of a fix that nothing can be told by. Cheap: the fix's error is
    /// left out.
    /// </summary>
    internal FenceVerdict LookFrom(Geofence fence, in Position position) =>
        LookAt(fence, position.WithoutError) with { Placement = Placement.Unknown, InsideProbability = null };

    private static FenceVerdict Verdict(Geofence fence, in FenceView view) =>
        new(view.Placement, fence.Id, fence.Version, fence.Kind, view.SignedDistanceMetres, view.InsideProbability);

    private bool Applies(Geofence fence, Employee employee, Instant at) =>
        fence.Scope.Covers(employee) && fence.IsInForce(at, _isHoliday);

    /// <summary>
    /// How near, in square metres, a fence must come to be better than this view. Better than inside is only what
    /// covers the fix too. Otherwise a fence at a distance lies beyond a line at that distance, so it is at most as
    /// likely as all beyond the line: below exp(−d²/2σ²) / 2. Better than outside is also what another fence's lower
    /// threshold calls uncertain. Where that tells nothing, what is out of the error's reach must be nearer.
    /// </summary>
    private static double SquareBound(in FenceView best, double sigma, double leastThreshold)
    {
        if (best.Placement == Placement.Inside)
        {
            return 0;
        }

        var least = best.Placement == Placement.Outside
            ? Math.Min(best.InsideProbability, leastThreshold)
            : best.InsideProbability;
        var likelihood = least - ProbabilityError;
        if (likelihood > 0)
        {
            return Math.Max(0, -2 * sigma * sigma * Math.Log(2 * likelihood));
        }

        var farthest = Math.Max(InsideProbability.ReachSigmas * sigma, best.SignedDistanceMetres);
        return farthest * farthest * Slack;
    }

    private static bool IsBetter(in FenceView view, int number, in FenceView best, int bestNumber)
    {
        if (view.Placement != best.Placement)
        {
            return Order(view.Placement) < Order(best.Placement);
        }

        if (view.InsideProbability != best.InsideProbability)
        {
            return view.InsideProbability > best.InsideProbability;
        }

        return view.SignedDistanceMetres != best.SignedDistanceMetres
            ? view.SignedDistanceMetres < best.SignedDistanceMetres
            : number < bestNumber;
    }

    private static int Order(Placement placement) => placement switch
    {
        Placement.Inside => 0,
        Placement.Uncertain => 1,
        Placement.Outside => 2,
        Placement.Unknown => 3,
    };
}
