using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Workforce;

/// <summary>
/// Histories against an oracle that goes day by day and knows no rule but "the last entry that has begun".
/// </summary>
public sealed class EmploymentTests
{
    private static readonly LocalDate First = new(2026, 1, 1);
    private static readonly UnitId[] Units =
        [Some.Unit().Id, UnitId.Parse("biro-hukum").Value, UnitId.Parse("biro-umum").Value];

    private const int Days = 120;

    [Fact]
    public void On_each_day_holds_the_last_entry_that_has_begun() => Always.HoldsFor(random =>
    {
        var (employment, entries) = AnyEmployment(random);
        for (var i = 0; i < Days; i++)
        {
            var day = First.PlusDays(i);
            var expected = entries.Where(e => e.From <= day).OrderBy(e => e.From).Select(e => e.Value).LastOrDefault();
            Assert.Equal(expected?.UnitId ?? entries.MinBy(e => e.From).Value.UnitId, employment.On(day).UnitId);
            Assert.Equal(Serves(employment, entries, day), employment.On(day).Active);
        }
    });

    [Fact]
    public void The_last_day_in_service_within_two_days_is_what_a_walk_finds() => Always.HoldsFor(random =>
    {
        var (employment, entries) = AnyEmployment(random);
        var (from, length) = (random.Next(Days), random.Next(Days));
        var walked = Enumerable.Range(from, length).Select(First.PlusDays)
            .Where(day => Serves(employment, entries, day)).Select(day => (LocalDate?)day).LastOrDefault();
        Assert.Equal(walked, employment.LastDayWithin(First.PlusDays(from), First.PlusDays(from + length - 1)));
    });

    [Fact]
    public void Between_a_day_and_the_next_known_change_nothing_changes() => Always.HoldsFor(random =>
    {
        var (employment, _) = AnyEmployment(random);
        var day = First.PlusDays(random.Next(Days));
        var next = employment.NextChangeAfter(day) ?? First.PlusDays(2 * Days);
        for (var each = day; each < next; each = each.PlusDays(1))
        {
            Assert.Equal(employment.On(day), employment.On(each));
        }
    });

    [Fact]
    public void The_first_difference_is_the_first_day_that_a_walk_tells_apart() => Always.HoldsFor(random =>
    {
        var (one, _) = AnyEmployment(random);
        var change = AnyPerson(random);
        var from = First.PlusDays(random.Next(Days));
        var other = RegisterRules.Next(one, change with { StartedOn = one.StartedOn }, from, one.EndedOn, First);
        var walked = Enumerable.Range(-1, Days + 2).Select(First.PlusDays)
            .Where(day => one.On(day).Active || other.On(day).Active)
            .Where(day => !one.On(day).Equals(other.On(day))).Select(day => (LocalDate?)day).FirstOrDefault();
        Assert.Equal(walked, one.FirstDifference(other));
    });

    [Fact]
    public void A_change_leaves_the_days_before_it_and_the_same_again_changes_nothing() => Always.HoldsFor(random =>
    {
        var (before, _) = AnyEmployment(random);
        var change = AnyPerson(random) with { StartedOn = before.StartedOn };
        var from = First.PlusDays(random.Next(Days));
        var after = RegisterRules.Next(before, change, from, before.EndedOn, First);
        Assert.Equal(after, RegisterRules.Next(after, change, from, before.EndedOn, First));
        for (var day = First; day < from; day = day.PlusDays(1))
        {
            var (then, now) = (before.On(day), after.On(day));
            Assert.True(then.Equals(now) || (!then.Active && !now.Active), $"{day}");
        }
    });

    [Fact]
    public void A_day_of_a_month_with_a_transfer_is_that_day_of_whoever_was_always_in_that_unit() =>
        Always.HoldsFor(random =>
        {
            var (employment, _) = AnyEmployment(random);
            var month = new YearMonth(2026, 1 + random.Next(4));
            var moved = Fold(employment, month);
            foreach (var day in moved.Days)
            {
                var held = employment.On(day.Date);
                var stayed = Fold(Employment.Always(held with { Active = true, StartedOn = null }), month);
                Assert.Equal(
                    held.Active ? stayed.Days[day.Date.Day - 1].Status : DayStatus.NotInService, day.Status);
            }
        });

    [Fact]
    public void A_head_by_mistake_is_taken_back_by_the_same_day_with_what_is_right()
    {
        var unit = History<OrganisationUnit>.Always(Some.Unit());
        var wrong = unit.With(First, Some.Unit() with { HeadId = null });
        Assert.Equal(unit, wrong.With(First, Some.Unit()));
    }

    [Fact]
    public void A_rater_set_right_is_right_for_as_long_as_the_wrong_one_stood()
    {
        var (wrong, right) = (Some.Person("peg-wrong"), Some.Person("peg-right"));
        var person = Some.Employee() with { RaterId = wrong };
        var employment = new Employment(
            History<Employee>.Always(person)
                .With(First, person with { UnitId = Units[1] })
                .With(First.PlusDays(30), person with { RaterId = Some.Person("peg-third") }),
            null,
            null).WithRater(First.PlusDays(3), right);
        Assert.Equal(
            [right, right, Some.Person("peg-third")],
            new[] { -5, 5, 40 }.Select(n => employment.On(First.PlusDays(n)).RaterId!.Value));
    }

    private static AttendanceMonth Fold(Employment employment, YearMonth month) => AttendanceRules.Fold(
        Some.Timeline(employment), month, [], Some.Rules(), Some.At("2027-01-01T00:00:00Z"));

    private static bool Serves(Employment employment, List<Dated<Employee>> entries, LocalDate day) =>
        entries.Where(e => e.From <= day).OrderBy(e => e.From).Select(e => e.Value.Active).LastOrDefault()
        && !(day < employment.StartedOn) && !(day > employment.EndedOn);

    private static (Employment Employment, List<Dated<Employee>> Entries) AnyEmployment(Random random)
    {
        var entries = Enumerable.Range(0, 1 + random.Next(5))
            .Select(i => i == 0 && random.Next(2) == 0
                ? History<Employee>.Beginning
                : First.PlusDays(random.Next(Days)))
            .Distinct().Select(from => new Dated<Employee>(from, AnyPerson(random))).ToList();
        return (new(new(entries), Maybe(random), Maybe(random)), entries);
    }

    private static Employee AnyPerson(Random random) => Some.Employee() with
    {
        UnitId = Units[random.Next(Units.Length)],
        Active = random.Next(5) > 0,
    };

    private static LocalDate? Maybe(Random random) =>
        random.Next(3) == 0 ? First.PlusDays(random.Next(Days)) : null;
}
