using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// All fences of one agency, prepared once and shared between threads. For a person and an instant it answers by the
/// best fence that applies: inside before uncertain before outside, then the likelier, then the nearer, then by id.
/// </summary>
public sealed class GeofenceMap
{
    private readonly PreparedFence[] _fences;
    private readonly Dictionary<GeofenceId, Geofence> _byId;
    private readonly Func<LocalDate, bool>? _isHoliday;

    /// <param name="fences">Of one agency, one version each.</param>
    /// <param name="isHoliday">The agency's calendar, for fences that are not in force on holidays.</param>
    public GeofenceMap(IEnumerable<Geofence> fences, Func<LocalDate, bool>? isHoliday = null)
    {
        _isHoliday = isHoliday;
        _fences = [.. fences.OrderBy(f => f.Id.ToString(), StringComparer.Ordinal).Select(f => new PreparedFence(f))];
        _byId = _fences.ToDictionary(f => f.Fence.Id, f => f.Fence);
    }

    public Geofence? Find(GeofenceId id) => _byId.GetValueOrDefault(id);

    public FenceVerdict Judge(Position position, Employee employee, Instant at)
    {
        var plane = new LocalPlane(position.LatitudeDegrees, position.LongitudeDegrees);
        PreparedFence? best = null;
        FenceView bestView = default;
        foreach (var fence in _fences)
        {
            // The cheap questions first: most fences of an agency are far away.
            if ((best is not null && CannotWin(fence.LeastDistanceMetres(plane), position, bestView))
                || !fence.Fence.Scope.Covers(employee)
                || !fence.Fence.IsInForce(at, _isHoliday))
            {
                continue;
            }

            var view = fence.Look(position, plane);
            if (best is null || IsBetter(view, bestView))
            {
                (best, bestView) = (fence, view);
            }
        }

        return best is null
            ? FenceVerdict.Unknown
            : new FenceVerdict(
                bestView.Placement,
                best.Fence.Id,
                best.Fence.Version,
                best.Fence.Kind,
                bestView.SignedDistanceMetres,
                bestView.InsideProbability);
    }

    /// <summary>Farther than the best and than the fix's error reaches: it is outside, unlikely and not nearer.</summary>
    private static bool CannotWin(double leastDistanceMetres, Position position, FenceView best) =>
        leastDistanceMetres > best.SignedDistanceMetres
        && leastDistanceMetres >
            InsideProbability.ReachSigmas * position.AccuracyMetres / InsideProbability.SigmasPerAccuracy;

    private static bool IsBetter(FenceView view, FenceView best) =>
        (Order(view.Placement), -view.InsideProbability, view.SignedDistanceMetres)
            .CompareTo((Order(best.Placement), -best.InsideProbability, best.SignedDistanceMetres)) < 0;

    private static int Order(Placement placement) => placement switch
    {
        Placement.Inside => 0,
        Placement.Uncertain => 1,
        Placement.Outside => 2,
        Placement.Unknown => 3,
    };
}
