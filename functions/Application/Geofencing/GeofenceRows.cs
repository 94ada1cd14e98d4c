using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Geofencing;

/// <summary>
/// A fence's version as a row. A long area stands in rows of its own, which this one names by their hash.
/// </summary>
internal static class GeofenceRows
{
    /// <summary>The columns that a list needs: everything but areas and scopes.</summary>
    internal static readonly string[] Summary =
    [
        "RowKey", "FenceId", "Version", "Name", "Kind", "ValidFrom", "ValidTo", "Vertices", "Content", "WrittenAt",
        "Withdrawn",
    ];

    internal static TableEntity Write(string partition, string rowKey, FenceVersion version, FenceAreaRows area)
    {
        var fence = version.Fence;
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

        PutScope(row, fence.Scope);
        row["Vertices"] = fence.Area.NumPoints;
        row["AreaBytes"] = area.Bytes;
        row["AreaSha256"] = area.Sha256;
        if (area.FitsRow)
        {
            area.PutIn(row);
        }

        row["Content"] = version.ContentSha256;
        row.PutInstant("WrittenAt", version.WrittenAt);
        row.PutActor(version.Actor);
        return row;
    }

    /// <summary>Whether the area is in the row itself.</summary>
    internal static bool HoldsArea(TableEntity row) => row.ContainsKey("Chunks");

    internal static string AreaSha256(TableEntity row) => row.Text("AreaSha256");

    internal static Geofence Read(TableEntity row, MultiPolygon? area = null) => new(
        GeofenceId.Parse(row.Text("FenceId")).Value,
        row.Int("Version"),
        row.Text("Name"),
        row.Enum<GeofenceKind>("Kind"),
        DateTimeZoneProviders.Tzdb[row.Text("Zone")],
        Day(row, "ValidFrom"),
        Day(row, "ValidTo"),
        row.GetDouble("InsideThreshold")!.Value,
        new GeofenceScope(
            [.. Words(row, "Units").Select(u => UnitId.Parse(u).Value)],
            [.. Words(row, "Employees").Select(e => EmployeeId.Parse(e).Value)])
        {
            Posts = [.. Words(row, "Posts").Select(p => PostId.Parse(p).Value)],
        },
        area ?? FenceAreaRows.Read(row.GetChunks("Area")))
    {
        Hours = new FenceHours(
            [.. row.Text("Windows").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ReadWindow)],
            row.Enum<HolidayRule>("Holidays")),
        CapacityPeople = row.GetInt32("CapacityPeople"),
    };

    internal static FenceSummary ReadSummary(TableEntity row) => new(
        GeofenceId.Parse(row.Text("FenceId")).Value,
        row.Int("Version"),
        row.Text("Name"),
        row.Enum<GeofenceKind>("Kind"),
        Day(row, "ValidFrom"),
        Day(row, "ValidTo"),
        row.Int("Vertices"),
        row.Text("Content"),
        row.Instant("WrittenAt"));

    internal static StandingFence ReadStanding(TableEntity row) =>
        new(row.Int("Version"), IsWithdrawn(row), row.Text("Content"), row.ETag.ToString()) { Actor = row.Actor() };

    /// <summary>What stands of a fence that was withdrawn: the version and content of what it was.</summary>
    internal static TableEntity WriteWithdrawn(string partition, GeofenceId id, StandingFence standing)
    {
        var row = TableColumns.NewRow(partition, TableKeys.FenceCurrent(id.ToString()));
        row["Version"] = standing.Version;
        row["Content"] = standing.ContentSha256;
        row["Withdrawn"] = true;
        row.PutActor(standing.Actor);
        return row;
    }

    internal static TableEntity WriteStamp(string partition, string text)
    {
        var row = TableColumns.NewRow(partition, TableKeys.FenceStamp);
        row["Stamp"] = text;
        return row;
    }

    internal static string ReadStamp(TableEntity row) => row.Text("Stamp");

    internal static bool IsWithdrawn(TableEntity row) => row.GetBoolean("Withdrawn") == true;

    /// <summary>
    /// As bytes: a thousand of the longest ids fit a column, which as text they do not, at two bytes a character.
    /// </summary>
    private static void PutScope(TableEntity row, GeofenceScope scope)
    {
        row["Units"] = Encoding.ASCII.GetBytes(string.Join(' ', scope.Units));
        row["Posts"] = Encoding.ASCII.GetBytes(string.Join(' ', scope.Posts));
        row["Employees"] = Encoding.ASCII.GetBytes(string.Join(' ', scope.Employees));
    }

    /// <summary>Days by name, start and end as minutes of the day: <c>monday,friday;360;1140</c>.</summary>
    private static string Write(WeeklyWindow window) => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(',', Days(window.Days))};{MinuteOf(window.From)};{MinuteOf(window.To)}");

    private static WeeklyWindow ReadWindow(string text)
    {
        var parts = text.Split(';');
        return new WeeklyWindow(
            parts[0].Split(',').Select(StoredValues.Enum<WeekDays>).Aggregate(
                default(WeekDays), (days, day) => days | day),
            MinutesIn(parts[1]),
            MinutesIn(parts[2]));
    }

    private static IEnumerable<string> Days(WeekDays days) =>
        Enum.GetValues<WeekDays>().Where(day => days.HasFlag(day)).Select(JsonFormat.Name);

    private static int MinuteOf(LocalTime time) => (60 * time.Hour) + time.Minute;

    private static LocalTime MinutesIn(string text) =>
        LocalTime.FromMinutesSinceMidnight(int.Parse(text, CultureInfo.InvariantCulture));

    private static LocalDate? Day(TableEntity row, string column) =>
        row.GetString(column) is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;

    private static string[] Words(TableEntity row, string column) =>
        Encoding.ASCII.GetString(row.GetBinary(column)!).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
