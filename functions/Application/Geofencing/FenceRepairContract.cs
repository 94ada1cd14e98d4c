using System.Text.Json;
using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;

namespace Kinerja.Application.Geofencing;

/// <summary>An outline as it was drawn: a GeoJSON Polygon or MultiPolygon.</summary>
public sealed record FenceRepairRequest(JsonElement Geometry)
{
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public Result<MultiPolygon> Read(CancellationToken cancel)
    {
        var faults = new FaultList();
        if (Geometry.ValueKind != JsonValueKind.Undefined && !JsonEscapes.AreText(Geometry))
        {
            faults.Add("/geometry", "An escape in this document is half of a surrogate pair, which is no text.");
            return faults.Refuse();
        }

        ReferenceSystem.Check(Geometry, "/geometry/crs", faults);
        var area = PolygonReader.ReadParts(Geometry, faults, cancel);
        return faults.Count > 0 ? faults.Refuse() : area!;
    }
}

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

public readonly struct FenceRepairResponse(OutlineRepair repair)
{
    public OutlineResponse Geometry => new(repair.Area);
    public bool SameAsDrawn => repair.IsSameAsDrawn;
    public double SquareMetres => Math.Round(repair.SquareMetres, 1);
    public double DrawnSquareMetres => Math.Round(repair.DrawnSquareMetres, 1);

    public static FenceRepairResponse Of(OutlineRepair repair) => new(repair);
}
