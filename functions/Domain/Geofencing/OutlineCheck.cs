using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// What holds of all rings together: an area, in one piece of the map, that can be checked and crosses nothing of
/// itself.
/// </summary>
internal static class OutlineCheck
{
    private const string TooMuchWork =
        "Too many edges and rings lie along and within each other to be checked; simplify the outline or draw several fences.";

    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    internal static void Check(MultiPolygon area, FaultList faults, CancellationToken cancel)
    {
        if (area.IsEmpty)
        {
            faults.Add("/geometry", "The area is empty.");
        }
        else if (area.EnvelopeInternal.Width > 180)
        {
            faults.Add("/geometry", "An area across the antimeridian is not accepted; draw two fences.");
        }
        else if (OutlineWork.Most(area.NumPoints) is var most && OutlineWork.Count(area, most, cancel) > most)
        {
            faults.Add("/geometry", TooMuchWork);
        }
        else if (new IsValidOp(area).ValidationError is { } error)
        {
            faults.Add("/geometry", FormattableString.Invariant(
                $"{error.Message} near longitude {error.Coordinate?.X}, latitude {error.Coordinate?.Y}."));
        }
    }
}
