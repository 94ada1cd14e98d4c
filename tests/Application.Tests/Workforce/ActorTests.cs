using Kinerja.Domain;

namespace Kinerja.Application.Tests.Workforce;

/// <summary>Who acted is kept with what was written, and makes nothing new of what another app says again.</summary>
public sealed class ActorTests
{
    private static readonly Actor Other = Some.Actor with { Client = "aplikasi-lain" };

    private readonly World _world = new();

    [Fact]
    public async Task A_rating_keeps_its_actor_and_the_same_through_another_app_is_no_version()
    {
        var first = await _world.Rate.RateAsync(Some.Actor, Some.RatingCommand(), null, default);
        var again = await _world.Rate.RateAsync(Other, Some.RatingCommand(), null, default);

        Assert.Equal((1, Some.Actor), (first.Value.Version, first.Value.Actor));
        Assert.Equal(first.Value, again.Value);
    }

    [Fact]
    public async Task Another_rating_has_the_actor_who_gave_it()
    {
        await _world.Rate.RateAsync(Some.Actor, Some.RatingCommand(), null, default);
        var next = await _world.Rate.RateAsync(Other, Some.RatingCommand(skp: 110), null, default);

        Assert.Equal((2, Other), (next.Value.Version, next.Value.Actor));
    }

    [Fact]
    public async Task A_delegation_keeps_its_actor_and_the_same_through_another_app_is_no_version()
    {
        var first = await _world.KeepDelegations.PutAsync(Some.Actor, Some.Delegation(), null, default);
        var again = await _world.KeepDelegations.PutAsync(Other, Some.Delegation(), null, default);

        Assert.Equal((1, Some.Actor), (first.Value.Version, first.Value.Actor));
        Assert.Equal(first.Value, again.Value);
    }

    [Fact]
    public async Task An_entitlement_keeps_its_actor_and_the_same_through_another_app_is_no_version()
    {
        var keep = _world.KeepEntitlements;
        var first = await keep.GrantAsync(Some.Actor, Some.Person(), Some.EntitlementCommand(), default);
        var again = await keep.GrantAsync(Other, Some.Person(), Some.EntitlementCommand(), default);

        Assert.Equal((1, Some.Actor), (first.Value.Version, first.Value.Actor));
        Assert.Equal(first.Value, again.Value);
    }
}
