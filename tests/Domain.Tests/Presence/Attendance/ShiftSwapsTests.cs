using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>Whose shift each has after any swaps, against shifts that are handed over one by one.</summary>
public sealed class ShiftSwapsTests
{
    private const int Runs = 200, People = 5, Days = 4, Most = 12;

    private static readonly LocalDate First = new(2026, 4, 1);

    [Fact]
    public void Each_has_what_was_handed_over_in_the_order_in_which_the_swaps_came_to_hold() =>
        Always.HoldsFor(
            random =>
            {
                var swaps = Any(random);
                var (book, slow) = (new ShiftSwaps(swaps.OrderBy(_ => random.Next())), Slowly(swaps));

                Assert.All(slow, turn => Assert.Equal(
                    turn.Value, book.On(turn.Key.Person, turn.Key.Date)?.Holder ?? turn.Key.Person));
                Assert.All(slow.GroupBy(turn => turn.Key.Date), day => Assert.Equal(
                    Enumerable.Range(0, People).Select(Person).Order(), day.Select(turn => turn.Value).Order()));
            },
            Runs);

    [Fact]
    public void A_swap_that_is_made_again_gives_both_their_own_back() =>
        Always.HoldsFor(
            random =>
            {
                var swaps = Any(random);
                var (before, next) = (new ShiftSwaps(swaps), swaps[^1] with { Id = Some.Client("tukar-lagi") });
                var after = before.With(next).With(next);

                Assert.All(Slowly(swaps).Keys, turn => Assert.Equal(
                    before.On(turn.Person, turn.Date)?.Holder ?? turn.Person,
                    after.On(turn.Person, turn.Date)?.Holder ?? turn.Person));
                Assert.Equal(next.Id, after.On(next.EmployeeId, next.First)!.Value.Swap);
            },
            Runs);

    [Theory]
    [InlineData(ShiftSwapState.Requested)]
    [InlineData(ShiftSwapState.Agreed)]
    [InlineData(ShiftSwapState.Declined)]
    public void What_is_not_approved_moves_nobody(ShiftSwapState state)
    {
        var swap = Swap(0, 0, 1, [First]) with { State = state };
        Assert.Null(new ShiftSwaps([swap]).On(Person(0), First));
    }

    [Fact]
    public void The_day_is_judged_by_the_others_shift_and_names_the_swap()
    {
        var swap = Swap(0, 0, 1, [First]);
        var rules = Some.Rules(Two("07:00", "19:00")) with { Swaps = new ShiftSwaps([swap]) };
        var came = Some.CheckIn("checkin-0001", First.At(new LocalTime(19, 10)));
        came = came with { Claim = came.Claim with { EmployeeId = Person(0) } };

        var day = AttendanceRules.Fold(
            Some.Timeline(Some.Employee() with { Id = Person(0) }), First.ToYearMonth(), DayFacts.Of([came]), rules,
            First.PlusDays(40).AtStartOfDayInZone(Some.Wib).ToInstant()).Days[0];

        Assert.Equal((DayStatus.Present, 10), (day.Status, day.LateMinutes));
        Assert.Contains(new DayFinding(DayReason.ShiftSwapped, swap.Id.ToString()), day.Findings);
    }

    /// <summary>The register moved somebody to another roster meanwhile: the own shift there counts.</summary>
    [Fact]
    public void Whose_roster_has_no_shift_of_the_other_keeps_the_own()
    {
        var rules = Some.Rules(Two("07:00", "19:00")) with
        {
            Swaps = new ShiftSwaps([Swap(0, 0, 4, [First])]),
        };
        var plan = DayPlan.Of(Some.Employee() with { Id = Person(0) }, First, rules);
        Assert.Equal((new LocalTime(7, 0), null), (plan.Hours!.Value.Start, plan.Swap));
    }

    /// <summary>Two people, each with one shift of eight hours a day.</summary>
    internal static WorkingTime Two(params string[] starts) => Some.Hours with
    {
        Scheme = TimeScheme.Shift,
        Roster = new Roster(
            [.. starts.Select((start, i) => new Rotation([Person(i)], First.PlusDays(-10), [EightFrom(start)]))], []),
    };

    internal static Shift? EightFrom(string start)
    {
        if (start == "off")
        {
            return null;
        }

        var from = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(start).Value;
        return new Shift(start, new DayHours(from, from.PlusHours(8), 0));
    }

    internal static EmployeeId Person(int number) => Some.Person($"peg-100{number}");

    private static ShiftSwap Swap(int number, int one, int other, IReadOnlyList<LocalDate> dates) => new(
        Some.Client($"tukar-{number:D4}"), Some.AgencyId, Person(one), Person(other), dates, ShiftSwapState.Approved,
        [new(ShiftSwapState.Approved, Some.Person("peg-head"), Some.Morning - Duration.FromMinutes(number), "Baik.")])
    {
        Number = number + 1,
    };

    private static List<ShiftSwap> Any(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(1, Most)).Select(number =>
        {
            var one = random.Next(People);
            var dates = Enumerable.Range(0, Days).Where(_ => random.Next(2) == 0).Append(Days).Select(First.PlusDays);
            return Swap(number, one, (one + random.Next(1, People)) % People, [.. dates]);
        }),
    ];

    private static Dictionary<(EmployeeId Person, LocalDate Date), EmployeeId> Slowly(List<ShiftSwap> swaps)
    {
        var shifts = Enumerable.Range(0, People)
            .SelectMany(person => Enumerable.Range(0, Days + 1).Select(day => (Person(person), First.PlusDays(day))))
            .ToDictionary(turn => turn, turn => turn.Item1);
        foreach (var swap in swaps)
        {
            foreach (var date in swap.Dates)
            {
                var given = shifts[(swap.EmployeeId, date)];
                shifts[(swap.EmployeeId, date)] = shifts[(swap.WithId, date)];
                shifts[(swap.WithId, date)] = given;
            }
        }

        return shifts.ToDictionary(turn => (turn.Key.Item1, turn.Key.Item2), turn => turn.Value);
    }
}
