using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>Who swaps, who approves, and what stands against it. It is the morning of 1 April.</summary>
public sealed class ShiftSwapRulesTests
{
    private static readonly EmployeeId One = ShiftSwapsTests.Person(0);
    private static readonly EmployeeId Other = ShiftSwapsTests.Person(1);
    private static readonly EmployeeId Head = Some.Person("peg-head");
    private static readonly EmployeeId Boss = Some.Person("peg-boss");
    private static readonly EmployeeId Deputy = Some.Person("peg-wakil");

    [Theory]
    [InlineData("07:00", "19:00", 0, null)]
    [InlineData("07:00", "off", 0, null)]
    [InlineData("07:00", "19:00", -1, "day-past")]
    [InlineData("07:00", "07:00", 1, "no-shift-to-swap")]
    [InlineData("off", "off", 1, "no-shift-to-swap")]
    [InlineData("07:00", null, 1, "no-shift-to-swap")]
    [InlineData("07:00", "19:00", 92, null)]
    [InlineData("07:00", "19:00", 93, "invalid-field")]
    public void A_day_that_is_over_or_gives_nothing_to_swap_is_refused(
        string one, string? other, int days, string? refusal)
    {
        var rosters = other is null ? ShiftSwapsTests.Two(one) : ShiftSwapsTests.Two(one, other);
        var asked = ShiftSwapRules.Request(Claim(Some.Today.PlusDays(days)), Some.Actor, Case(rosters));
        Assert.Equal(refusal, asked.Refusal?.Code);
        Assert.Equal(refusal is null ? [] : ["/dates/0"], asked.Refusal?.Faults.Select(f => f.Pointer) ?? []);
    }

    /// <summary>
    /// One's early shift of the 3rd follows on the other's late one of the 2nd: hours that touch are no overlap, one
    /// minute more is.
    /// </summary>
    [Theory]
    [InlineData("23:00", null)]
    [InlineData("23:01", "shifts-overlap")]
    public void Nobody_comes_to_have_two_shifts_at_once(string late, string? refusal)
    {
        var second = new LocalDate(2026, 4, 2);
        var hours = Some.Hours with
        {
            Scheme = TimeScheme.Shift,
            Roster = new Roster(
                [new([One, Other], second.PlusDays(-10), [null])],
                [
                    new(Other, second, ShiftSwapsTests.EightFrom(late)),
                    new(One, second.PlusDays(1), ShiftSwapsTests.EightFrom("07:00")),
                ]),
        };
        Assert.Equal(refusal, ShiftSwapRules.Request(Claim(second), Some.Actor, Case(hours)).Refusal?.Code);
        var after = Case(hours) with { Now = Some.Morning + Duration.FromDays(9) };
        Assert.Equal("day-past", ShiftSwapRules.Request(Claim(second), Some.Actor, after).Refusal?.Code);
        // With both days swapped the two change places, and nothing overlaps.
        Assert.Null(ShiftSwapRules.Request(Claim(second, second.PlusDays(1)), Some.Actor, Case(hours)).Refusal);
    }

    /// <summary>
    /// What the other comes to have counts too, after one's own, and at the date that brings it: 7 to 15 on the 3rd
    /// beside a night from 22:59 of the 2nd, which lasts until 06:59, until 07:00, and a minute longer.
    /// </summary>
    [Theory]
    [InlineData("22:59", null)]
    [InlineData("23:00", null)]
    [InlineData("23:01", "/dates/1")]
    public void Neither_does_the_other(string late, string? pointer)
    {
        var second = new LocalDate(2026, 4, 2);
        var hours = Some.Hours with
        {
            Scheme = TimeScheme.Shift,
            Roster = new Roster(
                [new([One, Other], second.PlusDays(-10), [null])],
                [
                    new(One, second.PlusDays(-1), ShiftSwapsTests.EightFrom("07:00")),
                    new(Other, second, ShiftSwapsTests.EightFrom(late)),
                    new(One, second.PlusDays(1), ShiftSwapsTests.EightFrom("07:00")),
                ]),
        };
        var asked = ShiftSwapRules.Request(
            Claim(second.PlusDays(-1), second.PlusDays(1)), Some.Actor, Case(hours));
        Assert.Equal(pointer, asked.Refusal?.Faults.Single().Pointer);
    }

