using Kinerja.Application.Events;
using Kinerja.Application.FlexibleWork;
using Kinerja.Application.Runs;
using Kinerja.Application.Tests.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Application.Tests.Events;

/// <summary>What a write leaves to be told is told once and for all, however often the bus fails.</summary>
public sealed class OutboxPublisherTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1);

    [Fact]
    public async Task A_grant_stands_though_the_bus_does_not_answer_and_the_timer_tells_it()
    {
        var world = new World { Events = { FailsAfter = 0 } };

        Assert.Null((await GrantAsync(world)).Refusal);
        Assert.Empty(world.Events.InOrder);
        Assert.Single(world.Outbox.Rows);

        Assert.Equal(1, await world.Tell.SendUnsentAsync(default));
        Assert.Equal(EventTypes.GrantMade, Assert.Single(world.Events.InOrder).Type);
        Assert.Equal(0, await world.Tell.SendUnsentAsync(default));
    }

    [Fact]
    public async Task The_timer_says_so_when_the_bus_still_does_not_answer_and_keeps_the_news()
    {
        var world = new World { Events = { FailsAfter = 0 } };
        await GrantAsync(world);
        world.Events.FailsAfter = 0;
        await Assert.ThrowsAsync<AggregateException>(() => world.Tell.SendUnsentAsync(default));
        Assert.Single(world.Outbox.Rows);
    }

    [Fact]
    public async Task What_a_round_leaves_is_noted_by_agency_until_a_round_sends_it()
    {
        var world = new World { Events = { FailsAfter = 0 } };
        world.Outbox.LeftAt = Some.Morning - Duration.FromMinutes(30);
        await GrantAsync(world);
        world.Events.FailsAfter = 0;

        await Assert.ThrowsAsync<AggregateException>(() => world.Tell.SendUnsentAsync(default));
        var noted = Assert.Single(world.Lags.Rows.Values);
        Assert.Equal(
            new OutboxLag(Some.AgencyId, 1, Some.Morning - Duration.FromMinutes(30), world.Clock.Now()), noted);
        Assert.Equal(world.Clock.Now(), world.Lags.Looked);

        await world.Tell.SendUnsentAsync(default);
        Assert.Empty(world.Lags.Rows);
    }

    [Fact]
    public async Task A_changed_grant_and_its_revocation_have_ids_of_their_own_and_a_repeat_has_none()
    {
        var world = new World();
        await GrantAsync(world);
        await GrantAsync(world);
        await GrantAsync(world, daysPerWeek: 2);
        var revocation = new RevocationCommand(
            EntitlementKind.FlexiblePlace, NewYear, new LocalDate(2026, 3, 2), "Pindah tugas.");
        await world.RevokeEntitlement.ExecuteAsync(Some.Actor, Some.Person(), revocation, default);
        await world.RevokeEntitlement.ExecuteAsync(Some.Actor, Some.Person(), revocation, default);

        Assert.Equal(
            [
                "menpanrb_grant_peg-0001_flexiblePlace_2026-01-01_v1",
                "menpanrb_grant_peg-0001_flexiblePlace_2026-01-01_v2",
                "menpanrb_grant_peg-0001_flexiblePlace_2026-01-01_v3",
            ],
            world.Events.InOrder.Select(e => e.Id));
        Assert.Equal(EventTypes.GrantRevoked, world.Events.InOrder[^1].Type);
    }

    [Fact]
    public async Task Final_predicates_come_in_pages_with_the_same_ids_however_often_they_are_told()
    {
        var world = await RatedWorld.PublishedAsync();
        var run = world.Runs.Rows[(Some.AgencyId, RatedWorld.Period)].Value with { FinalSince = world.Clock.Now() };
        var announce = world.Announce;

        await announce.ExecuteAsync(run, default);
        await announce.ExecuteAsync(run, default);

        var told = world.Events.InOrder.Where(e => e.Type == EventTypes.PredicateFinalised).ToList();
        Assert.Equal(2, told.Count);
        Assert.Equal(told[0].Json.ToArray(), told[1].Json.ToArray());
        Assert.Equal("menpanrb_2026-Q1_r1_predicates_00001", Assert.Single(told.Select(e => e.Id).Distinct()));
    }

    [Fact]
    public async Task Every_event_of_an_agency_has_the_next_number_and_keeps_it()
    {
        var world = await RatedWorld.PublishedAsync();
        world.Events.FailsAfter = 0;
        await GrantAsync(world);
        await GrantAsync(world, daysPerWeek: 2);
        await world.Tell.SendUnsentAsync(default);

        Assert.All(world.Events.InOrder, told => Assert.NotNull(told.Number));
        Assert.Equal(
            Enumerable.Range(1, world.Numbers.Events.Count).Select(n => (long?)n),
            world.Numbers.Events.Select(e => e.Number));
        Assert.Equal(world.Events.ById.Keys.Order(), world.Numbers.Events.Select(e => e.Id).Order());
        Assert.Equal(world.Events.InOrder.Select(e => (e.Id, e.Number)).Distinct().Count(), world.Events.ById.Count);
    }

    private static Task<Result<Entitlement>> GrantAsync(World world, int daysPerWeek = 1) =>
        world.GrantEntitlement.ExecuteAsync(
        Some.Actor, Some.Person(), Some.EntitlementCommand() with { DaysPerWeek = daysPerWeek }, default);
}
