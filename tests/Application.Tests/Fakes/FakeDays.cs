using System.Globalization;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>
/// Keyed by person; a month written twice carries another tag, and who brings an old one writes nothing and fails.
/// </summary>
internal sealed class FakeAttendanceMonths : IAttendanceMonths
{
    private readonly Dictionary<(AgencyId, YearMonth, EmployeeId), string> _tags = [];
    private int _writes;

    internal Dictionary<(AgencyId, YearMonth, EmployeeId), AttendanceMonth> Rows { get; } = [];

    /// <summary>What happens elsewhere just before the next write; once.</summary>
    internal Func<Task>? Meanwhile { get; set; }

    public async Task PutAsync(
        MonthBucket bucket, IReadOnlyCollection<(AttendanceMonth Month, string? Tag)> months, CancellationToken cancel)
    {
        var (meanwhile, _) = (Meanwhile, Meanwhile = null);
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        foreach (var (month, tag) in months)
        {
            var key = (bucket.AgencyId, month.Month, month.EmployeeId);
            if (_tags.GetValueOrDefault(key) != tag)
            {
                throw new InvalidOperationException("Somebody else folded it meanwhile.");
            }

            (Rows[key], _tags[key]) = (month, (++_writes).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Everything that was ever written.</summary>
    internal void Clear()
    {
        Rows.Clear();
        _tags.Clear();
    }

    /// <summary>What happens elsewhere just after the next row was read; once.</summary>
    internal Func<Task>? AfterRead { get; set; }

    public async Task<AttendanceMonth?> FindAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel)
    {
        var row = Rows.GetValueOrDefault((agency, month, employee));
        var (after, _) = (AfterRead, AfterRead = null);
        await (after?.Invoke() ?? Task.CompletedTask);
        return row;
    }

    public IAsyncEnumerable<Tagged<AttendanceMonth>> ListAsync(MonthBucket bucket, CancellationToken cancel) => Rows
        .Where(
            r => (r.Key.Item1, r.Key.Item2) == (bucket.AgencyId, bucket.Month) && bucket.People.Contains(r.Key.Item3))
        .OrderBy(r => r.Key.Item3)
        .Select(r => new Tagged<AttendanceMonth>(r.Value, _tags[r.Key]))
        .ToList().ToAsyncEnumerable();
}

/// <summary>Every month has that many buckets once it was planned.</summary>
internal sealed class FakeDayCloses(int buckets = 2) : IDayCloses
{
    internal Dictionary<(AgencyId Agency, YearMonth Month, int Index), Instant> Rows { get; } = [];

    internal HashSet<(AgencyId, YearMonth)> Planned { get; } = [];

    public Task<int> FindBucketsAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        Task.FromResult(Planned.Contains((agency, month)) ? buckets : 0);

    public Task<int> PlanBucketsAsync(AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        Planned.Add((agency, month));
        return Task.FromResult(buckets);
    }

    public Task<IReadOnlyDictionary<int, Instant>> ListAsync(
        AgencyId agency, YearMonth month, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<int, Instant>>(Rows
            .Where(r => (r.Key.Agency, r.Key.Month) == (agency, month)).ToDictionary(r => r.Key.Index, r => r.Value));

    public Task<Instant?> FindAsync(MonthBucket bucket, CancellationToken cancel) => Task.FromResult<Instant?>(
        Rows.TryGetValue((bucket.AgencyId, bucket.Month, bucket.Index), out var upTo) ? upTo : null);

    public Task PutAsync(MonthBucket bucket, Instant upTo, CancellationToken cancel)
    {
        Rows[(bucket.AgencyId, bucket.Month, bucket.Index)] = upTo;
        return Task.CompletedTask;
    }
}

internal sealed class FakeDayQueue : IDayQueue
{
    internal Queue<CloseStep> Waiting { get; } = [];

    public Task<int> CountAsync(CancellationToken cancel) => Task.FromResult(Waiting.Count);

    public Task SendAsync(IReadOnlyCollection<CloseStep> steps, CancellationToken cancel)
    {
        foreach (var step in steps)
        {
            Waiting.Enqueue(step);
        }

        return Task.CompletedTask;
    }
}