    /// <summary>Ten at night in Jakarta is the next day in Jayapura.</summary>
    [Fact]
    public void A_day_that_is_over_for_one_of_the_two_is_past()
    {
        var there = new PersonTimeline(
            Employment.Always(Some.Employee() with { Id = Other }),
            new Dictionary<UnitId, History<OrganisationUnit>>
            {
                [Some.UnitId] = History<OrganisationUnit>.Always(Some.Unit(Some.Wit)),
            },
            History<Employee>.Beginning);
        var late = Case() with { Other = there, Now = Some.At("2026-04-01T15:30:00Z") };
        Assert.Equal("day-past", ShiftSwapRules.Request(Claim(Some.Today), Some.Actor, late).Refusal?.Code);
        Assert.Null(ShiftSwapRules.Request(Claim(Some.Today.PlusDays(1)), Some.Actor, late).Refusal);
    }

    [Fact]
    public void Every_step_names_its_client_and_only_an_approval_a_right()
    {
        var deputy = Case() with { Approvers = [new(Head, [Other])] };
        var asked = ShiftSwapRules.Request(Claim(Some.Today.PlusDays(1)), Some.Actor, deputy).Value;
        var agreed = ShiftSwapRules.Decide(asked, new(Other, true, "Baik."), Some.Actor, deputy).Value;
        Assert.All(agreed.Trail, step => Assert.Equal(Some.Actor, step.Actor));
        Assert.Equal((ShiftSwapState.Agreed, 0), (agreed.State, agreed.Trail[^1].InNameOf.Count));
    }

    [Fact]
    public void A_swap_is_what_was_asked_for_whatever_became_of_it()
    {
        var (claim, swap) = (Claim(Some.Today.PlusDays(1)), Answer(Asked(), Head).Value);
        Assert.True(swap.IsOf(claim));
        Assert.False(swap.IsOf(claim with { Reason = "Lain." }));
        Assert.False(swap.IsOf(claim with { WithId = Boss }));
        Assert.False(swap.IsOf(Claim(Some.Today.PlusDays(2))));
    }

    [Fact]
    public void It_holds_once_the_other_agrees_and_every_superior_approves_in_any_order()
    {
        EmployeeId[] all = [Other, Head, Boss];
        foreach (var order in new[] { all, [Head, Other, Boss], [Boss, Head, Other] })
        {
            var swap = Asked();
            foreach (var (i, by) in order.Index())
            {
                swap = Answer(swap, by).Value;
                Assert.Equal(i == 2, swap.State == ShiftSwapState.Approved);
            }

            Assert.Equal(4, swap.Trail.Count);
            Assert.Same(swap, Answer(swap, Boss).Value);
            Assert.Equal("shift-swap-decided", Answer(swap, Boss, approved: false).Refusal!.Code);
        }
    }

    [Fact]
    public void Anybody_who_answers_may_decline_and_who_asked_may_withdraw()
    {
        foreach (var by in new[] { One, Other, Head, Boss })
        {
            var declined = Answer(Answer(Asked(), Head).Value, by, approved: false).Value;
            Assert.Equal(ShiftSwapState.Declined, declined.State);
            Assert.Equal("shift-swap-decided", Answer(declined, Other).Refusal!.Code);
        }
    }

    [Fact]
    public void Who_asked_does_not_approve_and_strangers_do_not_answer()
    {
        var refused = Answer(Asked(), One).Refusal!;
        Assert.Equal(("not-the-superior", "/decidedById"), (refused.Code, Assert.Single(refused.Faults).Pointer));
        Assert.Equal("not-the-superior", Answer(Asked(), Some.Person("peg-lain")).Refusal!.Code);
        Assert.Equal("not-the-superior", Answer(Asked(), Some.Person("peg-lain"), approved: false).Refusal!.Code);
    }

    [Fact]
    public void A_day_that_ended_meanwhile_is_not_swapped_and_may_be_declined()
    {
        var later = Case() with { Now = Some.Morning + Duration.FromDays(2) };
        var yes = new DayDecision(Other, true, "Baik.");
        Assert.Equal("day-past", ShiftSwapRules.Decide(Asked(), yes, Some.Actor, later).Refusal!.Code);
        var no = ShiftSwapRules.Decide(Asked(), yes with { Approved = false }, Some.Actor, later);
        Assert.Equal(ShiftSwapState.Declined, no.Value.State);
    }

