using System.Text.Json;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.Attendance;

/// <summary>
/// That what stands in the tables about a day reaches the fold; what the fold makes of it is the domain's to test.
/// </summary>
public sealed class FoldMonthsTests
{
    private readonly World _world = new();

    [Fact]
    public async Task A_flag_changes_no_day_and_a_rejection_takes_the_check_in_out()
    {
        await RecordAsync(Some.Claim() with { MockLocation = true });
        await _world.Sweep.ExecuteAsync(default);
        Assert.Equal(DayStatus.Present, (await DayAsync(new LocalDate(2026, 2, 4))).Status);

        var review = Assert.Single(_world.Reviews.Rows).Value.Value;
        var no = new ReviewVerdict(ReviewerOf(review), ReviewState.Rejected, "Bukan pegawai itu.");
        Assert.Null((await _world.DecideReview.ExecuteAsync(Some.Actor, review.Id, no, default)).Refusal);

        var day = await DayAsync(new LocalDate(2026, 2, 4));
        Assert.False(day.IsPresent);
        Assert.True(day.Has(DayReason.RejectedLeftOut));
    }

    [Fact]
    public async Task A_day_elsewhere_that_nothing_covered_stays_present_and_tells_why()
    {
        await PutPolicyAsync("{}", PolicyKinds.FlexibleWork);
        var home = Some.Fence() with { Kind = GeofenceKind.Home };
        _world.Geofences.Current[(Some.AgencyId, home.Id)] = home;
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
        await RecordAsync(Some.Claim());

        var day = await DayAsync(new LocalDate(2026, 2, 4));

        Assert.Equal((DayStatus.Present, WorkMode.Flexible, true), (day.Status, day.Mode, day.Flagged));
        Assert.Contains(
            "notPlanned",
            day.Findings.Single(f => f.Reason == DayReason.FlexibleNotCovered).Reference!,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_night_over_the_months_end_is_one_day_of_the_month_in_which_it_began()
    {
        await PutPolicyAsync(
            """
            {"everybody":{"scheme":"shift","week":[{"days":["monday","tuesday","wednesday","thursday","friday"],"start":"07:30","end":"16:00","breakMinutes":60}],
             "shifts":[{"id":"malam","start":"22:00","end":"06:00","breakMinutes":0}],
             "rotations":[{"employees":["peg-0001"],"from":"2026-02-01","cycle":["malam"]}]}}
            """,
            PolicyKinds.WorkingTime);
        await RecordAsync(At("malam-masuk-1", "2026-02-28T15:00:00Z") with { Kind = CheckInKind.In });
        await RecordAsync(At("malam-pulang-1", "2026-02-28T23:00:00Z") with { Kind = CheckInKind.Out });

        var day = await DayAsync(new LocalDate(2026, 2, 28));

        Assert.Equal(
            (DayStatus.Present, new LocalTime(22, 0), new LocalTime(6, 0)), (day.Status, day.FirstIn, day.LastOut));
    }

    private static Domain.EmployeeId ReviewerOf(Review review) =>
        review.RaterId ?? throw new InvalidOperationException("Nobody rates him.");

    private SubmittedCheckIn At(string id, string at)
    {
        _world.Clock.MoveTo(Some.At(at));
        return Some.Claim(id, Some.At(at));
    }

    private async Task PutPolicyAsync<T>(string json, PolicyKind<T> kind)
        where T : notnull
    {
        using var body = JsonDocument.Parse(json);
        var put = await _world.PublishPolicy.ExecuteAsync(
            Some.Actor, kind, new LocalDate(2026, 1, 1), null, body.RootElement, default);
        Assert.True(put.Refusal is null, put.Refusal?.Detail);
    }

    private async Task RecordAsync(SubmittedCheckIn claim) =>
        Assert.Null((await _world.RecordCheckIn.ExecuteAsync(Some.Actor, claim, default)).Refusal);

    private async Task<AttendanceDay> DayAsync(LocalDate date)
    {
        var person = (await _world.AgencyDirectory.FindTimelineAsync(Some.AgencyId, Some.Person(), default))!;
        var month = await _world.FoldMonths.FoldAsync(Some.AgencyId, date.ToYearMonth(), person, date, default);
        return month.Days.Single(d => d.Date == date);
    }
}
