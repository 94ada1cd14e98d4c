using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>
/// A person's service in an agency: unit, post, rater, kind and standing by date, from a first to a last day. The first
/// day is unknown for most, who have long been there; the last is for all who stay. Where the first entry of the
/// assignments has a day of its own, the person came to the agency on it (mutasi) and was not of it before.
/// </summary>
public sealed class Employment : IEquatable<Employment>
{
    private readonly History<Employee> _assignments;

    public Employment(History<Employee> assignments, LocalDate? startedOn, LocalDate? endedOn)
    {
        _assignments = new(assignments.Entries.Select(
            e => new Dated<Employee>(e.From, e.Value with { StartedOn = startedOn })));
        (StartedOn, EndedOn) = (startedOn, endedOn);
    }

    public EmployeeId Id => _assignments.Entries[0].Value.Id;

    /// <summary>The first day in service, wherever; days before it are nobody's absence.</summary>
    public LocalDate? StartedOn { get; }

    /// <summary>The last day in service (included).</summary>
    public LocalDate? EndedOn { get; }

    public History<Employee> Assignments => _assignments;

    /// <summary>The stretches of days on which the person is seconded to another agency, by first day.</summary>
    public IReadOnlyList<DaysAway> Away { get; init; } = [];

    public static Employment Always(Employee person) => new(History<Employee>.Always(person), person.StartedOn, null);

    /// <summary>The person as of that day; active only when in service of this agency on it.</summary>
    public Employee On(LocalDate date)
    {
        var held = _assignments.On(date);
        return held.Active && !Spans(date) ? held with { Active = false } : held;
    }

    /// <summary>Whether another agency has the person at work on that day; the person stays in service here.</summary>
    public bool IsAwayOn(LocalDate date) => Away.Any(a => a.HoldsOn(date));

    /// <summary>The same with one stretch more; one of the same first day is replaced.</summary>
    public Employment WithAway(DaysAway stretch) => new(_assignments, StartedOn, EndedOn)
    {
        Away = [.. Away.Where(a => a.From != stretch.From).Append(stretch).OrderBy(a => a.From)],
    };

    /// <summary>Whether the person is in service of this agency on any day from the first to the last.</summary>
    public bool ServesWithin(LocalDate first, LocalDate last) => LastDayWithin(first, last) is not null;

    /// <summary>The last day within the two on which the person is in service; null when there is none.</summary>
    public LocalDate? LastDayWithin(LocalDate first, LocalDate last)
    {
        var from = LocalDate.Max(first, LocalDate.Max(_assignments.Entries[0].From, StartedOn ?? first));
        var end = LocalDate.Min(last, EndedOn ?? last);
        for (var i = _assignments.Entries.Count - 1; i >= 0 && from <= end; i--)
        {
            var entry = _assignments.Entries[i];
            if (entry.From > end)
            {
                continue;
            }

            if (entry.Value.Active)
            {
                return end;
            }

            end = i > 0 ? entry.From.PlusDays(-1) : end;
        }

        return null;
    }

    /// <summary>
    /// The first day on which the person is in service of that unit although it has ended; null when there is none.
    /// </summary>
    public LocalDate? FirstDayIn(History<OrganisationUnit> ended) =>
        ended.Entries.Select(e => e.From).Concat(_assignments.Entries.Select(e => e.From))
            .Concat(StartedOn is { } first ? [first] : Array.Empty<LocalDate>())
            .Where(day => !ended.On(day).Active && On(day) is { Active: true } held && held.UnitId == ended.Id())
            .Select(day => (LocalDate?)day).Min();

