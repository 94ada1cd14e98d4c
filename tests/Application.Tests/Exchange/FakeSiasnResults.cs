using System.Globalization;
using Kinerja.Application.Exchange;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Exchange;

namespace Kinerja.Application.Tests.Exchange;

internal sealed class FakeSiasnResults : ISiasnResults, ISiasnQueue
{
    private readonly Dictionary<(AgencyId, AppraisalPeriod, int Number), Tagged<SiasnShard>> _shards = [];
    private int _writes;

    internal Dictionary<AgencyId, Tagged<SiasnAccount>> Accounts { get; } = [];

    internal Dictionary<(AgencyId, AppraisalPeriod, EmployeeId Person), SiasnEntry> Entries { get; } = [];

    internal Queue<SiasnStep> Queued { get; } = [];

    public Task<Tagged<SiasnAccount>?> FindAccountAsync(AgencyId agency, CancellationToken cancel) =>
        Task.FromResult(Accounts.GetValueOrDefault(agency));

    public Task<bool> PutAccountAsync(SiasnAccount account, string? tag, CancellationToken cancel) =>
        Put(Accounts, account.AgencyId, account, tag);

    public Task RemoveAccountAsync(AgencyId agency, CancellationToken cancel)
    {
        Accounts.Remove(agency);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Tagged<SiasnShard>>> ListShardsAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Tagged<SiasnShard>>>(
            [.. _shards.Where(s => (s.Key.Item1, s.Key.Item2) == (agency, period)).OrderBy(s => s.Key.Number)
                .Select(s => s.Value)]);

    public Task<Tagged<SiasnShard>?> FindShardAsync(
        AgencyId agency, AppraisalPeriod period, int number, CancellationToken cancel) =>
        Task.FromResult(_shards.GetValueOrDefault((agency, period, number)));

    public Task<bool> PutShardAsync(SiasnShard shard, string? tag, CancellationToken cancel) =>
        Put(_shards, (shard.AgencyId, shard.Period, shard.Number), shard, tag);

    public IAsyncEnumerable<SiasnEntry> ListEntriesAsync(
        AgencyId agency, AppraisalPeriod period, HashRange range, CancellationToken cancel) => Entries
        .Where(e => (e.Key.Item1, e.Key.Item2) == (agency, period) && range.Contains(e.Key.Person))
        .Select(e => e.Value).ToList().ToAsyncEnumerable();

    public Task PutEntryAsync(SiasnEntry entry, CancellationToken cancel)
    {
        Entries[(entry.AgencyId, entry.Period, entry.EmployeeId)] = entry;
        return Task.CompletedTask;
    }

    public Task<ListPage<SiasnEntry>> PageOpenAsync(
        AgencyId agency, AppraisalPeriod period, string? after, int most, CancellationToken cancel) =>
        Task.FromResult(Entries.Values
            .Where(e => (e.AgencyId, e.Period) == (agency, period)
                && e.State is SiasnState.Refused or SiasnState.Failed)
            .After(after, most, e => TableKeys.Person(e.EmployeeId)));

    public Task SendAsync(IReadOnlyCollection<SiasnStep> steps, CancellationToken cancel)
    {
        foreach (var step in steps)
        {
            Queued.Enqueue(step);
        }

        return Task.CompletedTask;
    }

    private Task<bool> Put<TKey, T>(Dictionary<TKey, Tagged<T>> rows, TKey key, T value, string? tag)
        where TKey : notnull
    {
        var current = rows.GetValueOrDefault(key)?.Tag == tag;
        if (current)
        {
            rows[key] = new(value, (++_writes).ToString(CultureInfo.InvariantCulture));
        }

        return Task.FromResult(current);
    }
}
