using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Domain.Tests.FlexibleWork;

/// <summary>Whose turn it is to work at home, against slow answers.</summary>
public sealed class HomeRotationTests
{
    private const int Runs = 200;

    private static readonly LocalDate Monday = new(2026, 4, 6);
    private static readonly FlexibleDecision Yes = new([], "policy-1");

    [Fact]
    public void Of_people_who_plan_what_is_proposed_nobody_has_more_than_one_day_more_than_another() =>
        Always.HoldsFor(
            random =>
            {
                var (people, places) = (random.Next(1, 12), random.Next(0, 4));
                var planned = Enumerable.Range(0, people).ToDictionary(Person, _ => new List<LocalDate>());
                for (var week = 0; week < 20; week++)
                {
                    var days = Week(week).Select(date => new RotationDay(date, random.Next(0, places + 1))).ToList();
                    foreach (var turn in HomeRotation.Of(days, [.. planned.Select(p => Free(p.Key, p.Value, days))]))
                    {
                        planned[turn.Id].AddRange(turn.Proposed is { } day ? [day] : []);
                    }

                    Assert.InRange(planned.Values.Max(p => p.Count) - planned.Values.Min(p => p.Count), 0, 1);
                }
            },
            Runs);

    [Fact]
    public void No_place_is_given_twice_and_whoever_came_first_is_served_as_the_slow_search_does() =>
        Always.HoldsFor(
            random =>
            {
                var days = Week(0).Take(3).Select(date => new RotationDay(date, random.Next(0, 3))).ToList();
                var people = Enumerable.Range(0, random.Next(1, 7)).Select(i => AnyPerson(i, days, random)).ToList();

                var turns = HomeRotation.Of(days, people);

                Assert.Equal(people.Count, turns.Select(t => t.Id).Distinct().Count());
                Assert.All(days, day => Assert.True(turns.Count(t => t.Proposed == day.Date) <= day.Free));
                Assert.All(turns.Where(t => t.Proposed is not null), t => Assert.True(
                    people.Single(p => p.Id == t.Id).Decisions[t.Proposed!.Value].Eligible));
                var served = new List<EmployeeId>();
                foreach (var turn in turns.Where(t => t.Turn > 0))
                {
                    var fits = Fits([.. served.Append(turn.Id).Select(id => people.Single(p => p.Id == id))], days);
                    Assert.Equal(fits, turn.Proposed is not null);
                    served.AddRange(fits ? [turn.Id] : []);
                }
            },
            Runs);

    [Fact]
    public void Each_gets_the_day_of_the_week_that_was_had_least_often()
    {
        var days = Week(1).Select(date => new RotationDay(date, 1)).ToList();
        var turns = HomeRotation.Of(days, [Free(Person(0), [.. Week(0).Take(4)], days)]);
        Assert.Equal(Monday.PlusDays(11), Assert.Single(turns).Proposed);
    }

    [Fact]
    public void Who_has_a_day_that_week_or_may_have_none_has_no_turn_and_the_reasons()
    {
        var days = Week(0).Select(date => new RotationDay(date, 1)).ToList();
        var no = new FlexibleDecision([FlexibleReason.DirectServiceUnit, FlexibleReason.NoPost], "policy-1");
        var turns = HomeRotation.Of(
            days,
            [
                Free(Person(0), [Monday.PlusDays(2)], days),
                new(Person(1), days.ToDictionary(d => d.Date, _ => no), []),
                Free(Person(2), [Monday.PlusDays(-3)], days),
                Free(Person(3), [], days),
            ]);
        Assert.Equal([Person(3), Person(2), Person(0), Person(1)], turns.Select(t => t.Id));
        Assert.Equal([1, 2, 0, 0], turns.Select(t => t.Turn));
        Assert.Equal([FlexibleReason.DirectServiceUnit, FlexibleReason.NoPost], turns[3].Reasons);
        Assert.Equal(
            (Monday.PlusDays(2), Monday.PlusDays(2), null), (turns[2].LastOn, turns[2].Planned, turns[2].Proposed));
    }

    /// <summary>Whom only the places of others keep away waits in turn.</summary>
    [Fact]
    public void Where_no_place_is_left_the_turn_is_told_without_a_day()
    {
        var days = Week(0).Select(date => new RotationDay(date, 0)).ToList();
        var full = new FlexibleDecision([FlexibleReason.UnitShareReached], "policy-1");
        var turn = Assert.Single(
            HomeRotation.Of(days, [new(Person(0), days.ToDictionary(d => d.Date, _ => full), [])]));
        Assert.Equal((1, null), (turn.Turn, turn.Proposed));
        Assert.Equal([FlexibleReason.UnitShareReached], turn.Reasons);
    }

    private static bool Fits(List<RotationPerson> people, List<RotationDay> days)
    {
        if (people.Count == 0)
        {
            return true;
        }

        return days.Index().Any(d => d.Item.Free > 0 && people[0].Decisions[d.Item.Date].Eligible
            && Fits(people[1..], [.. days.Select((day, i) => i == d.Index ? day with { Free = day.Free - 1 } : day)]));
    }

    private static RotationPerson AnyPerson(int number, List<RotationDay> days, Random random) => new(
        Person(number),
        days.ToDictionary(
            d => d.Date,
            _ => random.Next(2) == 0 ? Yes : new FlexibleDecision([FlexibleReason.DayNotAllowed], "policy-1")),
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => Monday.PlusDays(-random.Next(1, 20)))]);

    private static RotationPerson Free(EmployeeId id, IReadOnlyCollection<LocalDate> planned, List<RotationDay> days) =>
        new(id, days.ToDictionary(d => d.Date, _ => Yes), planned);

    private static IEnumerable<LocalDate> Week(int number) =>
        Enumerable.Range(7 * number, 5).Select(Monday.PlusDays);

    private static EmployeeId Person(int number) => Some.Person($"peg-20{number:D2}");
}
