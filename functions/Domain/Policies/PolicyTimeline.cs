using NodaTime;

namespace Kinerja.Domain.Policies;

/// <summary>
/// What of one kind holds for an agency, by date: its own documents, the national operator's, and the versions shipped.
/// An agency's document goes before all others from its own first day on, and holds until the agency's next, also when
/// another version is given or shipped later. Before its first document, and without any, the agency follows the
/// national ones, and before the first of those the shipped ones, each from its first day until the next. Of documents
/// that one author gave for the same day the highest version holds. The order in which documents are given does not
/// matter.
/// </summary>
public sealed class PolicyTimeline<T>
    where T : notnull
{
    private readonly bool _yearly;
    private readonly Func<T, T, T>? _onTop;
    private readonly IReadOnlyList<Effective<T>> _given;
    private readonly List<Effective<T>> _inOrder;

    /// <param name="documents">
    /// An agency's own, the nation's, and what is shipped (version 0), of that at most one for a day.
    /// </param>
    /// <param name="yearly">
    /// Whether a document ends with its year, as a calendar does. Then it goes before others for the same day, and
    /// leaves those of other years alone.
    /// </param>
    /// <param name="onTop">
    /// Of yearly documents: what an agency's comes to on top of what holds without it, given first; null: it takes the
    /// place of that.
    /// </param>
    public PolicyTimeline(IEnumerable<Effective<T>> documents, bool yearly = false, Func<T, T, T>? onTop = null)
    {
        (_yearly, _onTop) = (yearly, onTop);
        _given = [.. documents];
        var all = _given.ToLookup(d => d.Source);
        var general = Over(Newest(all[PolicySource.National]), [.. all[PolicySource.Shipped]]);
        _inOrder = Over([.. Newest(all[PolicySource.Agency]).Select(own => Merge(general, own))], general);
    }

    /// <summary>What holds at some date, by date; superseded versions are left out.</summary>
    public IReadOnlyList<Effective<T>> Documents => _inOrder;

    /// <summary>
    /// The same, as if the agency had one document more; of the same date it goes before those there are.
    /// </summary>
    public PolicyTimeline<T> With(LocalDate from, T value) =>
        new([.. _given, new(from, int.MaxValue, value)], _yearly, _onTop);

    /// <summary>Null before the first document.</summary>
    public Effective<T>? Find(LocalDate date) => _inOrder.FindLast(d => d.From <= date);

    /// <summary>What holds on that date, for kinds of which something is shipped for every day.</summary>
    public T On(LocalDate date) =>
        Find(date) is { } found
            ? found.Value
            : throw new InvalidOperationException($"No policy of this kind holds on {date}.");

    private static List<Effective<T>> Newest(IEnumerable<Effective<T>> documents) =>
        [.. documents.GroupBy(d => d.From).Select(same => same.MaxBy(d => d.Version)!)];

    private Effective<T> Merge(List<Effective<T>> general, Effective<T> own) =>
        _onTop is not null && general.Find(d => d.From == own.From) is { } below
            ? own with { Value = _onTop(below.Value, own.Value) }
            : own;

    private List<Effective<T>> Over(List<Effective<T>> own, List<Effective<T>> below)
    {
        var first = own.Select(d => (LocalDate?)d.From).Min();
        var days = own.Select(d => d.From).ToHashSet();
        return
        [
            .. below.Where(d => _yearly ? !days.Contains(d.From) : first is not { } day || d.From < day)
                .Concat(own)
                .OrderBy(d => d.From),
        ];
    }
}
