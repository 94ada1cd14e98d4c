using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.CheckIns;

public sealed class CheckInRulesTests
{
    private static readonly Instant Now = Some.Morning;
    private static readonly Duration Tick = Duration.Epsilon;

    [Fact]
    public void A_fix_at_the_office_is_inside_and_office_work()
    {
        var checkIn = Judge(Some.Claim());
        Assert.Equal(Placement.Inside, checkIn.Verdict.Placement);
        Assert.Equal(WorkMode.Office, checkIn.Mode);
        Assert.Equal([CheckInReason.InsideFence], checkIn.Reasons);
        Assert.Equal(100, checkIn.Trust);
        Assert.Equal(CheckInPolicy.Default.Version, checkIn.PolicyVersion);
    }

    [Fact]
    public void A_fix_outside_every_fence_is_stored_and_not_refused()
    {
        var checkIn = Judge(Some.Claim(position: Some.FarFromTheOffice));
        Assert.Equal(Placement.Outside, checkIn.Verdict.Placement);
        Assert.Equal([CheckInReason.OutsideEveryFence], checkIn.Reasons);
        Assert.Null(checkIn.Mode);
        Assert.Equal(100, checkIn.Trust);
    }

    [Fact]
    public void A_fix_too_coarse_for_the_fence_is_uncertain()
    {
        var checkIn = Judge(Some.Claim(position: Some.Fix(-6.23, 106.816, 5_000)));
        Assert.Equal([CheckInReason.TooCloseToTell], checkIn.Reasons);
        Assert.Null(checkIn.Mode);
    }

    [Theory]
    [InlineData(10_000, CheckInReason.TooCloseToTell)]
    [InlineData(10_000.1, CheckInReason.AccuracyUnusable)]
    [InlineData(double.MaxValue, CheckInReason.AccuracyUnusable)]
    public void A_fix_beyond_the_usable_accuracy_is_kept_and_not_judged(double accuracy, CheckInReason reason)
    {
        var fix = Some.Fix(-6.23, 106.816, accuracy);
        var checkIn = Judge(Some.Claim(position: fix));
        Assert.Equal((fix, 100), (checkIn.Claim.Position, checkIn.Trust));
        Assert.Equal([reason], checkIn.Reasons);
        Assert.Equal(reason == CheckInReason.AccuracyUnusable, checkIn.Verdict == FenceVerdict.Unknown);
        Assert.Equal(reason == CheckInReason.AccuracyUnusable, Sighting.Of(checkIn).Position is null);
    }

    [Fact]
    public void An_assisted_check_in_says_so_and_keeps_its_trust()
    {
        var helped = Judge(Some.Claim() with { AssistedById = Some.Employee().RaterId });
        Assert.Equal([CheckInReason.InsideFence, CheckInReason.Assisted], helped.Reasons);
        Assert.Equal(100, helped.Trust);
    }

    [Fact]
    public void Without_a_position_the_verdict_is_unknown()
    {
        var checkIn = Judge(Some.Claim() with { Position = null });
        Assert.Equal(FenceVerdict.Unknown, checkIn.Verdict);
        Assert.Equal([CheckInReason.NoPosition], checkIn.Reasons);
    }

    [Fact]
    public void Without_a_fence_for_the_person_the_verdict_is_unknown()
    {
        var checkIn = CheckInRules.Judge(
            Some.Claim(), Some.Employee(), Some.Unit(), new GeofenceMap([]), CheckInPolicy.Default, Now).Value;
        Assert.Equal(FenceVerdict.Unknown, checkIn.Verdict);
        Assert.Equal([CheckInReason.NoFenceForPerson], checkIn.Reasons);
    }

    [Theory]
    [InlineData(GeofenceKind.Office, WorkMode.Office)]
    [InlineData(GeofenceKind.FieldSite, WorkMode.Field)]
    [InlineData(GeofenceKind.Home, WorkMode.Flexible)]
    [InlineData(GeofenceKind.WfaArea, WorkMode.Flexible)]
    public void The_kind_of_fence_says_how_the_person_worked(GeofenceKind kind, WorkMode mode) =>
        Assert.Equal(mode, Judge(Some.Claim(), fence: Some.Fence(kind: kind)).Mode);

