using System.Globalization;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;

namespace Kinerja.Application.Events;

/// <summary>
/// An agency's events in one partition: each under its number, its number under its id, and in one row the last number
/// given. One transaction writes all three, so that numbers have no gap and no event has two.
/// </summary>
public sealed class TableEventLog(TableStore store) : IEventLog
{
    /// <summary>
    /// With two rows an event and the last number they fit a transaction, in rows and in bytes (256 KB an event, a
    /// third more as base64, of 4 MB).
    /// </summary>
    internal const int MostAtOnce = 10;

    /// <summary>Whoever loses so often gives up: the caller's own repeat comes back to it.</summary>
    private const int Attempts = 10;

    private const string Table = TableNames.Events;

    public async Task<IReadOnlyList<OutgoingEvent>> NumberAsync(
        IReadOnlyCollection<OutgoingEvent> events, CancellationToken cancel)
    {
        var numbered = new List<OutgoingEvent>(events.Count);
        foreach (var some in events.Chunk(MostAtOnce))
        {
            numbered.AddRange(await NumberSomeAsync(some, cancel));
        }

        return numbered;
    }

    public IAsyncEnumerable<OutgoingEvent> ListAsync(AgencyId agency, long after, CancellationToken cancel) => store
        .ListAsync(
            Table,
            TableRange.PrefixAfter(agency.ToString(), EventRows.Numbers, EventRows.NumberKey(after)),
            EventRows.Read, cancel);

    public async Task<long> NewestAsync(AgencyId agency, CancellationToken cancel) =>
        await store.FindAsync(Table, agency.ToString(), EventRows.LastKey, cancel) is { } row
            ? EventRows.NumberOf(row)
            : 0;

    private async Task<IEnumerable<OutgoingEvent>> NumberSomeAsync(OutgoingEvent[] some, CancellationToken cancel)
    {
        var agency = some[0].AgencyId.ToString();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // Nearly every event is new; only who lost a transaction asks which ones are not.
            var known = attempt == 0 ? [] : await KnownAsync(agency, some, cancel);
            var last = await store.FindAsync(Table, agency, EventRows.LastKey, cancel);
            var number = last is null ? 0 : EventRows.NumberOf(last);
            var (given, actions) = (new List<OutgoingEvent>(some.Length), new List<TableTransactionAction>());
            foreach (var one in some)
            {
                if (known.TryGetValue(one.Id, out var before))
                {
                    given.Add(one with { Number = before });
                    continue;
                }

                var next = one with { Number = ++number };
                given.Add(next);
                known[one.Id] = number;
                actions.Add(new(TableTransactionActionType.Add, EventRows.WriteId(agency, next)));
                actions.Add(new(TableTransactionActionType.Add, EventRows.Write(agency, next)));
            }

            if (actions.Count == 0)
            {
                return given;
            }

            var counter = EventRows.WriteLast(agency, number);
            actions.Add(TableStore.Next(counter, last?.ETag.ToString()));
            if (await store.SubmitAsync(Table, actions, cancel))
            {
                return given;
            }
        }

        throw new TimeoutException($"Others number the events of {agency} at the same time.");
    }

    private async Task<Dictionary<string, long>> KnownAsync(
        string agency, OutgoingEvent[] some, CancellationToken cancel)
    {
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var id in some.Select(one => one.Id))
        {
            if (await store.FindAsync(Table, agency, EventRows.IdKey(id), cancel) is { } row)
            {
                known[id] = EventRows.NumberOf(row);
            }
        }

        return known;
    }
}

internal static class EventRows
{
    internal const string LastKey = "last";

    internal const string Numbers = "no_";

    internal static string NumberKey(long number) => Numbers + number.ToString("D12", CultureInfo.InvariantCulture);

    internal static string IdKey(string id) => $"id_{id}";

    internal static long NumberOf(TableEntity row) => row.GetInt64("Number")!.Value;

    internal static TableEntity WriteLast(string agency, long number) => Row(agency, LastKey, number);

    internal static TableEntity WriteId(string agency, OutgoingEvent one) =>
        Row(agency, IdKey(one.Id), one.Number!.Value);

    internal static TableEntity Write(string agency, OutgoingEvent one)
    {
        var row = OutboxRows.Write(agency, one);
        row.RowKey = NumberKey(one.Number!.Value);
        row["Number"] = one.Number.Value;
        return row;
    }

    internal static OutgoingEvent Read(TableEntity row) =>
        OutboxRows.Read(row) with { Number = NumberOf(row), LeftAt = null };

    private static TableEntity Row(string agency, string key, long number)
    {
        var row = TableColumns.NewRow(agency, key);
        row["Number"] = number;
        return row;
    }
}
