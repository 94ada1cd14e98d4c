using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Workforce;

public sealed class DelegateRatingTests
{
    private readonly World _world = new();

    [Fact]
    public async Task A_change_is_a_new_version_and_both_are_kept()
    {
        Assert.Equal(1, (await PutAsync(Some.Delegation())).Value.Version);
        var shorter = Some.Delegation() with { To = new LocalDate(2026, 2, 5) };
        Assert.Equal(2, (await PutAsync(shorter, expected: 1)).Value.Version);
        var versions = await _world.Delegations.ListVersionsAsync(
            Some.AgencyId, Some.Person("peg-head"), new LocalDate(2026, 2, 1), default);
        Assert.Equal([new LocalDate(2026, 3, 1), new LocalDate(2026, 2, 5)], versions.Select(v => v.To));
        Assert.Equal(
            2,
            Assert.Single(
                (await _world.DelegateRating.ListAsync(
                    Some.AgencyId, Some.Person("peg-head"), default)).Value).Version);
    }

    [Fact]
    public async Task The_same_again_is_no_change_whatever_If_Match_says()
    {
        var first = (await PutAsync(Some.Delegation())).Value;
        _world.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(first, (await PutAsync(Some.Delegation(), expected: 7)).Value);
    }

    [Fact]
    public async Task A_change_built_on_another_version_is_refused()
    {
        await PutAsync(Some.Delegation());
        var changed = Some.Delegation() with { Reason = "Diklat." };
        Refused.Is(RefusalCodes.StaleVersion, await PutAsync(changed, expected: 2));
        _world.Delegations.FasterWriter = () => _world.Delegations.Rows.Add(
            (Some.AgencyId, Some.Delegation().At(Some.Morning, 2, Some.Actor) with { Reason = "Lain." }));
        Refused.Is(RefusalCodes.StaleVersion, await PutAsync(changed, expected: 1));
    }

    [Theory]
    [InlineData("peg-nobody", "peg-0001", "/employeeId")]
    [InlineData("peg-head", "peg-nobody", "/delegateId")]
    public async Task People_who_are_not_registered_are_named(string rater, string delegated, string pointer)
    {
        var refusal = Refused.Is(RefusalCodes.UnknownEmployee, await PutAsync(Some.Delegation(delegated, rater)));
        Assert.Equal(pointer, Assert.Single(refusal.Faults).Pointer);
    }

    private Task<Result<Delegation>> PutAsync(DelegationCommand claim, int? expected = null) =>
        _world.DelegateRating.PutAsync(Some.Actor, claim, Some.Standing(expected), default);
}
