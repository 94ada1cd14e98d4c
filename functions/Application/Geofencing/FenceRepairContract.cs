using System.Text.Json;
using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Application.Json;
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
        var area = PolygonReader.Read(Geometry, faults, cancel);
        return faults.Count > 0 ? faults.Refuse() : area!;
    }
}

public readonly struct FenceRepairResponse(OutlineRepair repair)
{
    public OutlineResponse Geometry => new(repair.Area);
    public bool SameAsDrawn => repair.IsSameAsDrawn;
    public double SquareMetres => Math.Round(repair.SquareMetres, 1);
    public double DrawnSquareMetres => Math.Round(repair.DrawnSquareMetres, 1);

    public static FenceRepairResponse Of(OutlineRepair repair) => new(repair);
}
