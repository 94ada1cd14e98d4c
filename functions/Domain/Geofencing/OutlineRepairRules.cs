using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// A good outline for one that crosses itself: a suggestion, which a person looks at before it is a fence. Areas are in
/// square metres. That of the drawing is by its corners in their order, so that a loop which runs the other way around
/// is counted against the rest, and never less than nothing.
/// </summary>
public sealed record OutlineRepair(
    MultiPolygon Area, double SquareMetres, double DrawnSquareMetres, bool IsSameAsDrawn);

/// <summary>
/// Repairs an outline by NetTopologySuite's <c>GeometryFixer</c>: every loop of a shell stays area, what lies in a hole
/// stays out of it, and a part without area goes.
/// </summary>
public static class OutlineRepairRules
{
    /// <summary>
    /// More corners than anybody mends by hand. The repair can be neither limited nor stopped, and every crossing
    /// becomes a corner of it; so an outline that is dear to check is not repaired at all.
    /// </summary>
    public const int MostCorners = 10_000;

    /// <summary>Pointers begin at the body, whose member <c>geometry</c> the outline is.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public static Result<OutlineRepair> Of(MultiPolygon drawn, CancellationToken cancel)
    {
        if (drawn.NumPoints > MostCorners || OutlineCheck.IsDear(drawn, cancel))
        {
            return Refuse(new OutlineFault(
                $"An outline of at most {MostCorners} corners with few crossings is repaired; simplify this one."));
        }

        var isGood = OutlineCheck.FaultOf(drawn, cancel) is null;
        var area = isGood ? drawn : Fixed(drawn);
        if (OutlineCheck.FaultOf(area, cancel) is { } fault)
        {
            return Refuse(area.IsEmpty ? new OutlineFault("No area is left of this outline.") : fault);
        }

        var box = drawn.EnvelopeInternal;
        var plane = new LocalPlane((box.MinY + box.MaxY) / 2, (box.MinX + box.MaxX) / 2);
        var perSquareDegree = plane.MetresPerDegreeNorth * plane.MetresPerDegreeEast;
        return new OutlineRepair(area, area.Area * perSquareDegree, Math.Max(0, drawn.Area) * perSquareDegree, isGood);
    }

    private static MultiPolygon Fixed(MultiPolygon drawn)
    {
        var found = GeometryFixer.Fix(drawn);
        var polygons = Enumerable.Range(0, found.NumGeometries).Select(found.GetGeometryN).OfType<Polygon>()
            .Where(polygon => !polygon.IsEmpty)
            .Select(polygon => Winding.PolygonOf(polygon.Shell, polygon.Holes));
        return drawn.Factory.CreateMultiPolygon([.. polygons]);
    }

    private static Refusal Refuse(OutlineFault fault) =>
        new(RefusalKind.Malformed, RefusalCodes.InvalidGeofence, fault.Detail)
        {
            Faults = [new("/geometry", fault.Detail) { At = fault.At }],
        };
}
