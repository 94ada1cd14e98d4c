using System.Collections.Concurrent;
using System.Globalization;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>
/// Marks by bucket as the table keeps them; a mark set again carries another tag. Every month has that many buckets.
/// </summary>
internal sealed class FakeStaleMonths(TimeProvider clock, int buckets = 2) : IStaleMonths
{
    private int _writes;

    internal ConcurrentDictionary<(AgencyId Agency, YearMonth Month, int Index, EmployeeId? Person), StaleMonth> Rows
    {
        get;
    }
        = [];

    public Task MarkAsync(AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel)
    {
        Put(agency, month, HashRange.IndexOf(employee, buckets), employee);
        return Task.CompletedTask;
    }

    public Task MarkAllAsync(AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        for (var index = 0; index < buckets; index++)
        {
            Put(agency, month, index, null);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<StaleMonth>> ListAsync(MonthBucket bucket, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<StaleMonth>>([.. Rows
            .Where(r => (r.Key.Agency, r.Key.Month, r.Key.Index) == (bucket.AgencyId, bucket.Month, bucket.Index))
            .Select(r => r.Value)
            .OrderBy(m => m.EmployeeId?.ToString(), StringComparer.Ordinal)]);

    public Task<bool> IsMarkedAsync(AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel)
    {
        var index = HashRange.IndexOf(employee, buckets);
        return Task.FromResult(
            Rows.ContainsKey((agency, month, index, employee)) || Rows.ContainsKey((agency, month, index, null)));
    }

    public IAsyncEnumerable<(YearMonth Month, int Index)> BucketsAsync(AgencyId agency, CancellationToken cancel) =>
        Rows.Keys.Where(k => k.Agency == agency).Select(k => (k.Month, k.Index)).Distinct().Order().ToList()
            .ToAsyncEnumerable();

    public Task ClearAsync(MonthBucket bucket, StaleMonth mark, CancellationToken cancel)
    {
        Rows.TryRemove(new((bucket.AgencyId, bucket.Month, bucket.Index, mark.EmployeeId), mark));
        return Task.CompletedTask;
    }

    private void Put(AgencyId agency, YearMonth month, int index, EmployeeId? person)
    {
        var tag = Interlocked.Increment(ref _writes).ToString(CultureInfo.InvariantCulture);
        Rows[(agency, month, index, person)] = new(person, Instant.FromDateTimeOffset(clock.GetUtcNow()), tag);
    }
}
