using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// A row in every month that the leave touches, people by hash: a person's month is one prefix, a shard's is one range.
/// Few leaves pass the end of a month, so there are hardly more rows than leaves.
/// </summary>
public sealed class TableLeaves(TableStore store) : ILeaves
{
    public async Task PutAsync(
        AgencyId agency, LeaveEntry entry, IReadOnlyCollection<YearMonth> noLonger, CancellationToken cancel)
    {
        var first = entry.Leave.From.ToYearMonth();
        foreach (var month in entry.Months().Where(m => m != first))
        {
            await store.PutAsync(TableNames.Leave, LeaveRows.Write(agency, month, entry), cancel);
        }

        foreach (var month in noLonger)
        {
            var row = LeaveRows.Write(agency, month, entry);
            await store[TableNames.Leave].DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancel);
        }

        await store.PutAsync(TableNames.Leave, LeaveRows.Write(agency, first, entry), cancel);
    }

    public async Task<IReadOnlyList<LeaveEntry>> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel)
    {
        var filter = TableRange.Prefix(TableKeys.MonthOf(agency, month), TableKeys.OfPerson(employee));
        return await store.ListAsync(TableNames.Leave, filter, LeaveRows.Read, cancel).ToListAsync(cancel);
    }

    public IAsyncEnumerable<LeaveEntry> ListAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.Leave, TableRange.People(TableKeys.MonthOf(agency, month), range), LeaveRows.Read, cancel);
}

internal static class LeaveRows
{
    internal static TableEntity Write(AgencyId agency, YearMonth month, LeaveEntry entry)
    {
        var leave = entry.Leave;
        var row = TableColumns.NewRow(TableKeys.MonthOf(agency, month), Key(leave));
        row["EmployeeId"] = leave.EmployeeId.ToString();
        row.PutEnum<LeaveKind>("Kind", leave.Kind);
        row["From"] = LocalDatePattern.Iso.Format(leave.From);
        row["To"] = LocalDatePattern.Iso.Format(leave.To);
        if (leave.Part?.Half is { } half)
        {
            row.PutEnum<DayHalf>("Half", half);
        }
        else if (leave.Part is { } part)
        {
            row["FromTime"] = LocalTimePattern.ExtendedIso.Format(part.From);
            row["ToTime"] = LocalTimePattern.ExtendedIso.Format(part.To);
        }

        row["Reference"] = leave.Reference;
        row["Cancelled"] = entry.Cancelled;
        row.PutInstant("RecordedAt", entry.RecordedAt);
        row.PutActor(entry.Actor);
        return row;
    }

    internal static LeaveEntry Read(TableEntity row) => new(
        new Leave(
            EmployeeId.Parse(row.Text("EmployeeId")).Value,
            row.Enum<LeaveKind>("Kind"),
            LocalDatePattern.Iso.Parse(row.Text("From")).Value,
            LocalDatePattern.Iso.Parse(row.Text("To")).Value,
            row.Text("Reference"))
        {
            Part = PartOf(row),
        },
        row.GetBoolean("Cancelled")!.Value,
        row.Instant("RecordedAt"))
    {
        Actor = row.Actor(),
    };

    private static DayPart? PartOf(TableEntity row)
    {
        if (row.GetString("Half") is not null)
        {
            return DayPart.Of(row.Enum<DayHalf>("Half"));
        }

        return row.GetString("FromTime") is { } from
            ? DayPart.Of(
                LocalTimePattern.ExtendedIso.Parse(from).Value,
                LocalTimePattern.ExtendedIso.Parse(row.Text("ToTime")).Value)
            : null;
    }

    /// <summary>
    /// Letters' numbers hold slashes, which a key may not: their hash stands in it, half of a SHA-256.
    /// </summary>
    private static string Key(Leave leave)
    {
        var reference = SHA256.HashData(Encoding.UTF8.GetBytes(leave.Reference)).AsSpan(0, 16);
        return $"{TableKeys.Person(leave.EmployeeId)}_{TableKeys.Day(leave.From)}_{Convert.ToHexStringLower(reference)}";
    }
}
