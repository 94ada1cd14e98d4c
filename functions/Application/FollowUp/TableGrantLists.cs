using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.FollowUp;
using NodaTime.Text;

namespace Kinerja.Application.FollowUp;

/// <summary>A revision's list and its lines, by person, in one partition.</summary>
public sealed class TableGrantLists(TableStore store) : IGrantLists
{
    private const string Table = TableNames.GrantLists;

    public Task<Tagged<GrantList>?> FindAsync(
        AgencyId agency, AppraisalPeriod period, int revision, CancellationToken cancel) =>
        store.FindAsync(
            Table, TableKeys.Revision(agency, period, revision), GrantRows.ListRow, GrantRows.ReadList, cancel);

    public Task<bool> PutAsync(GrantList list, string? tag, CancellationToken cancel) =>
        store.PutNextAsync(Table, GrantRows.Write(list), tag, cancel);

    public async Task<bool> AddLinesAsync(
        GrantList list, IReadOnlyCollection<GrantLine> lines, CancellationToken cancel)
    {
        foreach (var some in lines.Chunk(TableStore.MostPerTransaction))
        {
            if (!await store.AddTogetherAsync(
                Table, some.Select(line => GrantRows.Write(PartitionOf(list), line)), cancel))
            {
                return false;
            }
        }

        return true;
    }

    public async Task<Tagged<GrantLine>?> FindLineAsync(
        GrantList list, EmployeeId employee, CancellationToken cancel) =>
        await store.FindAsync(Table, PartitionOf(list), GrantRows.LineRow(employee), cancel) is { } row
            ? LineOf(row)
            : null;

    public Task<bool> ReplaceLineAsync(GrantList list, GrantLine line, string tag, CancellationToken cancel) =>
        store.ReplaceAsync(Table, GrantRows.Write(PartitionOf(list), line), tag, cancel);

    public IAsyncEnumerable<Tagged<GrantLine>> ListLinesAsync(
        GrantList list, EmployeeId? after, CancellationToken cancel) =>
        store.ListAsync(
            Table,
            TableRange.PrefixAfter(PartitionOf(list), GrantRows.LinePrefix, GrantRows.LinePrefix + after),
            LineOf, cancel);

    private static string PartitionOf(GrantList list) => TableKeys.Revision(list.AgencyId, list.Period, list.Revision);

    private static Tagged<GrantLine> LineOf(TableEntity row) => new(GrantRows.ReadLine(row), row.ETag.ToString());
}

internal static class GrantRows
{
    internal const string ListRow = "list";
    internal const string LinePrefix = "line_";

    internal static string LineRow(EmployeeId employee) => LinePrefix + employee;

    internal static TableEntity Write(GrantList list)
    {
        var row = TableColumns.NewRow(TableKeys.Revision(list.AgencyId, list.Period, list.Revision), ListRow);
        row["AgencyId"] = list.AgencyId.ToString();
        row.PutPeriod(list.Period);
        row["Revision"] = list.Revision;
        row["From"] = LocalDatePattern.Iso.Format(list.From);
        row["To"] = LocalDatePattern.Iso.Format(list.To);
        row["Months"] = list.Terms.Months;
        if (list.Terms.DaysPerWeek is { } days)
        {
            row["DaysPerWeek"] = days;
        }

        if (list.Terms.DaysOff is { } off)
        {
            row["DaysOff"] = off;
        }

        row.PutText("Start", list.Terms.Start is { } start ? LocalTimePattern.ExtendedIso.Format(start) : null);
        row["Policy"] = list.PolicyVersion;
        row["ProposedBy"] = list.ProposedBy.ToString();
        row.PutInstant("ProposedAt", list.ProposedAt);
        row.PutActor(list.Actor);
        return row;
    }

    internal static GrantList ReadList(TableEntity row) => new(
        AgencyId.Parse(row.Text("AgencyId")).Value,
        row.Period(),
        row.Int("Revision"),
        LocalDatePattern.Iso.Parse(row.Text("From")).Value,
        LocalDatePattern.Iso.Parse(row.Text("To")).Value,
        new GrantTerms(
            row.GetInt32("DaysPerWeek"),
            row.GetString("Start") is { } start ? LocalTimePattern.ExtendedIso.Parse(start).Value : null,
            row.Int("Months"))
        {
            DaysOff = row.GetInt32("DaysOff"),
        },
        row.Text("Policy"),
        EmployeeId.Parse(row.Text("ProposedBy")).Value,
        row.Instant("ProposedAt"))
    {
        Actor = row.Actor(),
    };

    internal static TableEntity Write(string partition, GrantLine line)
    {
        var row = TableColumns.NewRow(partition, LineRow(line.EmployeeId));
        row["EmployeeId"] = line.EmployeeId.ToString();
        row["Place"] = line.Place;
        row.PutEnum<GrantState>("State", line.State);
        row["Reasons"] = string.Join(',', line.Reasons.Select(JsonFormat.Name));
        if (line.Decision is { } decision)
        {
            row["DecidedBy"] = decision.DecidedBy.ToString();
            row["Approved"] = decision.Approved;
            row["Reason"] = decision.Reason;
            row.PutInstant("DecidedAt", decision.At);
            row.PutActor(decision.Actor);
        }

        return row;
    }

    internal static GrantLine ReadLine(TableEntity row) => new(
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        row.Int("Place"),
        row.Enum<GrantState>("State"),
        [.. row.Text("Reasons").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(StoredValues.Enum<FlexibleReason>)],
        row.GetString("DecidedBy") is { } by
            ? new GrantDecision(
                EmployeeId.Parse(by).Value, row.GetBoolean("Approved") == true, row.Text("Reason"),
                row.Instant("DecidedAt"))
            {
                Actor = row.Actor(),
            }
            : null);
}
