using Kinerja.Application.Geofencing;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Tests.Geofencing;

/// <summary>Dry runs: of a position, and of a changed fence on past check-ins. Neither stores anything.</summary>
public sealed class FenceDryRunTests
{
    private static readonly DateInterval February = new(new(2026, 2, 1), new(2026, 2, 28));

    private readonly World _world = new();

    [Fact]
    public async Task A_position_is_judged_as_a_check_in_there_would_be()
    {
        var trial = await TryAsync("peg-0001");
        Assert.Equal((Placement.Inside, Some.FenceId), (trial.Best.Placement, trial.Best.FenceId));
        Assert.Equal(trial.Best, Assert.Single(trial.Applying).Verdict);
        Assert.Empty(trial.NotApplying);
    }

    [Fact]
    public async Task Fences_that_do_not_apply_say_why_and_how_far_they_are()
    {
        Put("lain", f => f with { Scope = new([], [Some.Person("peg-head")]), ValidTo = new(2026, 1, 1) });
        Put("malam", f => f with { Hours = new([new(WeekDays.Friday, new(22, 0), new(6, 0))], HolidayRule.InForce) });
        var trial = await TryAsync("peg-0001");
        var why = trial.NotApplying.ToDictionary(t => t.Fence.Id.ToString(), t => t.Exclusions);
        Assert.Equal([FenceExclusion.OtherPeople, FenceExclusion.NoLongerValid], why["lain"]);
        Assert.Equal([FenceExclusion.OutsideWindows], why["malam"]);
        Assert.All(trial.NotApplying, t => Assert.Equal(Placement.Inside, t.Verdict.Placement));
        Assert.Equal((1, 2), (trial.ApplyingCount, trial.NotApplyingCount));
    }

    [Fact]
    public async Task Without_a_person_nobodys_scope_is_asked()
    {
        Put("lain", f => f with { Scope = new([], [Some.Person("peg-head")]) });
        Assert.Equal(2, (await TryAsync(null)).ApplyingCount);
    }

    [Fact]
    public async Task Of_many_fences_the_nearest_hundred_are_listed_and_the_rest_counted()
    {
        for (var i = 0; i < 150; i++)
        {
            var west = 107 + (i * 0.01);
            Put($"jauh-{i:D3}", f => f with { Area = Some.Box(west, -6.3, west + 0.005, -6.2) });
        }

        var trial = await TryAsync("peg-0001");
        Assert.Equal((100, 151), (trial.Applying.Count, trial.ApplyingCount));
        Assert.Equal(
            ["kantor-pusat", "jauh-000", "jauh-001"], trial.Applying.Take(3).Select(t => t.Fence.Id.ToString()));
    }

    [Fact]
    public async Task Somebody_unknown_cannot_be_tried() =>
        Refused.Is(RefusalCodes.UnknownEmployee, await TryAsync("peg-0009", Some.AtTheOffice));

    [Fact]
    public async Task A_moved_fence_tells_whose_verdicts_would_change()
    {
        await CheckInAsync("checkin-0001", Some.Morning);
        var report = (await TryFenceAsync(Some.Box(110, -7, 111, -6))).Value;
        var change = Assert.Single(report.Changes);
        Assert.Equal((1, 1, true), (report.Judged, report.Changed, report.Complete));
        Assert.Equal("checkin-0001", change.CheckIn.Claim.Id.ToString());
        Assert.Equal((Placement.Inside, Placement.Outside), (change.From.Placement, change.To.Placement));
        Assert.Equal((1, 2), (change.From.FenceVersion, change.To.FenceVersion));
    }

    [Fact]
    public async Task Bug_fence_edited_after_the_fact_a_dry_run_stores_nothing_and_changes_no_verdict()
    {
        await CheckInAsync("checkin-0001", Some.Morning);
        var before = _world.CheckIns.Rows.Values.Single();
        await TryFenceAsync(Some.Box(110, -7, 111, -6));
        Assert.Same(before, _world.CheckIns.Rows.Values.Single());
        Assert.Single(_world.Geofences.Versions);
        Assert.Equal(1, (await _world.AgencyDirectory.MapOfAsync(Some.AgencyId, default)).Find(Some.FenceId)!.Version);
    }

    [Fact]
    public async Task The_same_fence_would_change_nothing()
    {
        await CheckInAsync("checkin-0001", Some.Morning);
        var report = (await TryFenceAsync(Some.Fence().Area)).Value;
        Assert.Equal((1, 0), (report.Judged, report.Changed));
    }

    [Fact]
    public async Task Only_check_ins_of_the_days_asked_for_count()
    {
        await CheckInAsync("checkin-0001", Some.Morning);
        var march = new DateInterval(new(2026, 3, 1), new(2026, 3, 31));
        Assert.Equal(0, (await TryFenceAsync(Some.Box(110, -7, 111, -6), march)).Value.Judged);
        var across = new DateInterval(new(2026, 1, 20), new(2026, 2, 4));
        Assert.Equal(1, (await TryFenceAsync(Some.Box(110, -7, 111, -6), across)).Value.Judged);
    }

