using System.Globalization;
using Azure.Data.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Storage;

/// <summary>A fence as a row: its area as well-known binary, in chunks, since a column holds 64 KiB.</summary>
internal static class GeofenceRows
{
    private const int ChunkBytes = 60 * 1024;

    internal static TableEntity Write(string partition, string rowKey, Geofence fence)
    {
        var row = TableColumns.NewRow(partition, rowKey);
        row["FenceId"] = fence.Id.ToString();
        row["Version"] = fence.Version;
        row["Name"] = fence.Name;
        row.PutEnum<GeofenceKind>("Kind", fence.Kind);
        row["Zone"] = fence.Zone.Id;
        row.PutText("ValidFrom", fence.ValidFrom is { } from ? LocalDatePattern.Iso.Format(from) : null);
        row.PutText("ValidTo", fence.ValidTo is { } to ? LocalDatePattern.Iso.Format(to) : null);
        row["InsideThreshold"] = fence.InsideThreshold;
        row["Units"] = string.Join(' ', fence.Scope.Units);
        row["Employees"] = string.Join(' ', fence.Scope.Employees);
        var chunks = new WKBWriter().Write(fence.Area).Chunk(ChunkBytes).ToList();
        row["Chunks"] = chunks.Count;
        for (var i = 0; i < chunks.Count; i++)
        {
            row[Chunk(i)] = chunks[i];
        }

        return row;
    }

    internal static Geofence Read(TableEntity row)
    {
        var bytes = Enumerable.Range(0, row.Int("Chunks")).SelectMany(i => row.GetBinary(Chunk(i))!).ToArray();
        return new Geofence(
            GeofenceId.Parse(row.Text("FenceId")).Value,
            row.Int("Version"),
            row.Text("Name"),
            row.Enum<GeofenceKind>("Kind"),
            DateTimeZoneProviders.Tzdb[row.Text("Zone")],
            Day(row.GetString("ValidFrom")),
            Day(row.GetString("ValidTo")),
            row.GetDouble("InsideThreshold")!.Value,
            new GeofenceScope(
                [.. Words(row, "Units").Select(u => UnitId.Parse(u).Value)],
                [.. Words(row, "Employees").Select(e => EmployeeId.Parse(e).Value)]),
            (MultiPolygon)new WKBReader().Read(bytes));
    }

    private static string Chunk(int index) => string.Create(CultureInfo.InvariantCulture, $"Area{index:D2}");

    private static LocalDate? Day(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;

    private static string[] Words(TableEntity row, string column) =>
        row.Text(column).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
