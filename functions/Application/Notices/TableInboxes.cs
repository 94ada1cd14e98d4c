using System.Globalization;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using NodaTime;

namespace Kinerja.Application.Notices;

/// <summary>
/// A slice of an agency's people in a partition, so that a whole agency is told by some thousand transactions; in it a
/// person's items are one range of keys, the newest first.
/// </summary>
public sealed class TableInboxes(TableStore store) : IInboxes
{
    private const string Table = TableNames.Inboxes;

    /// <summary>Merged, so that a mark of what was seen stays when the same is told again.</summary>
    public Task AddAsync(IReadOnlyCollection<Notice> notices, CancellationToken cancel) =>
        store.MergeAllAsync(Table, notices.DistinctBy(n => (n.EmployeeId, n.Key)).Select(InboxRows.Write), cancel);

    public IAsyncEnumerable<InboxItem> ListAsync(
        AgencyId agency, EmployeeId employee, string? after, CancellationToken cancel)
    {
        var prefix = InboxKeys.Of(employee);
        return store.ListAsync(
            Table, TableRange.PrefixAfter(InboxKeys.Partition(agency, employee), prefix, prefix + after), null, cancel)
            .Select(InboxRows.Read);
    }

    public async Task<InboxItem?> FindAsync(
        AgencyId agency, EmployeeId employee, string id, CancellationToken cancel) =>
        await store.FindAsync(
            Table, InboxKeys.Partition(agency, employee), InboxKeys.Of(employee) + id, cancel) is { } row
            ? InboxRows.Read(row)
            : null;

    public Task MarkSeenAsync(
        AgencyId agency, EmployeeId employee, IReadOnlyCollection<string> ids, Instant now, CancellationToken cancel) =>
        store.MergeAllAsync(
            Table,
            ids.Select(id => InboxRows.Seen(
                InboxKeys.Partition(agency, employee), InboxKeys.Of(employee) + id, now)),
            cancel);
}

internal static class InboxKeys
{
    private const int SliceLetters = 2;

    internal static string Partition(AgencyId agency, EmployeeId employee) =>
        $"{agency}_{TableKeys.Person(employee)[..SliceLetters]}";

    internal static string Of(EmployeeId employee) => $"{TableKeys.Person(employee)}_";

    /// <summary>The time counted backwards, and what was told at it.</summary>
    internal static string Id(Notice notice) => string.Create(
        CultureInfo.InvariantCulture, $"{long.MaxValue - notice.At.ToUnixTimeTicks():D19}-{notice.Key}");
}

internal static class InboxRows
{
    internal static TableEntity Write(Notice notice)
    {
        var about = notice.About;
        var row = TableColumns.NewRow(
            InboxKeys.Partition(notice.AgencyId, notice.EmployeeId),
            InboxKeys.Of(notice.EmployeeId) + InboxKeys.Id(notice));
        row["AgencyId"] = notice.AgencyId.ToString();
        row["EmployeeId"] = notice.EmployeeId.ToString();
        row.PutEnum<NoticeCode>("Code", notice.Code);
        row.PutInstant("At", notice.At);
        row.PutText("SubjectId", about.EmployeeId?.ToString());
        row.PutText("Period", about.Period?.ToString());
        row.PutText("Date", StoredValues.TextOrNull(about.Date));
        row.PutText("Reference", about.Reference);
        row.PutText("Outcome", about.Outcome);
        row.PutText("DueOn", StoredValues.TextOrNull(about.DueOn));
        row.PutInt("Count", about.Count);
        if (about.Until is { } until)
        {
            row.PutInstant("Until", until);
        }

        return row;
    }

    internal static TableEntity Write(InboxItem item)
    {
        var row = Write(item.Notice);
        if (item.SeenAt is { } seen)
        {
            row.PutInstant("SeenAt", seen);
        }

        return row;
    }

    /// <summary>The mark alone, to be merged into the item.</summary>
    internal static TableEntity Seen(string partition, string key, Instant now)
    {
        var row = new TableEntity(partition, key);
        row.PutInstant("SeenAt", now);
        return row;
    }

    internal static InboxItem Read(TableEntity row) => new(
        new Notice(
            AgencyId.Parse(row.Text("AgencyId")).Value,
            StoredValues.Person(row.Text("EmployeeId")),
            row.Enum<NoticeCode>("Code"),
            new NoticeSubject
            {
                EmployeeId = row.GetString("SubjectId") is { } person ? StoredValues.Person(person) : null,
                Period = row.GetString("Period") is { } period ? AppraisalPeriod.Parse(period).Value : null,
                Date = StoredValues.DayOrNull(row.GetString("Date")),
                Reference = row.GetString("Reference"),
                Outcome = row.GetString("Outcome"),
                DueOn = StoredValues.DayOrNull(row.GetString("DueOn")),
                Count = row.GetInt32("Count"),
                Until = row.GetInt64("Until") is null ? null : row.Instant("Until"),
            },
            row.Instant("At")),
        row.GetInt64("SeenAt") is null ? null : row.Instant("SeenAt"));
}
