using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.CheckIns;

public sealed class RecordCheckInTests
{
    private readonly World _world = new();

    [Fact]
    public async Task A_check_in_is_judged_and_stored()
    {
        var recorded = (await RecordAsync(Some.Claim())).Value;
        Assert.False(recorded.Replayed);
        Assert.Equal(Placement.Inside, recorded.CheckIn.Verdict.Placement);
        Assert.Same(recorded.CheckIn, Assert.Single(_world.CheckIns.Rows).Value);
    }

    [Fact]
    public async Task An_unknown_employee_is_refused_and_nothing_is_stored()
    {
        var refusal = Refused.Is(RefusalCodes.UnknownEmployee, await RecordAsync(Some.Claim(person: "peg-nobody")));
        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
        Assert.Empty(_world.CheckIns.Rows);
    }

    [Fact]
    public async Task Another_agencys_employee_is_unknown_here() =>
        Refused.Is(
            RefusalCodes.UnknownEmployee, await RecordAsync(Some.Claim() with { AgencyId = Some.OtherAgencyId }));

    [Fact]
    public async Task A_resend_gets_the_stored_verdict_even_when_the_fence_has_changed()
    {
        var first = (await RecordAsync(Some.Claim())).Value;
        _world.Geofences.Current.Clear();
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
        _world.Clock.Advance(Duration.FromMinutes(3));

        var again = (await RecordAsync(Some.Claim() with { SentAt = _world.Clock.Now() })).Value;

        Assert.True(again.Replayed);
        Assert.Same(first.CheckIn, again.CheckIn);
        Assert.Single(_world.CheckIns.Rows);
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_refused_and_nothing_is_stored()
    {
        await RecordAsync(Some.Claim());
        var refusal = Refused.Is(
            RefusalCodes.ReusedId, await RecordAsync(Some.Claim() with { Kind = CheckInKind.Out }));
        Assert.Equal("/id", Assert.Single(refusal.Faults).Pointer);
        Assert.Equal(CheckInKind.In, Assert.Single(_world.CheckIns.Rows).Value.Claim.Kind);
    }

    /// <summary>22:30 in Jakarta is 00:30 in Jayapura: the unit's February may be folded already.</summary>
    [Fact]
    public async Task Bug_a_check_in_west_of_its_unit_marks_the_month_that_is_over_where_the_unit_is()
    {
        _world.Workforce.Add(Some.AgencyId, Some.Unit() with { Zone = Some.Wit });
        _world.Clock.MoveTo(Some.At("2026-02-28T15:30:00Z"));
        var recorded = (await RecordAsync(Some.Claim(capturedAt: _world.Clock.Now()))).Value;
        Assert.Equal(new LocalDate(2026, 2, 28), recorded.CheckIn.WorkDate);
        Assert.True(await _world.Dirty.IsMarkedAsync(Some.AgencyId, Some.Person(), new YearMonth(2026, 2), default));
    }

    // The same bytes again look like a wrong clock, and the day of receipt is another one: still the same check-in.
    [Theory]
    [InlineData("2026-02-04T23:00:00Z")]
    [InlineData("2026-02-15T01:00:00Z")]
    [InlineData("2026-03-02T01:00:00Z")]
    public async Task The_same_bytes_on_a_later_day_are_replayed(string later)
    {
        var first = (await RecordAsync(Some.Claim())).Value;
        _world.Clock.MoveTo(Some.At(later));

        var again = (await RecordAsync(Some.Claim())).Value;

        Assert.True(again.Replayed);
        Assert.Same(first.CheckIn, again.CheckIn);
        Assert.Single(_world.CheckIns.Rows);
    }

    [Fact]
    public async Task A_reused_id_under_a_wrong_clock_is_refused_on_a_later_day()
    {
        await RecordAsync(Some.Claim());
        _world.Clock.Advance(Duration.FromDays(2));
        Refused.Is(RefusalCodes.ReusedId, await RecordAsync(Some.Claim() with { Kind = CheckInKind.Out }));
        Assert.Single(_world.CheckIns.Rows);
    }

    // The age limit is 7 days: what was stored in time stays answered, however late its resend is and whatever its
    // clock says.
    [Fact]
    public async Task A_resend_beyond_the_age_limit_still_gets_the_stored_verdict()
    {
        var first = (await RecordAsync(Some.Claim())).Value;
        _world.Clock.Advance(Duration.FromDays(40));

        var again = (await RecordAsync(Some.Claim() with { SentAt = _world.Clock.Now() })).Value;

        Assert.True(again.Replayed);
        Assert.Same(first.CheckIn, again.CheckIn);
        Refused.Is(
            RefusalCodes.CapturedTooLongAgo,
            await RecordAsync(Some.Claim() with { SentAt = _world.Clock.Now(), Kind = CheckInKind.Out }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(30)]
    public async Task The_same_id_for_another_day_or_month_is_refused(int days)
    {
        await RecordAsync(Some.Claim());
        _world.Clock.Advance(Duration.FromDays(days));
        Refused.Is(RefusalCodes.ReusedId, await RecordAsync(Some.Claim(capturedAt: _world.Clock.Now())));
        Assert.Single(_world.CheckIns.Rows);
    }

    [Fact]
    public async Task The_same_fact_under_another_id_is_answered_with_the_stored_one()
    {
        var first = (await RecordAsync(Some.Claim())).Value;
        _world.Clock.Advance(Duration.FromDays(2));

        var again = (await RecordAsync(Some.Claim("checkin-0002") with { SentAt = _world.Clock.Now() })).Value;

        Assert.True(again.Replayed);
        Assert.Same(first.CheckIn, again.CheckIn);
        Assert.Single(_world.CheckIns.Rows);
    }

    [Fact]
    public async Task Another_person_may_use_the_same_id_at_the_same_moment()
    {
        await RecordAsync(Some.Claim());
        Assert.False((await RecordAsync(Some.Claim(person: "peg-head"))).Value.Replayed);
    }

    [Fact]
    public async Task What_belongs_to_the_moment_of_sending_may_differ_in_a_resend()
    {
        await RecordAsync(Some.Claim() with { Network = NetworkKind.None, BatteryPercent = 4 });
        var again = await RecordAsync(Some.Claim() with { Network = NetworkKind.Wifi, BatteryPercent = 90 });
        Assert.True(again.Value.Replayed);
    }

    [Fact]
    public async Task A_person_may_be_named_by_NIP_and_the_stored_check_in_knows_the_surrogate_only()
    {
        var nip = Nip.Parse("199001012020121001").Value;
        _world.Identities[Some.AgencyId, nip] = Some.Person();
        var request = new CheckInCommand(Some.Claim() with { EmployeeId = default }, nip);

        var recorded = (await _world.RecordCheckIn.ExecuteAsync(Some.Actor, request, default)).Value;

        Assert.Equal(Some.Person(), recorded.CheckIn.Claim.EmployeeId);
        Assert.DoesNotContain("199001", Assert.Single(_world.CheckIns.Rows).Value.ToString());
    }

    [Fact]
    public async Task An_unknown_NIP_is_refused_without_being_repeated()
    {
        var nip = Nip.Parse("199001012020121001").Value;
        var request = new CheckInCommand(Some.Claim() with { EmployeeId = default }, nip);
        var refusal = Refused.Is(
            RefusalCodes.UnknownEmployee, await _world.RecordCheckIn.ExecuteAsync(Some.Actor, request, default));
        Assert.Equal("/nip", Assert.Single(refusal.Faults).Pointer);
        Assert.DoesNotContain("1990", refusal.ToString() + refusal.Faults[0]);
    }

    [Fact]
    public async Task A_refused_time_stores_nothing()
    {
        var early = Some.Claim() with { CapturedAt = Some.Morning + Duration.FromHours(25) };
        Refused.Is(RefusalCodes.CapturedInFuture, await RecordAsync(early));
        Assert.Empty(_world.CheckIns.Rows);
    }

    private Task<Result<RecordedCheckIn>> RecordAsync(SubmittedCheckIn claim) =>
        _world.RecordCheckIn.ExecuteAsync(Some.Actor, claim, default);
}
