using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.Attendance;

/// <summary>It is the morning of 4 February; the first person works by day, the second by night.</summary>
public sealed class KeepShiftSwapsTests
{
    private const string Hours = """
        {"everybody":{"scheme":"shift","week":[{"days":["monday"],"start":"07:30","end":"16:00"}],
          "shifts":[{"id":"pagi","start":"07:00","end":"15:00"},{"id":"malam","start":"21:00","end":"05:00"}],
          "rotations":[{"employees":["peg-0001"],"from":"2026-01-01","cycle":["pagi"]},
            {"employees":["peg-0002"],"from":"2026-01-01","cycle":["malam"]}]}}
        """;

    private static readonly ShiftSwapCommand Claim = new(
        Some.Client("tukar-0001"), Some.AgencyId, Some.Person(), Some.Person("peg-0002"), [new(2026, 2, 28)],
        "Pernikahan adik.");

    private readonly World _world = new();

    public KeepShiftSwapsTests()
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
            var found = await _world.KeepShiftSwaps.ListAsync(Some.AgencyId, Claim.WithId, month, default);
            Assert.Equal(Claim.Id, Assert.Single(found.Value).Id);
        }

        var april = await _world.KeepShiftSwaps.ListAsync(Some.AgencyId, Claim.WithId, new(2026, 4), default);
        Assert.Empty(april.Value);
    }

    private Task<Result<RecordedShiftSwap>> RequestAsync(ShiftSwapCommand claim) =>
        _world.KeepShiftSwaps.RequestAsync(Some.Actor, claim, default);

    private Task<Result<ShiftSwap>> DecideAsync(string by) => _world.KeepShiftSwaps.DecideAsync(
        Some.Actor, Claim.EmployeeId, Claim.Dates[0], Claim.Id, new(Some.Person(by), true, "Baik."), default);
}
