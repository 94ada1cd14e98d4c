using NetTopologySuite.Geometries;

namespace Kinerja.Application.Geofencing.GeoJson;

/// <summary>An outline as a GeoJSON MultiPolygon: shells counter-clockwise, longitude first.</summary>
public readonly struct OutlineResponse(MultiPolygon area)
{
    public string Type => "MultiPolygon";
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>>> Coordinates =>
        [.. area.Geometries.Cast<Polygon>().Select(RingsOf)];

    private static IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> RingsOf(Polygon polygon) =>
        [.. polygon.Holes.Prepend(polygon.Shell).Select(PositionsOf)];

    private static IReadOnlyList<IReadOnlyList<double>> PositionsOf(LinearRing ring) =>
        [.. ring.Coordinates.Select(at => (IReadOnlyList<double>)[at.X, at.Y])];
}
