using Kinerja.Application.Policies;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.CheckIns;

public sealed class ReadSpotChecksTests
{
    private static readonly LocalDate Today = new(2026, 2, 4);

    private World _world = new(Some.At("2026-02-04T10:00:00Z"));

    [Fact]
    public async Task Without_a_policy_that_says_so_nobody_is_asked() => Assert.Empty(await AskedAsync());

    [Fact]
    public async Task A_window_is_told_from_the_moment_it_opens_and_not_before()
    {
        await AlwaysAsync();
        var opens = Assert.Single(await AskedAsync()).Window.Opens;

        _world = new World(opens - Duration.FromTicks(1));
        await AlwaysAsync();
        Assert.Empty(await AskedAsync());
        _world.Clock.MoveTo(opens);
        Assert.Single(await AskedAsync());
        Assert.Empty(await AskedAsync(Today.PlusDays(1)));
    }

    [Fact]
    public async Task A_spot_check_in_the_window_answers_it_and_an_unanswered_one_changes_no_day()
    {
        await AlwaysAsync();
        var window = Assert.Single(await AskedAsync()).Window;
        await RecordAsync(Some.Claim("in-000001", Some.Morning));
        var before = await DayAsync();
        Assert.Null(Assert.Single(await AskedAsync()).Answer);

        await RecordAsync(
            Some.Claim("spot-0001", window.Opens + Duration.FromMinutes(3)) with { Kind = CheckInKind.SpotCheck });

        Assert.Equal("spot-0001", Assert.Single(await AskedAsync()).Answer!.Claim.Id.ToString());
        Assert.Equal((before.Status, before.FirstIn), ((await DayAsync()).Status, (await DayAsync()).FirstIn));
        Assert.Equal(DayStatus.Present, before.Status);
    }

    [Fact]
    public async Task An_unknown_person_is_refused() => Refused.Is(
        RefusalCodes.UnknownEmployee,
        await _world.ReadSpotChecks.ExecuteAsync(Some.AgencyId, Some.Person("peg-nobody"), Today, default));

    [Fact]
    public void A_salt_too_short_to_be_a_secret_throws() =>
        Assert.Throws<InvalidOperationException>(() => SpotCheckSalt.From("garam"));

    private async Task AlwaysAsync() => await _world.Policies.AddAsync(
        Some.AgencyId,
        CompleteDocument.Of(PolicyKinds.CheckIn, """{"spotChecks":{"chancePercent":100}}"""),
        default);

    private async Task<IReadOnlyList<AskedSpotCheck>> AskedAsync(LocalDate? date = null) =>
        (await _world.ReadSpotChecks.ExecuteAsync(Some.AgencyId, Some.Person(), date ?? Today, default)).Value;

    private async Task RecordAsync(SubmittedCheckIn claim) => Assert.Null(
        (await _world.RecordCheckIn.ExecuteAsync(
            Some.Actor, claim with { SentAt = _world.Clock.Now() }, default)).Refusal);

    private async Task<AttendanceDay> DayAsync() =>
        (await _world.ReadAttendance.MonthAsync(
            Some.AgencyId, Some.Person(), new YearMonth(2026, 2), default)).Value.Days[3];
}
