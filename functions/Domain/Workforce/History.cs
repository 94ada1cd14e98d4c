using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>What holds from a day on.</summary>
public readonly record struct Dated<T>(LocalDate From, T Value);

/// <summary>
/// What held from which day on, until the next entry's day. Neighbours are never equal, so that a change taken back
/// leaves no trace in what holds. Asked for a day before the first entry, it gives the first.
/// </summary>
public sealed class History<T> : IEquatable<History<T>>
    where T : IEquatable<T>
{
    private readonly Dated<T>[] _entries;

    /// <summary>One entry for a day at most, in any order; at least one.</summary>
    public History(IEnumerable<Dated<T>> entries)
    {
        var merged = new List<Dated<T>>();
        foreach (var entry in entries.OrderBy(e => e.From))
        {
            if (merged.Count == 0 || !merged[^1].Value.Equals(entry.Value))
            {
                merged.Add(entry);
            }
        }

        _entries = [.. merged];
    }

    /// <summary>The day of what has held for longer than anybody asks.</summary>
    public static LocalDate Beginning => LocalDate.MinIsoValue;

    public IReadOnlyList<Dated<T>> Entries => _entries;

    public static History<T> Always(T value) => new([new(Beginning, value)]);

    public T On(LocalDate date)
    {
        for (var i = _entries.Length - 1; i > 0; i--)
        {
            if (_entries[i].From <= date)
            {
                return _entries[i].Value;
            }
        }

        return _entries[0].Value;
    }

    /// <summary>What holds from that day on until the next entry's; an entry of that very day is replaced.</summary>
    public History<T> With(LocalDate from, T value) =>
        new(_entries.Where(e => e.From != from).Append(new(from, value)));

    /// <summary>
    /// As a list hands it over that names no day: what it says already holds or, where it does not, does from today on.
    /// </summary>
    public History<T> Now(LocalDate today, T value) => On(today).Equals(value) ? this : With(today, value);

    /// <summary>Everything that holds on any day from the first to the last, in order.</summary>
    public IEnumerable<T> Within(LocalDate first, LocalDate last) =>
        _entries.Where(e => e.From > first && e.From <= last).Select(e => e.Value).Prepend(On(first));

    /// <summary>The day of the next entry after that day; null when nothing more is known to come.</summary>
    public LocalDate? NextAfter(LocalDate date) =>
        _entries.Where(e => e.From > date).Select(e => (LocalDate?)e.From).FirstOrDefault();

    /// <summary>The first day on which the two say different things; null when they never do.</summary>
    public LocalDate? FirstDifference(History<T> other) => _entries.Concat(other._entries).Select(e => e.From)
        .Prepend(Beginning).Where(day => !On(day).Equals(other.On(day))).Select(day => (LocalDate?)day).Min();

    public bool Equals(History<T>? other) => other is not null && _entries.AsSpan().SequenceEqual(other._entries);

    public override bool Equals(object? obj) => Equals(obj as History<T>);

    public override int GetHashCode() => HashCode.Combine(_entries.Length, _entries[0], _entries[^1]);
}