    [Fact]
    public async Task A_fence_that_is_new_is_tried_beside_the_others()
    {
        await CheckInAsync("checkin-0001", Some.Morning);
        var id = GeofenceId.Parse("aula").Value;
        var area = Some.Box(106.0, -7, 107.5, -6);
        var report = await _world.DryRunFence.ExecuteAsync(
            Some.AgencyId, id, February, Some.Draft(v => Some.Fence(v, area) with { Id = id }), default);
        Assert.Equal("aula", Assert.Single(report.Value.Changes).To.FenceId.ToString());
    }

    [Fact]
    public async Task Somebody_who_stays_outside_is_no_change_though_another_fence_is_nearer_now()
    {
        await _world.RecordCheckIn.ExecuteAsync(
            Some.Actor,
            Some.Claim("checkin-0001", Some.Morning) with { Position = Position.Parse(-5.0, 106.8, 10).Value },
            default);
        var id = GeofenceId.Parse("aula").Value;
        Task<Result<FenceDryRunReport>> TryAsync(double south) => _world.DryRunFence.ExecuteAsync(
            Some.AgencyId, id, February,
            Some.Draft(v => Some.Fence(v, Some.Box(106.7, south, 106.9, south + 0.2)) with { Id = id }), default);

        var beside = (await TryAsync(-5.5)).Value;
        var around = (await TryAsync(-5.1)).Value;

        Assert.Equal((1, 0, 1), (beside.Judged, beside.Changed, beside.NearestChanged));
        Assert.Empty(beside.Changes);
        Assert.Equal((1, 1, 0), (around.Judged, around.Changed, around.NearestChanged));
        var change = Assert.Single(around.Changes);
        Assert.Equal((Placement.Outside, Placement.Inside), (change.From.Placement, change.To.Placement));
    }

    [Fact]
    public async Task An_unreadable_candidate_is_refused() => Refused.At(
        await _world.DryRunFence.ExecuteAsync(
            Some.AgencyId, Some.FenceId, February, Some.Draft(_ => Refusal.Malformed("/feature/geometry", "No.")),
            default),
        "/feature/geometry");

    /// <summary>The bound of use is the agency's policy of that day, here the one shipped.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    [InlineData(10_000.1)]
    [InlineData(100_001)]
    [InlineData(double.MaxValue)]
    public async Task A_position_of_any_accuracy_is_answered_as_its_check_in_is(double accuracy)
    {
        var fix = Position.Parse(-6.23, 106.816, accuracy).Value;
        var claim = Some.Claim("checkin-0001", Some.Morning) with { Position = fix };
        var recorded = (await _world.RecordCheckIn.ExecuteAsync(Some.Actor, claim, default)).Value.CheckIn;
        var trial = (await TryAsync("peg-0001", fix)).Value;
        var anybodys = (await TryAsync(null, fix)).Value;

        Assert.Equal((recorded.Verdict, recorded.Reasons[0]), (trial.Seen.Best, trial.Reason));
        Assert.Equal((trial.Seen.Best, trial.Reason), (anybodys.Seen.Best, anybodys.Reason));
        var usable = accuracy <= 10_000;
        Assert.Equal(usable, trial.Reason != CheckInReason.AccuracyUnusable);
        var view = Assert.Single(trial.Seen.Applying).Verdict;
        Assert.Equal(
            (usable, usable), (view.Placement != Placement.Unknown, view.InsideProbability is not null));
        Assert.True(view.SignedDistanceMetres < 0);
    }

    [Fact]
    public async Task What_was_too_inaccurate_when_it_came_is_not_judged_by_a_changed_fence()
    {
        var coarse = Some.Claim("checkin-0001", Some.Morning) with
        {
            Position = Position.Parse(-6.23, 106.816, 200_000).Value,
        };
        Assert.Null((await _world.RecordCheckIn.ExecuteAsync(Some.Actor, coarse, default)).Refusal);
        Assert.Equal(0, (await TryFenceAsync(Some.Box(110, -7, 111, -6))).Value.Judged);
    }

    private async Task<PositionDryRun> TryAsync(string? person) =>
        (await TryAsync(person, Some.AtTheOffice)).Value.Seen;

    private Task<Result<DryRunVerdict>> TryAsync(string? person, Position position) =>
        _world.DryRunPosition.ExecuteAsync(
            Some.AgencyId,
            new PositionQuestion(position, person is null ? null : Some.Person(person), Some.Morning),
            default);

    private Task<Result<FenceDryRunReport>> TryFenceAsync(
        NetTopologySuite.Geometries.MultiPolygon area, DateInterval? days = null) =>
        _world.DryRunFence.ExecuteAsync(
            Some.AgencyId, Some.FenceId, days ?? February, Some.Draft(v => Some.Fence(v, area)), default);

    private void Put(string id, Func<Geofence, Geofence> change)
    {
        var fence = change(Some.Fence() with { Id = GeofenceId.Parse(id).Value });
        _world.Geofences.Current[(Some.AgencyId, fence.Id)] = fence;
    }

    private async Task CheckInAsync(string id, Instant at)
    {
        var recorded = await _world.RecordCheckIn.ExecuteAsync(Some.Actor, Some.Claim(id, at), default);
        Assert.Null(recorded.Refusal);
    }
}