    /// <summary>
    /// The same with a move that brings the person here on that day. Days right before it, of which the register says
    /// that the person served here too, are another agency's; an earlier stay that was left stays as it was.
    /// </summary>
    /// <param name="day">The first day here.</param>
    /// <param name="leftOn">The last day before it on which the person moved away from here; null: none.</param>
    public Employment ArrivingOn(LocalDate day, LocalDate? leftOn)
    {
        var service = EndedOn < day ? BackOn(day) : this;
        var entries = service._assignments.Entries;
        var before = entries.TakeWhile(e => e.From < day).ToList();
        var first = before.FindLastIndex(e => !e.Value.Active) + 1;
        var stay = before[first..];
        var kept = stay.TakeWhile(e => e.From < leftOn).ToList();
        var gone = kept.Count > 0 && leftOn is { } left
            ? [new(left, kept[^1].Value with { Active = false })]
            : Array.Empty<Dated<Employee>>();
        var here = new Dated<Employee>(day, service._assignments.On(day));
        return new(
            new([.. before[..first], .. kept, .. gone, here, .. entries.Where(e => e.From > day)]),
            StartedOn, service.EndedOn)
        {
            Away = Away,
        };
    }

    /// <summary>Who comes back after a last day was not in service between, and has no last day any more.</summary>
    public Employment BackOn(LocalDate day)
    {
        if (EndedOn is not { } last || last >= day.PlusDays(-1) || last < _assignments.Entries[0].From)
        {
            return new(_assignments, StartedOn, null) { Away = Away };
        }

        var gap = _assignments.On(last) with { Active = false };
        var kept = _assignments.Entries.Where(e => e.From <= last || e.From >= day)
            .Append(new(last.PlusDays(1), gap)).Append(new(day, _assignments.On(day)));
        return new(new(kept.DistinctBy(e => e.From)), StartedOn, null) { Away = Away };
    }

    /// <summary>
    /// With another rater in the place of the one of that day, for as long as that one stood without a break.
    /// </summary>
    public Employment WithRater(LocalDate date, EmployeeId rater)
    {
        var wrong = _assignments.On(date).RaterId;
        var entries = _assignments.Entries.ToList();
        var at = Math.Max(0, entries.FindLastIndex(e => e.From <= date));
        var (first, end) = (at, at);
        while (first > 0 && entries[first - 1].Value.RaterId == wrong)
        {
            first--;
        }

        while (end < entries.Count && entries[end].Value.RaterId == wrong)
        {
            end++;
        }

        for (var i = first; i < end; i++)
        {
            entries[i] = entries[i] with { Value = entries[i].Value with { RaterId = rater } };
        }

        return new(new(entries), StartedOn, EndedOn) { Away = Away };
    }

    /// <summary>
    /// The next day after that one on which something about the person is known to change; null when nothing is.
    /// </summary>
    public LocalDate? NextChangeAfter(LocalDate date) => new[]
    {
        _assignments.NextAfter(date),
        _assignments.Entries[0].From > date ? _assignments.Entries[0].From : null,
        StartedOn > date ? StartedOn : null,
        DayAfter > date ? DayAfter : null,
    }.Min();

    /// <summary>
    /// The first day on which the two say different things of the person, or one has him in service and the other does
    /// not; null when they never do. What a day out of service says of unit and post is nobody's concern.
    /// </summary>
    public LocalDate? FirstDifference(Employment other)
    {
        var days = new[] { _assignments, other._assignments }.SelectMany(a => a.Entries).Select(e => e.From)
            .Concat(new[] { StartedOn, other.StartedOn, DayAfter, other.DayAfter }
                .OfType<LocalDate>());
        return days.Where(day => Differ(On(day), other.On(day))).Select(day => (LocalDate?)day).Min();
    }

    public bool Equals(Employment? other) =>
        other is not null && (StartedOn, EndedOn) == (other.StartedOn, other.EndedOn)
        && Away.SequenceEqual(other.Away)
        && _assignments.Equals(other._assignments);

    public override bool Equals(object? obj) => Equals(obj as Employment);

    public override int GetHashCode() => HashCode.Combine(Id, StartedOn, EndedOn, _assignments);

    private static bool Differ(Employee one, Employee other) => (one.Active || other.Active) && !one.Equals(other);

    private LocalDate? DayAfter => EndedOn is { } last && last < LocalDate.MaxIsoValue ? last.PlusDays(1) : null;

    private bool Spans(LocalDate date) =>
        date >= _assignments.Entries[0].From && !(date < StartedOn) && !(date > EndedOn);
}
