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

    /// <summary>
    /// Merged, so that a mark of what was seen or ended stays when the same is told again. What asks is listed under
    /// its matter before the matter's end is looked for, and an end is written before the list is read: whichever comes
    /// last sees the other.
    /// </summary>
    public async Task AddAsync(IReadOnlyCollection<Notice> notices, CancellationToken cancel)
    {
        var all = notices.DistinctBy(n => (n.EmployeeId, n.Key)).ToList();
        await store.MergeAllAsync(Table, all.Select(InboxRows.Write), cancel);
        var asked = all.Select(n => (Notice: n, Matter: NoticeMatter.AskedBy(n))).Where(a => a.Matter is not null)
            .Select(a => (a.Notice, Matter: a.Matter!)).ToList();
        await store.MergeAllAsync(Table, asked.Select(a => MatterRows.Write(a.Matter, a.Notice)), cancel);
        foreach (var matter in asked.Select(a => a.Matter).Distinct())
        {
            if (await FindEndAsync(matter, cancel) is { } at)
            {
                await EndItemsAsync(matter, null, at, cancel);
            }
        }

        foreach (var notice in all)
        {
            if (NoticeMatter.DecidedBy(notice) is { } decided)
            {
                await EndAsync(decided, null, notice.At, cancel);
            }
        }
    }

    public async Task EndAsync(NoticeMatter matter, EmployeeId? person, Instant at, CancellationToken cancel)
    {
        if (person is null && !(await FindEndAsync(matter, cancel) >= at))
        {
            await store.PutAsync(Table, MatterRows.Write(new MatterEnd(matter.AgencyId, matter.Key, at)), cancel);
        }

        await EndItemsAsync(matter, person, at, cancel);
    }

    public IAsyncEnumerable<InboxItem> ListAsync(
        AgencyId agency, EmployeeId employee, string? after, CancellationToken cancel)
    {
        var prefix = InboxKeys.Of(employee);
        return store.ListAsync(
            Table, TableRange.PrefixAfter(InboxKeys.Partition(agency, employee), prefix, prefix + after),
            InboxRows.Read, cancel);
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

    private async Task<Instant?> FindEndAsync(NoticeMatter matter, CancellationToken cancel) =>
        await store.FindAsync(
            Table, MatterRows.Partition(matter.AgencyId, matter.Key), MatterRows.End(matter.Key), cancel) is { } row
            ? MatterRows.ReadEnd(row).At
            : null;

    private async Task EndItemsAsync(NoticeMatter matter, EmployeeId? person, Instant at, CancellationToken cancel)
    {
        var asked = await store.ListAsync(
            Table,
            TableRange.Prefix(
                MatterRows.Partition(matter.AgencyId, matter.Key), MatterRows.Prefix(matter.Key, person)),
                MatterRows.ReadAsked, cancel)
                .Where(a => a.At <= at && a.EndedAt is null).ToListAsync(cancel);
        await store.MergeAllAsync(Table, asked.Select(a => InboxRows.Ended(a, at)), cancel);
        await store.MergeAllAsync(Table, asked.Select(a => MatterRows.Ended(a, at)), cancel);
    }
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

        if (item.EndedAt is { } ended)
        {
            row.PutInstant("EndedAt", ended);
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

    /// <summary>The same of the matter's end.</summary>
    internal static TableEntity Ended(AskedItem asked, Instant at)
    {
        var row = new TableEntity(
            InboxKeys.Partition(asked.AgencyId, asked.EmployeeId), InboxKeys.Of(asked.EmployeeId) + asked.ItemId);
        row.PutInstant("EndedAt", at);
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
        row.GetInt64("SeenAt") is null ? null : row.Instant("SeenAt"))
    {
        EndedAt = row.GetInt64("EndedAt") is null ? null : row.Instant("EndedAt"),
    };
}
