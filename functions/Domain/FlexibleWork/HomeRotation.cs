using NodaTime;

namespace Kinerja.Domain.FlexibleWork;

/// <summary>A day of the week to be planned, and how many more of the unit may work elsewhere on it.</summary>
public readonly record struct RotationDay(LocalDate Date, int Free);

/// <summary>
/// Somebody of the unit: what the rules say to each day of the week, and the days planned so far, of earlier weeks and
/// of this one.
/// </summary>
public sealed record RotationPerson(
    EmployeeId Id, IReadOnlyDictionary<LocalDate, FlexibleDecision> Decisions, IReadOnlyCollection<LocalDate> Planned);

/// <summary>
/// A person's turn, counted from 1 for those who can have a day: the last one planned, also one to come, and the day
/// proposed; null where no place is left. Who has one in the week or cannot have any has no turn (0), and the reasons
/// of every day.
/// </summary>
public sealed record HomeTurn(
    EmployeeId Id,
    int Turn,
    LocalDate? LastOn,
    LocalDate? Planned,
    LocalDate? Proposed,
    IReadOnlyList<FlexibleReason> Reasons);

/// <summary>
/// Proposes one day elsewhere a week for as many of a unit as there are places, in turn (seed 001: about one day a
/// week). It grants nothing: whoever is proposed still plans the day.
/// <list type="bullet">
/// <item>Whose last planned day lies the most weeks back comes first, who never had one before all; of one week who
/// had fewer, then by id. So of people who plan what is proposed nobody ever has more than one day more.</item>
/// <item>As many as possible are served: whoever came first keeps a day, but may get another one of his or hers for the
/// sake of one who can have only that.</item>
/// <item>Of several days a person gets the day of the week that he or she had least often, then that with the most
/// places left, then the earliest.</item>
/// <item>Who has a day in the week already, or whom the rules allow none, waits without losing the turn.</item>
/// </list>
/// </summary>
public sealed class HomeRotation
{
    private readonly IReadOnlyList<RotationDay> _week;
    private readonly List<RotationPerson> _inTurn;
    private readonly Dictionary<LocalDate, List<RotationPerson>> _given;

    private HomeRotation(IReadOnlyList<RotationDay> week, IEnumerable<RotationPerson> people)
    {
        _week = week;
        _given = week.ToDictionary(day => day.Date, _ => new List<RotationPerson>());
        _inTurn = [.. people.Where(IsOpen).OrderBy(LastWeek).ThenBy(p => p.Planned.Count).ThenBy(p => p.Id)];
        foreach (var person in _inTurn)
        {
            Place(person, []);
        }
    }

    /// <summary>By turn, then those without one by id.</summary>
    public static IReadOnlyList<HomeTurn> Of(
        IReadOnlyList<RotationDay> week, IReadOnlyCollection<RotationPerson> people)
    {
        var rotation = new HomeRotation(week, people);
        return
        [
            .. rotation._inTurn.Select((person, i) => rotation.TurnOf(person, i + 1)),
            .. people.Except(rotation._inTurn).OrderBy(p => p.Id).Select(person => new HomeTurn(
                person.Id, 0, LastOn(person), rotation.PlannedBy(person), null, ReasonsOf(person))),
        ];
    }

    private HomeTurn TurnOf(RotationPerson person, int turn)
    {
        var day = DayOf(person);
        return new HomeTurn(
            person.Id, turn, LastOn(person), null, day, day is null ? [FlexibleReason.UnitShareReached] : []);
    }

    private bool IsOpen(RotationPerson person) => PlannedBy(person) is null
        && person.Decisions.Values.Any(d => d.Reasons.All(reason => reason == FlexibleReason.UnitShareReached));

    private LocalDate? PlannedBy(RotationPerson person) =>
        _week.Select(day => (LocalDate?)day.Date).FirstOrDefault(day => person.Planned.Contains(day!.Value));

    private static LocalDate? LastOn(RotationPerson person) =>
        person.Planned.Count == 0 ? null : person.Planned.Max();

    /// <summary>Its Monday.</summary>
    private static LocalDate LastWeek(RotationPerson person) =>
        LastOn(person) is { } last ? last.PlusDays(1 - (int)last.DayOfWeek) : LocalDate.MinIsoValue;

    private static List<FlexibleReason> ReasonsOf(RotationPerson person) =>
        [.. person.Decisions.Values.SelectMany(d => d.Reasons).Distinct().Order()];

    private LocalDate? DayOf(RotationPerson person) =>
        _week.Select(day => (LocalDate?)day.Date).FirstOrDefault(day => _given[day!.Value].Contains(person));

    /// <summary>Whether the person got a day, if need be by moving others to other days of theirs.</summary>
    private bool Place(RotationPerson person, HashSet<LocalDate> seen)
    {
        foreach (var day in Wanted(person).Where(day => seen.Add(day.Date)))
        {
            var given = _given[day.Date];
            if (given.Count >= day.Free && given.Find(other => Place(other, seen)) is { } moved)
            {
                given.Remove(moved);
            }

            if (given.Count < day.Free)
            {
                given.Add(person);
                return true;
            }
        }

        return false;
    }

    private IEnumerable<RotationDay> Wanted(RotationPerson person) => _week
        .Where(day => day.Free > 0 && person.Decisions.TryGetValue(day.Date, out var said) && said.Eligible)
        .OrderBy(day => person.Planned.Count(had => had.DayOfWeek == day.Date.DayOfWeek))
        .ThenByDescending(day => day.Free - _given[day.Date].Count).ThenBy(day => day.Date).ToList();
}
