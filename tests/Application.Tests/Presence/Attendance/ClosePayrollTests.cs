using Kinerja.Application.Events;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.Attendance;

/// <summary>Nobody checks in, so that every working day of January costs four percent.</summary>
public sealed class ClosePayrollTests
{
    private const string Scheme = """
        {"basis":"Aturan contoh","rules":[
         {"id":"absent","event":"absent","unit":"percentOfMonth","bands":[{"fromMinutes":0,"amount":4}]}]}
        """;

    private static readonly YearMonth January = new(2026, 1);
    private static readonly YearMonth February = new(2026, 2);
    private static readonly YearMonth March = new(2026, 3);

    private readonly World _world = new(Some.At("2026-02-03T02:00:00Z"));

    public ClosePayrollTests() => _world.Add(Some.Agency() with { BeganOn = January.OnDayOfMonth(1) });

    [Fact]
    public async Task A_closed_month_stays_and_what_changed_is_in_the_next_open_one()
    {
        await AdoptAsync();
        await CloseAsync(January);
        var closed = await PercentAsync();
        await LeaveAsync(cancelled: false);
        Assert.Equal(closed, await PercentAsync());
        var found = Assert.Single(await DifferencesAsync(February));
        Assert.Equal((Some.Person(), January, -8m), (found.EmployeeId, found.Month, found.PercentOfMonth));
        Assert.Equal([new LocalDate(2026, 1, 5), new LocalDate(2026, 1, 6)], found.Days);
        Assert.Equal([DifferenceCause.Leave], found.Causes);
    }

    [Fact]
    public async Task What_is_taken_back_before_the_next_close_is_no_difference()
    {
        await AdoptAsync();
        await CloseAsync(January);
        await LeaveAsync(cancelled: false);
        await LeaveAsync(cancelled: true);
        Assert.Empty(await DifferencesAsync(February));
    }

    /// <summary>What was paid and what was taken back come to what the month is worth, however it went.</summary>
    [Fact]
    public async Task A_difference_is_taken_up_once_and_its_return_is_another_one()
    {
        await AdoptAsync();
        await CloseAsync(January);
        await LeaveAsync(cancelled: false);
        _world.Clock.MoveTo(Some.At("2026-03-03T02:00:00Z"));
        await CloseAsync(February);
        Assert.Equal([-8m], (await DifferencesAsync(February)).Select(d => d.PercentOfMonth));
        Assert.Empty(await DifferencesAsync(March));
        await LeaveAsync(cancelled: true);
        Assert.Equal([8m], (await DifferencesAsync(March)).Select(d => d.PercentOfMonth));
        Assert.Equal([-8m], (await DifferencesAsync(February)).Select(d => d.PercentOfMonth));
    }

    [Fact]
    public async Task A_policy_dated_into_a_closed_month_changes_nothing_there()
    {
        await CloseAsync(January);
        Assert.Null((await StatementAsync()).Statement);
        await AdoptAsync();
        Assert.Null((await StatementAsync()).Statement);
        var found = await DifferencesAsync(February);
        Assert.Equal(2, found.Count);
        Assert.All(found, one => Assert.Equal(
            ((DeductionStatement?)null, DifferenceCause.Policy), (one.Before, one.Causes.Single())));
    }

    [Fact]
    public async Task The_same_act_again_changes_nothing_and_another_official_is_refused()
    {
        var first = await CloseAsync(January);
        _world.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(first, await CloseAsync(January));
        Refused.Is(RefusalCodes.PayrollClosed, await ExecuteAsync(January, "peg-0001"));
        Refused.Is(RefusalCodes.UnknownEmployee, await ExecuteAsync(January, "peg-nobody"));
        Refused.Is(RefusalCodes.PayrollOrder, await _world.ReadPayroll.DifferencesAsync(
            Some.AgencyId, March, null, default));
        Assert.Single(_world.Events.ById.Values, told => told.Type == EventTypes.PayrollClosed);
    }

    [Fact]
    public async Task A_close_that_stopped_half_way_leaves_the_month_open_and_is_completed_by_the_same_act()
    {
        await AdoptAsync();
        _world.Payrolls.FailsAfter = 1;
        await Assert.ThrowsAsync<TimeoutException>(() => ExecuteAsync(January, "peg-head"));
        Assert.Null((await StatementAsync()).Closed);
        var begun = _world.Clock.Now();
        _world.Clock.Advance(Duration.FromDays(1));
        var closed = await CloseAsync(January);
        Assert.Equal((true, begun), (closed.Complete, closed.ClosedAt));
        Assert.Equal(2, _world.Payrolls.Statements.Count);
    }

    [Fact]
    public async Task Who_left_keeps_the_statement_and_who_came_later_has_none()
    {
        await AdoptAsync();
        _world.Add(Some.Employee() with { Active = false });
        await CloseAsync(January);
        Assert.DoesNotContain(_world.Payrolls.Statements.Keys, key => key.Item3 == Some.Person());
        var stated = await StatementAsync();
        Assert.Equal((false, null), (stated.InPayroll, stated.Statement));
    }

    private async Task AdoptAsync() => await _world.Policies.AddAsync(
        Some.AgencyId, CompleteDocument.Of(PolicyKinds.Deduction, Scheme), default);

    private async Task<PayrollClose> CloseAsync(YearMonth month) => (await ExecuteAsync(month, "peg-head")).Value;

    private Task<Result<PayrollClose>> ExecuteAsync(YearMonth month, string by) =>
        _world.ClosePayroll.ExecuteAsync(Some.Actor, month, Some.Person(by), default);

    private async Task<IReadOnlyList<StatementDifference>> DifferencesAsync(YearMonth month) =>
        (await _world.ReadPayroll.DifferencesAsync(Some.AgencyId, month, null, default)).Value.Found;

    private async Task<MonthDeductions> StatementAsync()
    {
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
        return (await _world.ReadAttendance.DeductionsAsync(Some.AgencyId, Some.Person(), January, default)).Value;
    }

    private async Task<decimal> PercentAsync() => (await StatementAsync()).Statement!.PercentOfMonth;

    private async Task LeaveAsync(bool cancelled)
    {
        _world.Clock.Advance(Duration.FromHours(1));
        var leave = new Leave(Some.Person(), LeaveKind.Sick, new(2026, 1, 5), new(2026, 1, 7), "S-1");
        Assert.Null((await _world.RecordLeave.RecordAsync(Some.Actor, leave, cancelled, default)).Refusal);
    }
}