    // 5 minutes either way: within, the device's clock counts; beyond, it does when moved, and the reason says so.
    [Theory]
    [InlineData(0)]
    [InlineData(-300)]
    [InlineData(300)]
    public void A_device_clock_within_five_minutes_is_believed(int offSeconds)
    {
        var sent = Now + Duration.FromSeconds(offSeconds);
        var checkIn = Judge(Some.Claim(capturedAt: sent - Duration.FromMinutes(2), sentAt: sent));
        Assert.Equal(TimeSource.Device, checkIn.TimeSource);
        Assert.Equal(Instant.Min(sent - Duration.FromMinutes(2), Now), checkIn.TimeThatCounts);
        Assert.DoesNotContain(CheckInReason.DeviceClockWrong, checkIn.Reasons);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Beyond_five_minutes_the_captured_time_is_moved_and_the_reason_says_so(int direction)
    {
        var off = (Duration.FromMinutes(5) + Duration.FromTicks(1)) * direction;
        var checkIn = Judge(Some.Claim(capturedAt: Now + off - Duration.FromMinutes(2), sentAt: Now + off));
        Assert.Equal(
            (TimeSource.Corrected, Now - Duration.FromMinutes(2), -off),
            (checkIn.TimeSource, checkIn.TimeThatCounts, checkIn.MovedBy));
        Assert.Equal([CheckInReason.InsideFence, CheckInReason.DeviceClockCorrected], checkIn.Reasons);
        Assert.Equal(95, checkIn.Trust);
    }

    [Fact]
    public void A_sending_without_a_time_counts_at_its_receipt_and_the_reason_says_so()
    {
        var checkIn = Judge(Some.Claim(capturedAt: Now - Duration.FromHours(1)) with { SentAt = null });
        Assert.Equal((TimeSource.Server, Now), (checkIn.TimeSource, checkIn.TimeThatCounts));
        Assert.Equal([CheckInReason.InsideFence, CheckInReason.DeviceClockWrong], checkIn.Reasons);
        Assert.Equal((80, null), (checkIn.Trust, checkIn.ClockAhead));
    }

    [Fact]
    public void The_time_that_counts_is_never_after_the_receipt()
    {
        var sent = Now + Duration.FromMinutes(4);
        Assert.Equal(Now, Judge(Some.Claim(capturedAt: sent, sentAt: sent)).TimeThatCounts);
    }

    [Fact]
    public void A_capture_up_to_five_minutes_after_sending_is_taken()
    {
        var claim = Some.Claim(capturedAt: Now + Duration.FromMinutes(5), sentAt: Now);
        Assert.Equal(Now, Judge(claim).TimeThatCounts);
    }

    [Fact]
    public void A_capture_in_the_future_that_no_clock_explains_is_refused()
    {
        var refusal = Refuse(Some.Claim(capturedAt: Now + Duration.FromDays(1) + Tick, sentAt: Now));
        Assert.Equal((RefusalKind.Unprocessable, RefusalCodes.CapturedInFuture), (refusal.Kind, refusal.Code));
        Assert.Equal("/capturedAt", Assert.Single(refusal.Faults).Pointer);
    }

    [Theory]
    [InlineData("-9998-01-01T00:00:00Z", 60)]
    [InlineData("0001-01-01T00:00:00Z", -60)]
    public void A_capture_at_the_beginning_of_time_is_too_long_ago_however_it_is_moved(string captured, int minutes) =>
        Assert.Equal(
            RefusalCodes.CapturedTooLongAgo,
            Refuse(Some.Claim(capturedAt: Some.At(captured), sentAt: Now + Duration.FromMinutes(minutes))).Code);

    [Theory]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z")]
    [InlineData("2026-04-01T00:30:00Z", "9999-12-31T23:59:59.999999999Z")]
    [InlineData("-9998-01-01T00:00:00Z", "-9998-01-01T00:00:00Z")]
    public void A_clock_at_the_end_of_time_is_wrong_and_nothing_breaks(string captured, string sent)
    {
        var checkIn = Judge(Some.Claim(capturedAt: Some.At(captured), sentAt: Some.At(sent)));
        Assert.Equal(Now, checkIn.TimeThatCounts);
        Assert.Contains(CheckInReason.DeviceClockWrong, checkIn.Reasons);
    }

    [Fact]
    public void A_capture_of_exactly_seven_days_ago_is_taken() =>
        Assert.Equal(Now - Duration.FromDays(7), Judge(Offline(Duration.FromDays(7))).TimeThatCounts);

    [Fact]
    public void A_capture_longer_ago_is_refused()
    {
        var refusal = Refuse(Offline(Duration.FromDays(7) + Tick));
        Assert.Equal((RefusalKind.Unprocessable, RefusalCodes.CapturedTooLongAgo), (refusal.Kind, refusal.Code));
        Assert.Equal("/capturedAt", Assert.Single(refusal.Faults).Pointer);
    }

    // Barito Kuala 2019, Karanganyar 2021: phones without a network deliver late and must not be called late.
    [Fact]
    public void An_offline_batch_days_late_keeps_its_captured_time()
    {
        var checkIn = Judge(Offline(Duration.FromDays(3)));
        Assert.Equal(Now - Duration.FromDays(3), checkIn.TimeThatCounts);
        Assert.Equal(new LocalDate(2026, 3, 29), checkIn.WorkDate);
        Assert.Equal([CheckInReason.InsideFence, CheckInReason.SentLate], checkIn.Reasons);
        Assert.Equal(100, checkIn.Trust);
    }

    [Fact]
    public void A_check_in_sent_within_a_quarter_of_an_hour_is_not_late() =>
        Assert.DoesNotContain(CheckInReason.SentLate, Judge(Offline(Duration.FromMinutes(15))).Reasons);

    [Fact]
    public void A_check_in_sent_after_a_quarter_of_an_hour_is_late() =>
        Assert.Contains(CheckInReason.SentLate, Judge(Offline(Duration.FromMinutes(15) + Tick)).Reasons);

    // Kab. Lebong 2025: 18 of 379 were flagged wrongly. A flag is evidence for a person, never a verdict.
    [Fact]
    public void A_mock_flag_lowers_trust_and_changes_neither_verdict_nor_day()
    {
        var (clean, mock) = (Judge(Some.Claim(mock: false)), Judge(Some.Claim(mock: true)));
        Assert.Equal([CheckInReason.InsideFence, CheckInReason.MockLocationReported], mock.Reasons);
        Assert.Equal(40, mock.Trust);
        Assert.Equal(
            (clean.Verdict, clean.WorkDate, clean.TimeThatCounts, clean.Mode),
            (mock.Verdict, mock.WorkDate, mock.TimeThatCounts, mock.Mode));
    }

    [Fact]
    public void An_app_that_cannot_know_of_mocking_loses_no_trust() =>
        Assert.Equal(100, Judge(Some.Claim(mock: null)).Trust);

    [Fact]
    public void A_mock_flag_and_a_wrong_clock_add_up()
    {
        var sent = Now + Duration.FromHours(1);
        Assert.Equal(35, Judge(Some.Claim(capturedAt: sent, sentAt: sent, mock: true)).Trust);
    }

    // Neutrality: the fence's kind changes what the day is called and nothing that counts.
    [Theory]
    [InlineData(GeofenceKind.Home)]
    [InlineData(GeofenceKind.WfaArea)]
    [InlineData(GeofenceKind.FieldSite)]
    public void A_check_in_from_anywhere_valid_is_worth_one_at_the_office(GeofenceKind kind)
    {
        var office = Judge(Some.Claim());
        var elsewhere = Judge(Some.Claim(), fence: Some.Fence(kind: kind));
        Assert.Equal(office.Reasons, elsewhere.Reasons);
        var verdict = elsewhere.Verdict with { FenceKind = GeofenceKind.Office };
        Assert.Equal(
            office with { Reasons = [] }, elsewhere with { Reasons = [], Mode = office.Mode, Verdict = verdict });
    }

    private static SubmittedCheckIn Offline(Duration ago) => Some.Claim(capturedAt: Now - ago, sentAt: Now);

    private static CheckIn Judge(SubmittedCheckIn claim, Geofence? fence = null) => Ask(claim, fence).Value;

    private static Refusal Refuse(SubmittedCheckIn claim) => Ask(claim, null).Refusal!;

    private static Result<CheckIn> Ask(SubmittedCheckIn claim, Geofence? fence) => CheckInRules.Judge(
        claim, Some.Employee(), Some.Unit(), new GeofenceMap([fence ?? Some.Fence()]), CheckInPolicy.Default, Now);
}
