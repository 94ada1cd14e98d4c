using System.Collections.Concurrent;
using Kinerja.Domain;

namespace Kinerja.Application;

/// <summary>
/// Remembers what was read, per agency and name. However many ask at once, one reads and the others wait for it. From
/// two thirds of the lifetime on the first to ask starts a new reading while everybody goes on with what is known, so
/// that a key in steady use makes nobody wait; after the whole lifetime all wait, and nothing older is ever given.
/// </summary>
internal sealed class ReadThroughCache(TimeSpan lifetime, TimeProvider clock)
{
    private const int MostRemembered = 200_000;

    private readonly ConcurrentDictionary<Key, Entry> _entries = new();
    private readonly ConcurrentDictionary<(Key, long Writes), Lazy<Task<object?>>> _readings = new();
    private readonly ConcurrentDictionary<AgencyId, long> _writes = new();
    private long _writesToAll;

    /// <summary>
    /// What <paramref name="read"/> gives, from memory if it may be. That nothing is there is not remembered.
    /// </summary>
    internal async Task<T?> GetAsync<T>(
        AgencyId agency,
        string name,
        Func<CancellationToken, Task<T?>> read,
        CancellationToken cancel)
        where T : class
    {
        var key = new Key(typeof(T), agency, name);
        var writes = _writes.GetValueOrDefault(agency) + Interlocked.Read(ref _writesToAll);
        if (_entries.TryGetValue(key, out var entry) && entry.Writes == writes
            && clock.GetElapsedTime(entry.ReadAt) is var age && age < lifetime)
        {
            if (age >= lifetime * 2 / 3)
            {
                // A failure shows when somebody waits for a reading; here the known value still serves.
                _ = Reading(key, writes, read).ContinueWith(
                    failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted,
                    TaskScheduler.Default);
            }

            return (T)entry.Value;
        }

        // The reading is everybody's: one caller who gives up must not take it from the others.
        return (T?)await Reading(key, writes, read).WaitAsync(cancel);
    }

    /// <summary>
    /// Nothing that was read, or begun to be read, before this moment is given to anybody who asks after it.
    /// </summary>
    internal void Invalidate(AgencyId agency) => _writes.AddOrUpdate(agency, 1, (_, count) => count + 1);

    /// <summary>The same of every agency.</summary>
    internal void InvalidateAll() => Interlocked.Increment(ref _writesToAll);

    private Task<object?> Reading<T>(Key key, long writes, Func<CancellationToken, Task<T?>> read)
        where T : class =>
        _readings.GetOrAdd(
            (key, writes),
            _ => new Lazy<Task<object?>>(() => ReadAsync(key, writes, read))).Value;

    private async Task<object?> ReadAsync<T>(Key key, long writes, Func<CancellationToken, Task<T?>> read)
        where T : class
    {
        try
        {
            var readAt = clock.GetTimestamp();
            var value = await read(CancellationToken.None);
            Keep(key, value, new Entry(value!, readAt, writes));
            return value;
        }
        finally
        {
            _readings.TryRemove((key, writes), out _);
        }
    }

    private void Keep(Key key, object? value, Entry entry)
    {
        if (value is null)
        {
            _entries.TryRemove(key, out _);
            return;
        }

        if (_entries.Count >= MostRemembered)
        {
            _entries.Clear();
        }

        _entries[key] = entry;
    }

    private readonly record struct Key(Type Kind, AgencyId Agency, string Name);

    /// <summary>
    /// The count of writes to the agency, and to all, when the reading began: another count by now, and it counts no
    /// more.
    /// </summary>
    private sealed record Entry(object Value, long ReadAt, long Writes);
}
