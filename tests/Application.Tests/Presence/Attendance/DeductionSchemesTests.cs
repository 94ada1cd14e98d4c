using System.Text.Json;
using Kinerja.Application.Policies;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.Attendance;

/// <summary>
/// Ten ways in which agencies cut allowances, written as the documents an agency would send. What a rule does not say
/// is filled in with the neighbours' figures; that only shows that it can be said. Figures are worked out by hand.
/// </summary>
public sealed class DeductionSchemesTests
{
    private static readonly LocalDate First = new(2026, 4, 1);

    /// <summary>Ministry of Agriculture, Permentan 68/2012: no record counts like the longest lateness.</summary>
    private const string Agriculture = $$"""
        {"basis":"Permentan 68/2012","rules":[
          {{Bands}},
          {"id":"tanpa-datang","event":"noArrival","unit":"percentOfMonth","bands":[{"fromMinutes":0,"amount":2}]},
          {"id":"tanpa-pulang","event":"noLeaving","unit":"percentOfMonth","bands":[{"fromMinutes":0,"amount":2}]},
          {"id":"alpa","event":"absent","unit":"percentOfMonth","bands":[{"fromMinutes":0,"amount":4}]}]}
        """;

    private const string Bands = """
        {"id":"tl","event":"late","unit":"percentOfMonth","bands":[
            {"fromMinutes":1,"toMinutes":30,"amount":0.5},{"fromMinutes":31,"toMinutes":60,"amount":1},
            {"fromMinutes":61,"toMinutes":90,"amount":1.5},{"fromMinutes":91,"amount":2}]},
        {"id":"psw","event":"leftEarly","unit":"percentOfMonth","bands":[
            {"fromMinutes":1,"toMinutes":30,"amount":0.5},{"fromMinutes":31,"toMinutes":60,"amount":1},
            {"fromMinutes":61,"toMinutes":90,"amount":1.5},{"fromMinutes":91,"amount":2}]}
        """;

    private const string Steps = """
        "unit":"percentOfMonth","bands":[
            {"fromMinutes":1,"toMinutes":30,"amount":0.5},{"fromMinutes":31,"toMinutes":60,"amount":1},
            {"fromMinutes":61,"toMinutes":90,"amount":1.25},{"fromMinutes":91,"amount":1.5}]
        """;

    [Fact]
    public void Agriculture_equals_the_shipped_scheme()
    {
        var month = Month(Present(late: 61, early: 31), OnlyLeft(), NeverLeft(), Absent());
        // 1.5 + 1, then 2, 2 and 4.
        Assert.Equal(10.5m, Apply(Agriculture, month).PercentOfMonth);
        Assert.Equal(
            DeductionRules.Apply(ShippedSchemes.Agriculture, month).PercentOfMonth,
            Apply(Agriculture, month).PercentOfMonth);
    }

    [Fact]
    public void A_rule_of_2013_cuts_for_leaving_mid_day_too_and_ends_at_the_whole_month()
    {
        const string Rule = $$"""
            {"basis":"Peraturan instansi 2013","monthCap":{"amount":100,"unit":"percentOfMonth"},"rules":[
              {"id":"tl","event":"late",{{Steps}}},{"id":"psw","event":"leftEarly",{{Steps}}},{"id":"kt","event":"awayMidDay",{{Steps}}},
              {"id":"alpa","event":"absent","unit":"percentOfMonth","bands":[{"fromMinutes":0,"amount":5}]}]}
            """;
        // 0.5 late, 1.25 away, 1.5 early.
        Assert.Equal(3.25m, Apply(Rule, Month(Present(late: 1, early: 91, away: 75))).PercentOfMonth);
        var gone = Apply(Rule, Month([.. Enumerable.Repeat(Absent(), 21)]));
        Assert.Equal((100m, 105m), (gone.PercentOfMonth, Assert.Single(gone.Capped).Before));
    }

    [Fact]
    public void A_guide_takes_no_more_than_two_and_a_half_percent_for_a_day_present()
    {
        const string Rule = """
            {"basis":"Petunjuk penghitungan","dayCap":{"amount":2.5,"unit":"percentOfMonth"},"rules":[
              {"id":"tl","event":"late","unit":"percentOfMonth","bands":[
                {"fromMinutes":1,"toMinutes":30,"amount":0.5},{"fromMinutes":31,"toMinutes":60,"amount":1},
                {"fromMinutes":61,"toMinutes":90,"amount":1.25},{"fromMinutes":91,"amount":2.5}]},
              {"id":"pulang","event":"noLeaving","unit":"percentOfMonth","bands":[{"fromMinutes":0,"amount":2.5}]}]}
            """;
        // 1.25 and 2.5 would be 3.75; the second day stays below its own cap.
        Assert.Equal(3.5m, Apply(Rule, Month(NeverLeft(late: 70), Present(late: 45))).PercentOfMonth);
    }

    [Fact]
    public void Tebo_counts_lateness_in_four_steps()
    {
        const string Rule = $$"""{"basis":"Perbup Tebo 1/2022","rules":[{"id":"tl","event":"late",{{Steps}}}]}""";
        Assert.Equal(
            [0.5m, 1m, 1.25m, 1.5m],
            new[] { 30, 60, 90, 91 }.Select(m => Apply(Rule, Month(Present(late: m))).PercentOfMonth));
    }

