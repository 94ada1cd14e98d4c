using NodaTime;

namespace Kinerja.Domain.Policies;

/// <summary>
/// Every document of one kind that an agency has, with the shipped ones. On a date the latest document that has begun holds,
/// and among those of the same date the highest version. The order in which documents are given does not matter.
/// </summary>
public sealed class PolicyTimeline<T>
    where T : notnull
{
    private readonly List<Effective<T>> _inOrder;

    public PolicyTimeline(IEnumerable<Effective<T>> documents) =>
        _inOrder = [.. documents.GroupBy(d => d.From).OrderBy(same => same.Key).Select(same => same.MaxBy(d => d.Version)!)];

    /// <summary>What may hold at some date, by date; superseded versions are left out.</summary>
    public IReadOnlyList<Effective<T>> Documents => _inOrder;

    /// <summary>The same book as it would be with one document more; of the same date it goes before those there are.</summary>
    public PolicyTimeline<T> With(LocalDate from, T value) => new([.. _inOrder, new(from, int.MaxValue, value)]);

    /// <summary>Null before the first document.</summary>
    public Effective<T>? Find(LocalDate date) => _inOrder.FindLast(d => d.From <= date);

    /// <summary>What holds on that date, for kinds that are shipped with a document from the beginning of time.</summary>
    public T On(LocalDate date) =>
        Find(date) is { } found ? found.Value : throw new InvalidOperationException($"No policy of this kind holds on {date}.");
}
