using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.Attendance;

public sealed class ReadMonthsTests
{
    private static readonly YearMonth February = new(2026, 2);
    private static readonly Instant Settled = Some.At("2026-03-03T00:00:00Z");

    private readonly World _world = new();

    [Fact]
    public async Task What_is_stored_and_what_is_folded_now_are_the_same()
    {
        var live = await SettleAsync();
        var stored = _world.Months.Rows[(Some.AgencyId, February, Some.Person())];
        Assert.Equal(live.Days, stored.Days);
        Assert.Equal(live with { Days = stored.Days }, stored);
    }

    [Fact]
    public async Task A_settled_month_without_a_mark_comes_from_the_store()
    {
        var live = await SettleAsync();
        PutAside();
        Assert.Equal("told by the store", (await ReadAsync()).CalendarVersion);
        Assert.Equal(
            "told by the store", (await ListAsync()).Single(m => m.EmployeeId == Some.Person()).CalendarVersion);
        await _world.Dirty.MarkAsync(Some.AgencyId, Some.Person(), February, default);
        Assert.Equal(live.CalendarVersion, (await ReadAsync()).CalendarVersion);
        Assert.Equal(
            live.CalendarVersion, (await ListAsync()).Single(m => m.EmployeeId == Some.Person()).CalendarVersion);
    }

    [Fact]
    public async Task A_mark_on_everybody_is_a_mark_on_each()
    {
        await SettleAsync();
        PutAside();
        await _world.Dirty.MarkAllAsync(Some.AgencyId, February, default);
        Assert.NotEqual("told by the store", (await ReadAsync()).CalendarVersion);
    }

    [Fact]
    public async Task A_month_whose_last_night_is_not_over_is_folded_now()
    {
        _world.Clock.MoveTo(Some.At("2026-03-01T00:00:00Z"));
        await _world.CloseDaysAsync();
        PutAside();
        Assert.NotEqual("told by the store", (await ReadAsync()).CalendarVersion);
        Assert.NotEqual(
            "told by the store", (await ListAsync()).Single(m => m.EmployeeId == Some.Person()).CalendarVersion);
    }

    [Fact]
    public async Task Bug_a_close_between_two_reads_vouches_for_no_row_of_before_it()
    {
        await _world.CloseDaysAsync();
        _world.Clock.MoveTo(Settled);
        _world.Months.AfterRead = _world.CloseDaysAsync;
        Assert.Equal(28, (await ReadAsync()).Days.Count);
    }

    [Fact]
    public async Task Somebody_who_came_after_the_close_is_folded_now()
    {
        await SettleAsync();
        _world.Add(Some.Employee("peg-new1"));
        Assert.Equal(28, (await ReadAsync("peg-new1")).Days.Count);
        Assert.Equal(3, (await ListAsync()).Count);
    }

    [Fact]
    public async Task A_month_in_progress_ends_today_and_one_to_come_has_no_day()
    {
        Assert.Equal(new LocalDate(2026, 2, 4), (await ReadAsync()).Days[^1].Date);
        var march = await _world.ReadAttendance.MonthAsync(Some.AgencyId, Some.Person(), new(2026, 3), default);
        Assert.Empty(march.Value.Days);
    }

    /// <summary>A check-in, a close after the month's last night, and the month as a fresh fold shows it.</summary>
    private async Task<AttendanceMonth> SettleAsync()
    {
        await _world.RecordCheckIn.ExecuteAsync(Some.Actor, Some.Claim(), default);
        await _world.CloseDaysAsync();
        _world.Clock.MoveTo(Settled);
        var live = await ReadAsync();
        await _world.CloseDaysAsync();
        return live;
    }

    /// <summary>Makes the stored row one that shows where it came from.</summary>
    private void PutAside()
    {
        var key = (Some.AgencyId, February, Some.Person());
        _world.Months.Rows[key] = _world.Months.Rows[key] with { CalendarVersion = "told by the store" };
    }

    private async Task<AttendanceMonth> ReadAsync(string person = "peg-0001") =>
        (await _world.ReadAttendance.MonthAsync(Some.AgencyId, Some.Person(person), February, default)).Value;

    private async Task<IReadOnlyList<AttendanceMonth>> ListAsync()
    {
        var people = _world.Workforce.Employees.Values.Select(e => Some.Timeline(e.Value)).ToList();
        return await _world.ReadMonths.ListAsync(Some.AgencyId, February, HashRange.All, people, default);
    }
}
