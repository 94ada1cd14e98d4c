using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Kinerja.Application.Contracts;
using Kinerja.Domain;
using Kinerja.Domain.Presence;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Storage;

/// <summary>One row per person and month in the same buckets as the check-ins it was folded from.</summary>
public sealed class TableAttendanceMonths(TableStore store, BucketPlan buckets) : IAttendanceMonths
{
    private const int MostPerTransaction = 100;

    public async Task PutAsync(
        MonthBucket bucket, IReadOnlyCollection<(AttendanceMonth Month, string? Tag)> months, CancellationToken cancel)
    {
        var partition = TableKeys.Bucket(bucket);
        foreach (var chunk in months.Chunk(MostPerTransaction))
        {
            var actions = chunk.Select(m => AttendanceRows.Write(partition, m.Month) is var row && m.Tag is { } tag
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, new ETag(tag))
                : new TableTransactionAction(TableTransactionActionType.Add, row));
            await store[TableNames.AttendanceMonths].SubmitTransactionAsync(actions, cancel);
        }
    }

    public async Task<AttendanceMonth?> FindAsync(AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel)
    {
        var count = await buckets.FindAsync(agency, month, cancel);
        if (count == 0)
        {
            return null;
        }

        var partition = TableKeys.Bucket(agency, month, HashRange.IndexOf(employee, count));
        return await store.FindAsync(TableNames.AttendanceMonths, partition, employee.ToString(), cancel) is { } row
            ? AttendanceRows.Read(row)
            : null;
    }

    public IAsyncEnumerable<Tagged<AttendanceMonth>> ListAsync(MonthBucket bucket, CancellationToken cancel) =>
        store.ListAsync(TableNames.AttendanceMonths, TableRange.Partition(TableKeys.Bucket(bucket)), null, cancel)
            .Select(row => new Tagged<AttendanceMonth>(AttendanceRows.Read(row), row.ETag.ToString()));
}

/// <summary>A month as a row; its days packed into one text, a day per bar: status, mode, in, out, late, early, flag.</summary>
internal static class AttendanceRows
{
    internal static TableEntity Write(string partition, AttendanceMonth month)
    {
        var row = TableColumns.NewRow(partition, month.EmployeeId.ToString());
        row["Month"] = YearMonthPattern.Iso.Format(month.Month);
        row["Days"] = string.Join('|', month.Days.Select(Pack));
        row["Calendar"] = month.CalendarVersion;
        row["Hours"] = month.HoursVersion;
        return row;
    }

    internal static AttendanceMonth Read(TableEntity row)
    {
        var month = YearMonthPattern.Iso.Parse(row.Text("Month")).Value;
        return new AttendanceMonth(
            EmployeeId.Parse(row.RowKey).Value,
            month,
            [.. row.Text("Days").Split('|').Select((day, i) => Unpack(month.OnDayOfMonth(i + 1), day))],
            row.Text("Calendar"),
            row.Text("Hours"));
    }

    private static string Pack(AttendanceDay day) => string.Join(
        ';',
        JsonFormat.Name(day.Status),
        day.Mode is { } mode ? JsonFormat.Name(mode) : "",
        Wall(day.FirstIn),
        Wall(day.LastOut),
        day.LateMinutes?.ToString(CultureInfo.InvariantCulture),
        day.EarlyMinutes?.ToString(CultureInfo.InvariantCulture),
        day.Flagged ? "1" : "");

    private static AttendanceDay Unpack(LocalDate date, string packed)
    {
        var parts = packed.Split(';');
        return new AttendanceDay(
            date,
            EnumNames<DayStatus>.ByName[parts[0]],
            parts[1].Length == 0 ? null : EnumNames<WorkMode>.ByName[parts[1]],
            Wall(parts[2]),
            Wall(parts[3]),
            Number(parts[4]),
            Number(parts[5]),
            parts[6] == "1");
    }

    private static string Wall(LocalTime? time) => time is { } wall ? LocalTimePattern.ExtendedIso.Format(wall) : "";

    private static LocalTime? Wall(string text) => text.Length == 0 ? null : LocalTimePattern.ExtendedIso.Parse(text).Value;

    private static int? Number(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);
}
