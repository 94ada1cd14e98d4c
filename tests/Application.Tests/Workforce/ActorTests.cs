using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Tests.WorkPlans;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.Tests.Workforce;

/// <summary>Who acted is kept with what was written, and makes nothing new of what another app says again.</summary>
public sealed class ActorTests
{
    private static readonly Actor Other = Some.Actor with { Client = "aplikasi-lain" };

    private readonly World _world = new();

    [Fact]
    public async Task A_rating_keeps_its_actor_and_the_same_through_another_app_is_no_version()
    {
        var first = await _world.Rate.RateAsync(Some.Actor, Some.Rating(), null, default);
        var again = await _world.Rate.RateAsync(Other, Some.Rating(), null, default);

        Assert.Equal((1, Some.Actor), (first.Value.Version, first.Value.Actor));
        Assert.Equal(first.Value, again.Value);
    }

    [Fact]
    public async Task Another_rating_has_the_actor_who_gave_it()
    {
        await _world.Rate.RateAsync(Some.Actor, Some.Rating(), null, default);
        var next = await _world.Rate.RateAsync(Other, Some.Rating(skp: 110), null, default);

        Assert.Equal((2, Other), (next.Value.Version, next.Value.Actor));
    }

    [Fact]
    public async Task A_delegation_keeps_its_actor_and_the_same_through_another_app_is_no_version()
    {
        var first = await _world.DelegateRating.PutAsync(Some.Actor, Some.Delegation(), null, default);
        var again = await _world.DelegateRating.PutAsync(Other, Some.Delegation(), null, default);

        Assert.Equal((1, Some.Actor), (first.Value.Version, first.Value.Actor));
        Assert.Equal(first.Value, again.Value);
    }

    [Fact]
    public async Task An_entitlement_keeps_its_actor_and_the_same_through_another_app_is_no_version()
    {
        var grant = _world.GrantEntitlement;
        var first = await grant.ExecuteAsync(Some.Actor, Some.Person(), Some.EntitlementCommand(), default);
        var again = await grant.ExecuteAsync(Other, Some.Person(), Some.EntitlementCommand(), default);

        Assert.Equal((1, Some.Actor), (first.Value.Version, first.Value.Actor));
        Assert.Equal(first.Value, again.Value);
    }

    [Fact]
    public async Task A_note_keeps_its_giver_and_the_same_through_another_app_is_told_as_known()
    {
        var first = (await _world.SubmitFeedback.SubmitAsync(Some.Actor, Some.Feedback(), default)).Value;
        var again = (await _world.SubmitFeedback.SubmitAsync(Other, Some.Feedback(), default)).Value;

        Assert.Equal(Some.Actor.For(first.Note.Claim.GiverId), first.Note.Actor);
        Assert.Equal((true, first.Note), (again.Replayed, again.Note));
    }

    [Fact]
    public async Task A_dialogue_keeps_its_writer_and_the_same_through_another_app_is_no_version()
    {
        var first = (await _world.RecordDialogue.PutAsync(Some.Actor, Some.Dialogue(), null, default)).Value;
        var again = (await _world.RecordDialogue.PutAsync(Other, Some.Dialogue(), null, default)).Value;

        Assert.Equal((1, Some.Actor.For(first.WrittenById)), (first.Version, first.Actor));
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task An_assignment_keeps_its_actor_and_the_same_through_another_app_is_no_version()
    {
        var keep = new PlanWorld(Some.Morning).Assign;
        var asked = new AssignmentCommand(
            "Tim SPBE", "Anggota", Some.OtherAgencyId, Some.Person("led-0001"), AssignmentOrigin.Appointed,
            "ST-1/2026", new(2026, 1, 1), new(2026, 6, 30));
        var first = (await keep.PutAsync(Some.Actor, Some.Person(), Some.Client(), asked, null, default)).Value;
        var again = (await keep.PutAsync(Other, Some.Person(), Some.Client(), asked, null, default)).Value;

        Assert.Equal((1, Some.Actor), (first.Version, first.Actor));
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Leave_keeps_its_actor_and_the_same_through_another_app_is_unchanged()
    {
        var leave = new Leave(Some.Person(), LeaveKind.Sick, new(2026, 2, 4), new(2026, 2, 6), "SKD-1");
        var first = (await _world.RecordLeave.RecordAsync(Some.Actor, leave, false, default)).Value;
        var again = (await _world.RecordLeave.RecordAsync(Other, leave, false, default)).Value;

        Assert.Equal((LeaveOutcome.Added, Some.Actor), (first.Outcome, first.Entry.Actor));
        Assert.Equal((LeaveOutcome.Unchanged, first.Entry), (again.Outcome, again.Entry));
    }

    [Fact]
    public async Task An_outage_keeps_its_actor_and_whoever_takes_it_back_is_the_next_versions()
    {
        var window = new OutageWindow(
            Some.Client(), [], Some.Morning, Some.Morning + Duration.FromHours(1), "Server penuh.");
        var first = (await _world.DeclareOutage.ExecuteAsync(Some.Actor, window, null, default)).Value;
        var again = (await _world.DeclareOutage.ExecuteAsync(Other, window, null, default)).Value;
        var gone = (await _world.WithdrawOutage.ExecuteAsync(Other, window.Id, null, default)).Value;

        Assert.Equal((1, Some.Actor, 1), (first.Version, first.Actor, again.Version));
        Assert.Equal((2, Other), (gone.Version, gone.Actor));
    }

    [Fact]
    public async Task A_check_in_keeps_the_app_that_handed_it_in_first()
    {
        var first = (await _world.RecordCheckIn.ExecuteAsync(Some.Actor, Some.Claim(), default)).Value;
        var again = (await _world.RecordCheckIn.ExecuteAsync(Other, Some.Claim(), default)).Value;

        Assert.Equal(Some.Actor.For(Some.Person()), first.CheckIn.Actor);
        Assert.Equal((true, first.CheckIn.Actor), (again.Replayed, again.CheckIn.Actor));
    }

    [Fact]
    public async Task A_run_started_by_hand_keeps_its_actor_and_the_clocks_has_none()
    {
        var world = new World(Some.At("2026-04-02T00:00:00Z"));
        var run = (await world.Plan.StartAsync(Some.Actor, Some.Quarter, default)).Value;
        var by = (await world.Plan.StartAsync(Other, Some.Quarter, default)).Value.Actor;

        Assert.Equal((Some.Actor, Some.Actor), (run.Actor, by));
    }
}
