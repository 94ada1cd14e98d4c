using NodaTime;

namespace Kinerja.Domain.Policies;

/// <summary>
/// What of one kind holds for an agency, by date: its own documents and the versions shipped. An agency's document goes
/// before everything shipped from its own first day on, and holds until the agency's next, also when a newer version is
/// shipped later. Before its first document, and without any, the agency follows the shipped versions, each from its
/// first day until the next. Of an agency's documents for the same day the highest version holds. The order in which
/// documents are given does not matter.
/// </summary>
public sealed class PolicyTimeline<T>
    where T : notnull
{
    private readonly bool _yearly;
    private readonly List<Effective<T>> _inOrder;

    /// <param name="documents">An agency's own, and what is shipped (version 0), at most one for a day.</param>
    /// <param name="yearly">
    /// Whether a document ends with its year, as a calendar does. Then an agency's goes before what is shipped for the
    /// same day, and leaves what is shipped for other years alone.
    /// </param>
    public PolicyTimeline(IEnumerable<Effective<T>> documents, bool yearly = false)
    {
        _yearly = yearly;
        var all = documents.ToLookup(d => d.IsShipped);
        var firstOwn = all[false].Select(d => (LocalDate?)d.From).Min();
        _inOrder =
        [
            .. all[true].Where(shipped => yearly || firstOwn is not { } own || shipped.From < own)
                .Concat(all[false])
                .GroupBy(d => d.From)
                .OrderBy(same => same.Key)
                .Select(same => same.MaxBy(d => d.Version)!),
        ];
    }

    /// <summary>What holds at some date, by date; superseded versions are left out.</summary>
    public IReadOnlyList<Effective<T>> Documents => _inOrder;

    /// <summary>
    /// The same, as if the agency had one document more; of the same date it goes before those there are.
    /// </summary>
    public PolicyTimeline<T> With(LocalDate from, T value) =>
        new([.. _inOrder, new(from, int.MaxValue, value)], _yearly);

    /// <summary>Null before the first document.</summary>
    public Effective<T>? Find(LocalDate date) => _inOrder.FindLast(d => d.From <= date);

    /// <summary>What holds on that date, for kinds of which something is shipped for every day.</summary>
    public T On(LocalDate date) =>
        Find(date) is { } found
            ? found.Value
            : throw new InvalidOperationException($"No policy of this kind holds on {date}.");
}
