using System.Globalization;
using System.Text;
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
        row["Windows"] = string.Join(' ', fence.Hours.Windows.Select(Write));
        row.PutEnum<HolidayRule>("Holidays", fence.Hours.Holidays);
        if (fence.CapacityPeople is { } people)
        {
            row["CapacityPeople"] = people;
        }

        // As bytes: a thousand of the longest ids fit a column, which as text they do not, at two bytes a character.
        row["Units"] = Encoding.ASCII.GetBytes(string.Join(' ', fence.Scope.Units));
        row["Employees"] = Encoding.ASCII.GetBytes(string.Join(' ', fence.Scope.Employees));
        row.PutChunks("Area", new WKBWriter().Write(fence.Area));
        return row;
    }

    internal static Geofence Read(TableEntity row)
    {
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
            (MultiPolygon)new WKBReader().Read(row.GetChunks("Area")))
        {
            Hours = new FenceHours(
                [.. row.Text("Windows").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ReadWindow)],
                row.Enum<HolidayRule>("Holidays")),
            CapacityPeople = row.GetInt32("CapacityPeople"),
        };
    }

    /// <summary>Days as the bits of their set, start and end as minutes of the day: <c>31;360;1140</c>.</summary>
    private static string Write(WeeklyWindow window) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)window.Days};{MinuteOf(window.From)};{MinuteOf(window.To)}");

    private static WeeklyWindow ReadWindow(string text)
    {
        var parts = Array.ConvertAll(text.Split(';'), part => int.Parse(part, CultureInfo.InvariantCulture));
        return new WeeklyWindow((WeekDays)parts[0], LocalTime.FromMinutesSinceMidnight(parts[1]), LocalTime.FromMinutesSinceMidnight(parts[2]));
    }

    private static int MinuteOf(LocalTime time) => (60 * time.Hour) + time.Minute;

    private static LocalDate? Day(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;

    private static string[] Words(TableEntity row, string column) =>
        Encoding.ASCII.GetString(row.GetBinary(column)!).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
