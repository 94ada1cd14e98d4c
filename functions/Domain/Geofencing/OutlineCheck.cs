using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// What holds of all rings together: an area, in one piece of the map, that can be checked and crosses nothing of
/// itself.
/// </summary>
public static class OutlineCheck
{
    private const string TooMuchWork =
        "Too many edges and rings lie along and within each other to be checked; simplify the outline or draw several fences.";

    /// <summary>What is wrong with it; null for a good outline.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public static string? FaultOf(MultiPolygon area, CancellationToken cancel)
    {
        if (area.IsEmpty)
        {
            return "The area is empty.";
        }

        if (area.EnvelopeInternal.Width > 180)
        {
            return "An area across the antimeridian is not accepted; draw two fences.";
        }

        var most = OutlineWork.Most(area.NumPoints);
        if (OutlineWork.Count(area, most, cancel) > most)
        {
            return TooMuchWork;
        }

        return new IsValidOp(area).ValidationError is { } error
            ? FormattableString.Invariant(
                $"{error.Message} near longitude {error.Coordinate?.X}, latitude {error.Coordinate?.Y}.")
            : null;
    }

    /// <summary>Whether there is more to compare than in a few milliseconds.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public static bool IsDear(MultiPolygon area, CancellationToken cancel) =>
        OutlineWork.Count(area, OutlineWork.MostCheap, cancel) > OutlineWork.MostCheap;
}
