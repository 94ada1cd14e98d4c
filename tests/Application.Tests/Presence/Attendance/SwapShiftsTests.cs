using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.Attendance;

/// <summary>
/// It is the morning of 4 February; the first person works by day, the second by night, the third every other day from
/// 03:00, on 1 March too.
/// </summary>
public sealed class SwapShiftsTests
{
    private const string Hours = """
        {"everybody":{"scheme":"shift","week":[{"days":["monday"],"start":"07:30","end":"16:00"}],
          "shifts":[{"id":"pagi","start":"07:00","end":"15:00"},{"id":"malam","start":"21:00","end":"05:00"},
            {"id":"dini","start":"03:00","end":"11:00"}],
          "rotations":[{"employees":["peg-0001"],"from":"2026-01-01","cycle":["pagi"]},
            {"employees":["peg-0002"],"from":"2026-01-01","cycle":["malam"]},
            {"employees":["peg-0003"],"from":"2026-01-01","cycle":["off","dini"]}]}}
        """;

    private static readonly ShiftSwapCommand Claim = new(
        Some.Client("tukar-0001"), Some.AgencyId, Some.Person(), Some.Person("peg-0002"), [new(2026, 2, 28)],
        "Pernikahan adik.");

    private readonly World _world = new();

    public SwapShiftsTests()
    {
        _world.Add(Some.Employee("peg-0002"));
        _world.Policies.AddAsync(
            Some.AgencyId, CompleteDocument.Of(PolicyKinds.WorkingTime, Hours), default).GetAwaiter().GetResult();
    }

    [Fact]
    public async Task Only_the_last_approval_marks_months_and_it_marks_those_of_both_and_of_the_next_day()
    {
        await RequestAsync(Claim);
        await DecideAsync("peg-0002");
        Assert.Empty(_world.Dirty.Rows);

        Assert.Equal(ShiftSwapState.Approved, (await DecideAsync("peg-head")).Value.State);
        Assert.Equal(
            from person in new[] { Claim.EmployeeId, Claim.WithId }
            from month in new[] { new YearMonth(2026, 2), new YearMonth(2026, 3) }
            select (person, month),
            _world.Dirty.Rows.Keys.Select(row => (row.Person!.Value, row.Month)).Order());
    }

    [Fact]
    public async Task Who_is_to_answer_is_told_and_both_what_came_of_it()
    {
        await RequestAsync(Claim);
        await RequestAsync(Claim);
        Assert.Equal(
            [(NoticeCode.ShiftSwapRequested, Some.Person()), (NoticeCode.ShiftSwapRequested, Some.Person())],
            new[] { "peg-0002", "peg-head" }.Select(id => Assert.Single(_world.Inboxes.Of(Some.Person(id))))
                .Select(told => (told.Code, told.About.EmployeeId!.Value)));

        await DecideAsync("peg-head");
        await DecideAsync("peg-0002");
        Assert.Equal("approved", Assert.Single(_world.Inboxes.Of(Some.Person())).About.Outcome);
        Assert.Equal(2, _world.Inboxes.Of(Some.Person("peg-0002")).Count);
        Assert.Empty(_world.Outbox.Rows);
    }

    [Fact]
    public async Task A_resend_is_answered_when_the_day_is_over_and_another_content_refused()
    {
        await RequestAsync(Claim);
        await DecideAsync("peg-0002");
        _world.Clock.Advance(Duration.FromDays(40));

        var again = await RequestAsync(Claim);

        Assert.Equal((true, ShiftSwapState.Agreed), (again.Value.Replayed, again.Value.Swap.State));
        Refused.Is(RefusalCodes.ReusedId, await RequestAsync(Claim with { Reason = "Sakit." }));
        Refused.Is(RefusalCodes.DayPast, await DecideAsync("peg-head"));
    }

    [Fact]
    public async Task A_swap_over_the_months_edge_is_found_by_either_side_in_both_months()
    {
        await RequestAsync(Claim with { Dates = [new(2026, 2, 28), new(2026, 3, 1)] });
        foreach (var month in new[] { new YearMonth(2026, 2), new YearMonth(2026, 3) })
        {
            var found = await _world.SwapShifts.ListAsync(Some.AgencyId, Claim.WithId, month, default);
            Assert.Equal(Claim.Id, Assert.Single(found.Value).Id);
        }

        var april = await _world.SwapShifts.ListAsync(Some.AgencyId, Claim.WithId, new(2026, 4), default);
        Assert.Empty(april.Value);
    }