    [Fact]
    public void Without_a_superior_nobody_could_approve() => Assert.Equal(
        "no-superior",
        ShiftSwapRules.Request(Claim(Some.Today), Some.Actor, Case() with { Approvers = [] }).Refusal!.Code);

    /// <summary>What was approved in a superior's name stays approved when the delegation has ended.</summary>
    [Fact]
    public void A_deputys_approval_in_the_superiors_name_outlives_the_delegation()
    {
        var approved = Answer(Asked(), Deputy).Value;
        Assert.Equal([Head], approved.Trail[^1].InNameOf);
        var later = Case() with { Approvers = [new(Head, []), new(Boss, [])] };
        var agreed = ShiftSwapRules.Decide(approved, new(Other, true, "Baik."), Some.Actor, later).Value;
        var held = ShiftSwapRules.Decide(agreed, new(Boss, true, "Baik."), Some.Actor, later).Value;
        Assert.Equal(ShiftSwapState.Approved, held.State);
        Assert.Equal(
            "not-the-superior",
            ShiftSwapRules.Decide(Asked(), new(Deputy, true, "Baik."), Some.Actor, later).Refusal!.Code);
    }

    [Fact]
    public void Who_acts_for_both_superiors_approves_once_and_who_comes_to_later_once_more()
    {
        var both = Case() with { Approvers = [new(Head, [Deputy]), new(Boss, [Deputy])] };
        var yes = new DayDecision(Deputy, true, "Baik.");
        Assert.Equal([Head, Boss], ShiftSwapRules.Decide(Asked(), yes, Some.Actor, both).Value.Trail[^1].InNameOf);
        var first = ShiftSwapRules.Decide(Asked(), yes, Some.Actor, Case()).Value;
        Assert.Same(first, ShiftSwapRules.Decide(first, yes, Some.Actor, Case()).Value);
        Assert.Equal(3, ShiftSwapRules.Decide(first, yes, Some.Actor, both).Value.Trail.Count);
    }

    [Theory]
    [InlineData("", "other head boss wakil")]
    [InlineData("other", "head boss wakil")]
    [InlineData("head", "other boss")]
    [InlineData("wakil", "other boss")]
    [InlineData("wakil boss", "other")]
    [InlineData("other head boss", "")]
    public void A_swap_waits_for_those_without_whose_answer_it_cannot_hold(string answered, string waiting)
    {
        var people = new Dictionary<string, EmployeeId>
        {
            ["one"] = One,
            ["other"] = Other,
            ["head"] = Head,
            ["boss"] = Boss,
            ["wakil"] = Deputy,
            ["lain"] = Some.Person("peg-lain"),
        };
        var swap = answered.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(Asked(), (known, by) => Answer(known, people[by]).Value);
        Assert.Equal(
            waiting.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            people.Where(one => ShiftSwapRules.WaitsFor(swap, one.Value, Case().Approvers)).Select(one => one.Key));
    }

    private static ShiftSwap Asked() =>
        ShiftSwapRules.Request(Claim(Some.Today.PlusDays(1)), Some.Actor, Case()).Value;

    private static Result<ShiftSwap> Answer(ShiftSwap swap, EmployeeId by, bool approved = true) =>
        ShiftSwapRules.Decide(swap, new DayDecision(by, approved, "Baik."), Some.Actor, Case());

    private static ShiftSwapCommand Claim(params LocalDate[] dates) =>
        new(Some.Client("tukar-0001"), Some.AgencyId, One, Other, dates, "Pernikahan adik.");

    private static ShiftSwapCase Case(WorkingTime? hours = null) => new(
        Some.Timeline(Some.Employee() with { Id = One }),
        Some.Timeline(Some.Employee() with { Id = Other }),
        Some.Rules(hours ?? ShiftSwapsTests.Two("07:00", "19:00")),
        [new(Head, [Deputy]), new(Boss, [])],
        Some.Morning);
}