    [Fact]
    public void Sragen_cuts_one_percent_each_thirty_minutes_of_the_forty_percent_that_hang_on_presence()
    {
        const string Rule = """
            {"basis":"Perbup Sragen 2021","presenceSharePercent":40,"rules":[
              {"id":"tl","event":"late","unit":"percentOfMonth","bands":[{"fromMinutes":30,"amount":1,"perMinutes":30}]}]}
            """;
        var statement = Apply(Rule, Month(Present(late: 29), Present(late: 30), Present(late: 75)));
        // None, one and two times thirty minutes: 3% of 40% of 5,000,000.
        Assert.Equal((3m, 60_000m), (statement.PercentOfMonth, statement.RupiahOf(5_000_000)));
    }

    [Fact]
    public void Penajam_cuts_by_the_day_and_an_absent_day_is_all_of_it()
    {
        const string Rule = """
            {"basis":"Raperbup Penajam Paser Utara 2018","dayCap":{"amount":100,"unit":"percentOfDay"},"rules":[
              {"id":"tl","event":"late","unit":"percentOfDay","bands":[{"fromMinutes":1,"amount":25}]},
              {"id":"psw","event":"leftEarly","unit":"percentOfDay","bands":[{"fromMinutes":1,"amount":25}]},
              {"id":"kt","event":"awayMidDay","unit":"percentOfDay","bands":[{"fromMinutes":1,"amount":50}]},
              {"id":"alpa","event":"absent","unit":"percentOfDay","bands":[{"fromMinutes":0,"amount":100}]}]}
            """;
        var statement = Apply(Rule, Month(Present(late: 5), Present(late: 5, early: 5, away: 5), Absent(), Present()));
        // 25, 100 and 100 percent of a fourth of 4,000,000 net.
        Assert.Equal((225m, 2_250_000m), (statement.PercentOfDay, statement.RupiahOf(4_000_000)));
    }

    [Fact]
    public void Badan_gizi_nasional_has_two_steps()
    {
        const string Rule = """
            {"basis":"Perban 4/2025 pasal 15","rules":[{"id":"tl","event":"late","unit":"percentOfMonth","bands":[
              {"fromMinutes":1,"toMinutes":60,"amount":0.5},{"fromMinutes":61,"amount":1}]}]}
            """;
        Assert.Equal(1.5m, Apply(Rule, Month(Present(late: 60), Present(late: 61))).PercentOfMonth);
    }

    [Fact]
    public void Kemenko_infrastruktur_holds_a_missing_record_like_more_than_ninety_minutes()
    {
        var late = Apply(Agriculture, Month(Present(late: 91))).PercentOfMonth;
        Assert.Equal(late, Apply(Agriculture, Month(OnlyLeft())).PercentOfMonth);
        Assert.Equal(late, Apply(Agriculture, Month(NeverLeft())).PercentOfMonth);
    }

    [Fact]
    public void Esdm_asks_for_two_records_and_none_while_the_system_is_down()
    {
        const string Rule = """
            {"basis":"Permen ESDM 21/2014 pasal 7","rules":[
              {"id":"datang","event":"noArrival","unit":"percentOfMonth","bands":[{"fromMinutes":0,"amount":1.5}]},
              {"id":"pulang","event":"noLeaving","unit":"percentOfMonth","bands":[{"fromMinutes":0,"amount":1.5}]}]}
            """;
        var down = Present()
            with
        { LastOut = null, EarlyMinutes = null, Findings = [new(DayReason.OutageCoversLeaving, "ggn-0001")] };
        Assert.Equal(3, Apply(Rule, Month(OnlyLeft(), NeverLeft())).PercentOfMonth);
        Assert.Empty(Apply(Rule, Month(down)).Lines);
    }

    [Fact]
    public void Palembang_takes_rupiah_from_the_first_minute()
    {
        const string Rule = """
            {"basis":"Kota Palembang 2023","rules":[
              {"id":"telat","event":"late","unit":"rupiah","bands":[{"fromMinutes":1,"amount":75000}]},
              {"id":"alpa","event":"absent","unit":"rupiah","bands":[{"fromMinutes":0,"amount":150000}]}]}
            """;
        var statement = Apply(Rule, Month(Present(late: 1), Present(late: 120), Absent()));
        Assert.Equal((300_000m, 300_000m), (statement.Rupiah, statement.RupiahOf(5_000_000)));
    }

    /// <summary>Written, stored and read again, as the register reads it.</summary>
    private static DeductionStatement Apply(string document, AttendanceMonth month)
    {
        using var sent = JsonDocument.Parse(document);
        using var stored = JsonDocument.Parse(
            PolicyKinds.Deduction.Check(sent.RootElement, First, ShippedFiles.Policies).Value);
        return DeductionRules.Apply(
            PolicyKinds.Deduction.ReadComplete(stored.RootElement, First, "deduction-2026-04-01.1").Value.Value, month);
    }

    private static AttendanceMonth Month(params AttendanceDay[] days) =>
        new(Some.Person(), First.ToYearMonth(), [.. days.Select((d, i) => d with { Date = First.PlusDays(i) })], "c");

    private static AttendanceDay Present(int late = 0, int early = 0, int away = 0) => Day(DayStatus.Present) with
    {
        FirstIn = new(8, 0),
        LastOut = new(16, 0),
        LateMinutes = late,
        EarlyMinutes = early,
        AwayMinutes = away,
    };

    private static AttendanceDay NeverLeft(int late = 0) =>
        Present(late) with { LastOut = null, EarlyMinutes = null, Findings = [new(DayReason.NoLeaving)] };

    private static AttendanceDay OnlyLeft() =>
        Day(DayStatus.NeedsReview) with { LastOut = new(16, 0), Findings = [new(DayReason.NoArrival)] };

    private static AttendanceDay Absent() => Day(DayStatus.NoRecord);

    private static AttendanceDay Day(DayStatus status) => new(
        First, status, WorkMode.Office, GeofenceKind.Office, null, null, null, null, 0, false, [], "h");
}
