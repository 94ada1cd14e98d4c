using System.Text.Json;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.Attendance;

/// <summary>
/// A week of required minutes that the month's edge cuts: Monday 29 June to Friday 3 July 2026, 2,250 minutes without
/// break. It is settled on Friday, in July, and what is known of June's two days must reach it.
/// </summary>
public sealed class MonthEdgeTests
{
    private static readonly YearMonth June = new(2026, 6);
    private static readonly YearMonth July = new(2026, 7);
    private static readonly LocalDate Tuesday = new(2026, 6, 30);
    private static readonly LocalDate Friday = new(2026, 7, 3);

    private readonly World _world = new(Some.At("2026-06-28T00:00:00Z"));

    [Fact]
    public async Task A_leaving_that_a_superior_puts_in_Junes_last_day_settles_Julys_first_week()
    {
        await PutHoursAsync(Weekly);
        await WorkAsync("2026-06-29");
        await RecordAsync("2026-06-30T01:00:00Z", CheckInKind.In);
        await WorkAsync("2026-07-01", "2026-07-02", "2026-07-03");
        Assert.Equal(0, (await FridayAsync()).EarlyMinutes);
        _world.Dirty.Rows.Clear();

        var claim = new CorrectionCommand(
            Some.Client("koreksi-0001"), Some.AgencyId, Some.Person(), Tuesday, CorrectionKind.Leaving,
            new LocalTime(10, 0),
            "Lupa.", null, Some.Person("peg-head"));
        Assert.Null((await _world.RequestCorrection.ExecuteAsync(Some.Actor, claim, default)).Refusal);

        // 2,250 less four days of 480 and the two hours of Tuesday.
        Assert.Equal(210, (await FridayAsync()).EarlyMinutes);
        Assert.Equal([June, July], Marked());
    }

    [Fact]
    public async Task Leave_on_Junes_last_day_takes_its_share_off_Julys_first_week()
    {
        await PutHoursAsync(Weekly);
        await WorkAsync("2026-06-29");
        await RecordAsync("2026-06-30T01:00:00Z", CheckInKind.In);
        await RecordAsync("2026-06-30T03:00:00Z", CheckInKind.Out);
        await WorkAsync("2026-07-01", "2026-07-02", "2026-07-03");
        Assert.Equal(210, (await FridayAsync()).EarlyMinutes);
        _world.Dirty.Rows.Clear();

        var sick = new Leave(Some.Person(), LeaveKind.Sick, Tuesday, Tuesday.PlusDays(1), "SK-7");
        await _world.RecordLeave.RecordAsync(Some.Actor, sick, false, default);

        Assert.Equal(0, (await FridayAsync()).EarlyMinutes);
        Assert.Equal([June, July], Marked());
    }

    [Fact]
    public async Task A_late_check_in_of_Junes_last_day_has_July_folded_again()
    {
        await PutHoursAsync(Weekly);
        _world.Clock.MoveTo(Some.At("2026-07-02T01:00:00Z"));
        _world.Dirty.Rows.Clear();
        await StoreAsync(Some.At("2026-06-30T01:00:00Z"), CheckInKind.In);
        Assert.Equal([June, July], Marked());
    }

    [Fact]
    public async Task A_late_check_in_on_the_morning_after_a_months_last_night_has_that_month_folded_again()
    {
        await PutHoursAsync(Nightly);
        _world.Clock.MoveTo(Some.At("2026-07-03T01:00:00Z"));
        _world.Dirty.Rows.Clear();
        await StoreAsync(Some.At("2026-06-30T23:00:00Z"), CheckInKind.Out); // 06:00 on 1 July in Jakarta
        Assert.Equal([June, July], Marked());
    }

    [Fact]
    public async Task Fixed_hours_have_no_other_month_folded_again_but_by_the_day_beside_it()
    {
        _world.Clock.MoveTo(Some.At("2026-07-03T01:00:00Z"));
        await StoreAsync(Some.At("2026-06-29T01:00:00Z"), CheckInKind.In);
        Assert.Equal([June], Marked());
        await StoreAsync(Some.At("2026-06-30T01:00:00Z"), CheckInKind.In);
        Assert.Equal([June, July], Marked());
        _world.Dirty.Rows.Clear();
        await StoreAsync(Some.At("2026-07-01T17:30:00Z"), CheckInKind.Out); // 00:30 on 2 July in Jakarta
        Assert.Equal([July], Marked());
    }

    [Fact]
    public async Task A_leaving_after_the_midnight_of_a_months_last_day_is_that_days()
    {
        await RecordAsync("2026-06-30T00:30:00Z", CheckInKind.In);
        await RecordAsync("2026-06-30T17:30:00Z", CheckInKind.Out);
        var person = await PersonAsync();
        var june = await _world.FoldMonths.FoldAsync(Some.AgencyId, June, person, Tuesday, default);
        var july = await _world.FoldMonths.FoldAsync(Some.AgencyId, July, person, Tuesday.PlusDays(1), default);
        Assert.Equal((new LocalTime(0, 30), 0), (june.Days[29].LastOut, june.Days[29].EarlyMinutes));
        Assert.Null(july.Days[0].LastOut);
    }

    private const string Weekly = """
        {"everybody":{"scheme":"dynamic","required":{"minutesPerWeek":2250},"week":[
          {"days":["monday","tuesday","wednesday","thursday","friday"],"start":"08:00","end":"16:00"}]}}
        """;

    private const string Nightly = """
        {"everybody":{"scheme":"fixed","week":[
          {"days":["monday","tuesday","wednesday","thursday","friday"],"start":"22:00","end":"06:00"}]}}
        """;

    /// <summary>Eight hours on each of those days.</summary>
    private async Task WorkAsync(params string[] dates)
    {
        foreach (var date in dates)
        {
            await RecordAsync($"{date}T01:00:00Z", CheckInKind.In);
            await RecordAsync($"{date}T09:00:00Z", CheckInKind.Out);
        }
    }

    private async Task PutHoursAsync(string json)
    {
        using var body = JsonDocument.Parse(json);
        var put = await _world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.WorkingTime, new LocalDate(2026, 1, 1), null, body.RootElement, default);
        Assert.True(put.Refusal is null, put.Refusal?.Detail);
    }

    private Task RecordAsync(string at, CheckInKind kind)
    {
        _world.Clock.MoveTo(Some.At(at));
        return StoreAsync(Some.At(at), kind);
    }

    private async Task StoreAsync(Instant at, CheckInKind kind) => Assert.Null((await _world.RecordCheckIn.ExecuteAsync(
        Some.Actor, Some.Claim($"rekam-{at.ToUnixTimeSeconds()}", at) with { Kind = kind, SentAt = _world.Clock.Now() },
        default)).Refusal);

    private async Task<AttendanceDay> FridayAsync()
    {
        _world.Clock.MoveTo(Some.At("2026-07-06T01:00:00Z"));
        var month = await _world.FoldMonths.FoldAsync(Some.AgencyId, July, await PersonAsync(), Friday, default);
        return month.Days.Single(d => d.Date == Friday);
    }

    private async Task<PersonTimeline> PersonAsync() =>
        (await _world.AgencyDirectory.FindTimelineAsync(Some.AgencyId, Some.Person(), default))!;

    private IEnumerable<YearMonth> Marked() => _world.Dirty.Rows.Keys.Select(k => k.Month).Distinct().Order();
}
