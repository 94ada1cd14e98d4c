using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Kinerja.Domain.Geofencing;

/// <summary>What is wrong with an outline, and where it is when it is at one place.</summary>
public sealed record OutlineFault(Sentence Detail, MapPlace? At = null);

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
    public static OutlineFault? FaultOf(MultiPolygon area, CancellationToken cancel)
    {
        if (area.IsEmpty)
        {
            return new OutlineFault("The area is empty.");
        }

        if (area.EnvelopeInternal.Width > 180)
        {
            return new OutlineFault("An area across the antimeridian is not accepted; draw two fences.");
        }

        var most = OutlineWork.Most(area.NumPoints);
        if (OutlineWork.Count(area, most, cancel) > most)
        {
            return new OutlineFault(TooMuchWork);
        }

        return new IsValidOp(area).ValidationError is { } error
            ? new OutlineFault(
                $"{Words(error)} near longitude {error.Coordinate?.X}, latitude {error.Coordinate?.Y}.",
                error.Coordinate is { } at ? new MapPlace(at.X, at.Y) : null)
            : null;
    }

    /// <summary>The library's own words, which a test holds equal.</summary>
    internal static Sentence Words(TopologyValidationError error) => error.ErrorType switch
    {
        TopologyValidationErrors.HoleOutsideShell => "Hole lies outside shell",
        TopologyValidationErrors.NestedHoles => "Holes are nested",
        TopologyValidationErrors.DisconnectedInteriors => "Interior is disconnected",
        TopologyValidationErrors.SelfIntersection => "Self-intersection",
        TopologyValidationErrors.RingSelfIntersection => "Ring Self-intersection",
        TopologyValidationErrors.NestedShells => "Nested shells",
        TopologyValidationErrors.DuplicateRings => "Duplicate Rings",
        TopologyValidationErrors.TooFewPoints => "Too few points in geometry component",
        TopologyValidationErrors.InvalidCoordinate => "Invalid Coordinate",
        _ => "Topology Validation Error",
    };

    /// <summary>Whether there is more to compare than in a few milliseconds.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public static bool IsDear(MultiPolygon area, CancellationToken cancel) =>
        OutlineWork.Count(area, OutlineWork.MostCheap, cancel) > OutlineWork.MostCheap;
}
