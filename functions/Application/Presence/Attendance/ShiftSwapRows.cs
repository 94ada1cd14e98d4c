using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// A swap as a row; its trail as JSON, since words may hold anything. Beside them one row counts those that hold.
/// </summary>
internal static class ShiftSwapRows
{
    /// <summary>It sorts behind months (digits).</summary>
    internal const string HeldKey = "held";

    internal static TableEntity Write(ShiftSwap swap)
    {
        var row = TableColumns.NewRow(
            swap.AgencyId.ToString(), Key(swap.First.ToYearMonth(), swap.EmployeeId, swap.Id));
        row["Id"] = swap.Id.ToString();
        row["AgencyId"] = swap.AgencyId.ToString();
        row["EmployeeId"] = swap.EmployeeId.ToString();
        row["WithId"] = swap.WithId.ToString();
        row["Dates"] = string.Join(' ', swap.Dates.Select(LocalDatePattern.Iso.Format));
        row.PutEnum<ShiftSwapState>("State", swap.State);
        row["Trail"] = StoredSwapStep.Write(swap.Trail);
        row.PutInt("Number", swap.Number);
        return row;
    }

    internal static ShiftSwap Read(TableEntity row) => new(
        ClientId.Parse(row.Text("Id")).Value,
        AgencyId.Parse(row.Text("AgencyId")).Value,
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        EmployeeId.Parse(row.Text("WithId")).Value,
        [.. row.Text("Dates").Split(' ').Select(text => LocalDatePattern.Iso.Parse(text).Value)],
        row.Enum<ShiftSwapState>("State"),
        StoredSwapStep.Read(row.Text("Trail")))
    {
        Number = row.GetInt32("Number"),
    };

    internal static TableEntity WriteHeld(AgencyId agency, int count)
    {
        var row = TableColumns.NewRow(agency.ToString(), HeldKey);
        row["Count"] = count;
        return row;
    }

    internal static string Month(YearMonth month) => TableKeys.Month(month) + "_";

    internal static string Key(YearMonth month, EmployeeId employee, ClientId id) =>
        $"{Month(month)}{TableKeys.Person(employee)}_{id}";
}