    /// <summary>
    /// Every pair of these swaps, the last approval of one given in the moment of the other's: what comes of it is what
    /// comes of it one after the other, and nobody has two shifts at once.
    /// </summary>
    [Fact]
    public async Task Two_swaps_approved_at_the_same_moment_come_to_what_they_come_to_one_after_the_other()
    {
        (string Other, int[] Days)[] all =
            [("peg-0002", [28]), ("peg-0002", [28, 29]), ("peg-0003", [28]), ("peg-0003", [29]), ("peg-0003", [30])];
        var refused = 0;
        foreach (var (i, j) in
            from i in Enumerable.Range(0, all.Length)
            from j in Enumerable.Range(0, all.Length)
            where i != j
            select (i, j))
        {
            var (atOnce, inTurn) = (await WithTwoAsync(all[i], all[j]), await WithTwoAsync(all[i], all[j]));
            atOnce.Swaps.FasterWriter = async () => await ApproveAsync(atOnce, 0, all[i].Days[0]);
            var late = await ApproveAsync(atOnce, 1, all[j].Days[0]);

            await ApproveAsync(inTurn, 0, all[i].Days[0]);
            var second = await ApproveAsync(inTurn, 1, all[j].Days[0]);

            Assert.Equal(second.Refusal?.Code, late.Refusal?.Code);
            Assert.Equal(StatesOf(inTurn), StatesOf(atOnce));
            refused += second.Refusal is null ? 0 : 1;
        }

        // Some pairs contradict each other: without these the test would show nothing.
        Assert.InRange(refused, 4, 12);
    }

    [Fact]
    public async Task A_deputy_has_the_swap_among_what_waits_and_approves_it_in_the_superiors_name()
    {
        _world.Add(Some.Employee("peg-wakil", null));
        await _world.DelegateRating.PutAsync(Some.Actor, Some.Delegation("peg-wakil"), null, default);
        await RequestAsync(Claim);
        Assert.Equal(NoticeCode.ShiftSwapRequested, Assert.Single(_world.Inboxes.Of(Some.Person("peg-wakil"))).Code);
        Assert.Equal(["peg-0002", "peg-head", "peg-wakil"], await WaitingAsync());

        var approved = await DecideAsync("peg-wakil");
        Assert.Equal([Some.Person("peg-head")], approved.Value.Trail[^1].InNameOf);
        Assert.Equal(["peg-0002"], await WaitingAsync());
        _world.Clock.Advance(Duration.FromDays(23));
        Assert.Equal(ShiftSwapState.Approved, (await DecideAsync("peg-0002")).Value.State);
        Assert.Empty(await WaitingAsync());
    }

    /// <summary>It waits for nobody once its first date is over.</summary>
    [Theory]
    [InlineData(23, 2)]
    [InlineData(24, 2)]
    [InlineData(25, 0)]
    public async Task A_swap_waits_up_to_its_first_date(int days, int waiting)
    {
        await RequestAsync(Claim);
        _world.Clock.Advance(Duration.FromDays(days));
        Assert.Equal(waiting, (await WaitingAsync()).Count);
        Refused.Is(
            RefusalCodes.UnknownEmployee,
            await _world.WaitingSwaps.ExecuteAsync(Some.AgencyId, Some.Person("peg-tiada"), null, 9, default));
    }

    private async Task<List<string>> WaitingAsync()
    {
        var people = new List<string>();
        foreach (var id in _world.Workforce.Employees.Keys.Select(key => key.Item2).Order())
        {
            var waiting = await _world.WaitingSwaps.ExecuteAsync(Some.AgencyId, id, null, 9, default);
            people.AddRange(waiting.Value.Items.Select(_ => id.ToString()));
        }

        return people;
    }

    /// <summary>Both swaps lack the superior's approval.</summary>
    private static async Task<World> WithTwoAsync(params (string Other, int[] Days)[] swaps)
    {
        var world = new World();
        world.Add(Some.Employee("peg-0002"), Some.Employee("peg-0003"));
        await world.Policies.AddAsync(
            Some.AgencyId, CompleteDocument.Of(PolicyKinds.WorkingTime, Hours), default);
        foreach (var (number, (other, days)) in swaps.Index())
        {
            var claim = Claim with
            {
                Id = Some.Client($"tukar-000{number}"),
                WithId = Some.Person(other),
                Dates = [.. days.Select(day => new LocalDate(2026, 2, 1).PlusDays(day - 1))],
            };
            var asked = await world.SwapShifts.RequestAsync(Some.Actor, claim, default);
            Assert.Null(asked.Refusal);
            await world.SwapShifts.DecideAsync(
                Some.Actor, claim.EmployeeId, claim.Dates[0], claim.Id, new(claim.WithId, true, "Baik."), default);
        }

        return world;
    }

    private static Task<Result<ShiftSwap>> ApproveAsync(World world, int number, int day) =>
        world.SwapShifts.DecideAsync(
            Some.Actor, Claim.EmployeeId, new LocalDate(2026, 2, 1).PlusDays(day - 1),
            Some.Client($"tukar-000{number}"), new(Some.Person("peg-head"), true, "Baik."), default);

    private static IEnumerable<(string, ShiftSwapState, int?)> StatesOf(World world) => world.Swaps.Rows.Values
        .Select(row => (row.Value.Id.ToString(), row.Value.State, row.Value.Number)).Order();

    private Task<Result<RecordedShiftSwap>> RequestAsync(ShiftSwapCommand claim) =>
        _world.SwapShifts.RequestAsync(Some.Actor, claim, default);

    private Task<Result<ShiftSwap>> DecideAsync(string by) => _world.SwapShifts.DecideAsync(
        Some.Actor, Claim.EmployeeId, Claim.Dates[0], Claim.Id, new(Some.Person(by), true, "Baik."), default);
}
