using System.Text;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.FlexibleWork;

/// <summary>The four rows of a planned day, all of one partition.</summary>
internal sealed class FlexibleDayRows(string partition)
{
    internal TableEntity Day(FlexibleDay day) => Write(FlexibleDayKeys.Day(day.EmployeeId, day.Date), day);

    internal TableEntity UnitDay(FlexibleDay day) =>
        Write(FlexibleDayKeys.UnitDay(day.UnitId, day.Date, day.EmployeeId), day);

    internal TableEntity Count(FlexibleDay day, int count)
    {
        var row = TableColumns.NewRow(partition, FlexibleDayKeys.Count(day.UnitId, day.Date));
        row["Count"] = count;
        return row;
    }

    internal static int ReadCount(TableEntity row) => row.Int("Count");

    /// <summary>A person's dates as bytes: a year of them fits a column.</summary>
    internal TableEntity Person(FlexibleDay day, IEnumerable<LocalDate> dates)
    {
        var row = TableColumns.NewRow(partition, FlexibleDayKeys.Person(day.EmployeeId));
        row["Dates"] = Encoding.ASCII.GetBytes(
            string.Join(' ', dates.Distinct().Order().Select(LocalDatePattern.Iso.Format)));
        return row;
    }

    internal static IReadOnlyList<LocalDate> ReadDates(TableEntity row) =>
    [
        .. Encoding.ASCII.GetString(row.GetBinary("Dates")!).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => LocalDatePattern.Iso.Parse(text).Value),
    ];

    internal static FlexibleDay Read(TableEntity row) => new(
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        UnitId.Parse(row.Text("UnitId")).Value,
        LocalDatePattern.Iso.Parse(row.Text("Date")).Value,
        GeofenceId.Parse(row.Text("Place")).Value,
        row.Instant("PlannedAt"),
        row.Text("Policy"))
    {
        Actor = row.Actor(),
    };

    private TableEntity Write(string key, FlexibleDay day)
    {
        var row = TableColumns.NewRow(partition, key);
        row["EmployeeId"] = day.EmployeeId.ToString();
        row["UnitId"] = day.UnitId.ToString();
        row["Date"] = LocalDatePattern.Iso.Format(day.Date);
        row["Place"] = day.Place.ToString();
        row.PutInstant("PlannedAt", day.PlannedAt);
        row["Policy"] = day.PolicyVersion;
        row.PutActor(day.Actor);
        return row;
    }
}
