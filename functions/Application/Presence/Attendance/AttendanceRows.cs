using System.Globalization;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// A month as a row; its days packed into one text, a day per bar: status, mode, place, in, out, late, early, away,
/// worked, flag, which of the month's versions of hours, the findings by name, each with what it points to after an
/// equals sign, and the minutes excused.
/// </summary>
internal static class AttendanceRows
{
    internal static TableEntity Write(string partition, AttendanceMonth month)
    {
        var row = TableColumns.NewRow(partition, month.EmployeeId.ToString());
        var hours = month.HoursVersions.ToList();
        row["Month"] = YearMonthPattern.Iso.Format(month.Month);
        row["Days"] = string.Join('|', month.Days.Select(day => Pack(day, hours.IndexOf(day.HoursVersion))));
        row.PutText("Calendar", month.CalendarVersion);
        row["Hours"] = string.Join(' ', hours);
        return row;
    }

    internal static AttendanceMonth Read(TableEntity row)
    {
        var month = YearMonthPattern.Iso.Parse(row.Text("Month")).Value;
        var hours = row.Text("Hours").Split(' ');
        return new AttendanceMonth(
            EmployeeId.Parse(row.RowKey).Value,
            month,
            [.. row.Text("Days").Split('|').Select((day, i) => Unpack(month.OnDayOfMonth(i + 1), day, hours))],
            row.GetString("Calendar"));
    }

    private static string Pack(AttendanceDay day, int hours) => string.Join(
        ';',
        JsonFormat.Name(day.Status),
        day.Mode is { } mode ? JsonFormat.Name(mode) : "",
        day.Place is { } place ? JsonFormat.Name(place) : "",
        Wall(day.FirstIn),
        Wall(day.LastOut),
        day.LateMinutes?.ToString(CultureInfo.InvariantCulture),
        day.EarlyMinutes?.ToString(CultureInfo.InvariantCulture),
        day.AwayMinutes == 0 ? "" : day.AwayMinutes.ToString(CultureInfo.InvariantCulture),
        day.WorkedMinutes?.ToString(CultureInfo.InvariantCulture),
        day.Flagged ? "1" : "",
        hours == 0 ? "" : hours.ToString(CultureInfo.InvariantCulture),
        string.Join(',', day.Findings.Select(Pack)),
        day.ExcusedMinutes == 0 ? "" : day.ExcusedMinutes.ToString(CultureInfo.InvariantCulture));

    private static AttendanceDay Unpack(LocalDate date, string packed, string[] hours)
    {
        var parts = packed.Split(';');
        return new AttendanceDay(
            date,
            StoredValues.Enum<DayStatus>(parts[0]),
            parts[1].Length == 0 ? null : StoredValues.Enum<WorkMode>(parts[1]),
            parts[2].Length == 0 ? null : StoredValues.Enum<GeofenceKind>(parts[2]),
            Wall(parts[3]),
            Wall(parts[4]),
            Number(parts[5]),
            Number(parts[6]),
            Number(parts[7]) ?? 0,
            parts[9] == "1",
            [.. parts[11].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Finding)],
            hours[Number(parts[10]) ?? 0])
        {
            WorkedMinutes = Number(parts[8]),
            ExcusedMinutes = Number(parts[12]) ?? 0,
        };
    }

    private static string Pack(DayFinding finding) =>
        JsonFormat.Name(
            finding.Reason) + (finding.Reference is null ? "" : "=" + Uri.EscapeDataString(finding.Reference));

    private static DayFinding Finding(string packed)
    {
        var parts = packed.Split('=');
        return new DayFinding(
            StoredValues.Enum<DayReason>(parts[0]),
            parts.Length == 1 ? null : Uri.UnescapeDataString(parts[1]));
    }

    private static string Wall(LocalTime? time) => time is { } wall ? LocalTimePattern.ExtendedIso.Format(wall) : "";

    private static LocalTime? Wall(string text) =>
        text.Length == 0 ? null : LocalTimePattern.ExtendedIso.Parse(text).Value;

    private static int? Number(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);
}
