using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A swap as a row; its trail as JSON, since words may hold anything.</summary>
internal static class ShiftSwapRows
{
    internal static TableEntity Write(ShiftSwap swap)
    {
        var row = TableColumns.NewRow(
            TableKeys.MonthOf(swap.AgencyId, swap.First.ToYearMonth()), Key(swap.EmployeeId, swap.Id));
        row["Id"] = swap.Id.ToString();
        row["AgencyId"] = swap.AgencyId.ToString();
        row["EmployeeId"] = swap.EmployeeId.ToString();
        row["WithId"] = swap.WithId.ToString();
        row["Dates"] = string.Join(' ', swap.Dates.Select(LocalDatePattern.Iso.Format));
        row.PutEnum<ShiftSwapState>("State", swap.State);
        row["Trail"] = StoredSwapStep.Write(swap.Trail);
        return row;
    }

    internal static ShiftSwap Read(TableEntity row) => new(
        ClientId.Parse(row.Text("Id")).Value,
        AgencyId.Parse(row.Text("AgencyId")).Value,
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        EmployeeId.Parse(row.Text("WithId")).Value,
        [.. row.Text("Dates").Split(' ').Select(text => LocalDatePattern.Iso.Parse(text).Value)],
        row.Enum<ShiftSwapState>("State"),
        StoredSwapStep.Read(row.Text("Trail")));

    internal static string Key(EmployeeId employee, ClientId id) => $"{TableKeys.Person(employee)}_{id}";
}
