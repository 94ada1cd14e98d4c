using NetTopologySuite.Geometries;

namespace Kinerja.Domain.Geofencing;

/// <summary>Which way around rings run: shells counter-clockwise, holes clockwise (RFC 7946).</summary>
public static class Winding
{
    /// <summary>The polygon of these rings, whichever way they were drawn.</summary>
    public static Polygon PolygonOf(LinearRing shell, IEnumerable<LinearRing> holes) => shell.Factory.CreatePolygon(
        Wind(shell, counterClockwise: true), [.. holes.Select(hole => Wind(hole, counterClockwise: false))]);

    private static LinearRing Wind(LinearRing ring, bool counterClockwise) =>
        ring.IsCCW == counterClockwise ? ring : (LinearRing)ring.Reverse();
}
