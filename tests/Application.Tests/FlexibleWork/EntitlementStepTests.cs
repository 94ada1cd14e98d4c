using Kinerja.Application.FlexibleWork;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Application.Tests.FlexibleWork;

public sealed class EntitlementStepTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1);

    private readonly World _world = new();

    [Fact]
    public async Task A_grant_sent_again_is_the_same_grant()
    {
        var first = await GrantAsync(Some.EntitlementCommand());
        _world.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(first.Value, (await GrantAsync(Some.EntitlementCommand())).Value);
        Assert.Single(_world.Entitlements.Rows);
    }

    [Fact]
    public async Task A_revoked_one_is_listed_with_its_reason_and_does_not_come_back()
    {
        await GrantAsync(Some.EntitlementCommand());
        var revoked = await RevokeAsync(new LocalDate(2026, 3, 2));
        Assert.Equal("Pindah tugas.", revoked.Value.Revoked!.Reason);

        Refused.Is(
            RefusalCodes.EntitlementRevoked,
            await GrantAsync(Some.EntitlementCommand() with { To = new LocalDate(2026, 7, 1) }));
        var listed = await _world.ReadEntitlements.ListAsync(Some.AgencyId, Some.Person(), default);
        Assert.Equal(revoked.Value, Assert.Single(listed.Value));
    }

    /// <summary>The clock stands on 4 February 2026; the grant runs from January to March.</summary>
    [Fact]
    public async Task Bug_a_grant_and_a_revocation_that_reach_back_mark_the_months_of_past_days()
    {
        await GrantAsync(Some.EntitlementCommand());
        Assert.Equal([new YearMonth(2026, 1), new YearMonth(2026, 2)], Marked());
        _world.Dirty.Rows.Clear();
        await GrantAsync(Some.EntitlementCommand());
        Assert.Empty(Marked());
        await RevokeAsync(new LocalDate(2026, 1, 5));
        Assert.Equal([new YearMonth(2026, 1), new YearMonth(2026, 2)], Marked());
    }

    [Fact]
    public async Task A_grant_for_days_to_come_marks_nothing()
    {
        await GrantAsync(Some.EntitlementCommand() with { From = new LocalDate(2026, 3, 2) });
        Assert.Empty(Marked());
    }

    [Fact]
    public async Task What_was_never_granted_cannot_be_revoked() =>
        Refused.Is(RefusalCodes.UnknownEntitlement, await RevokeAsync(NewYear));

    [Fact]
    public async Task Nobody_unknown_is_granted_listed_or_revoked_anything()
    {
        var nobody = Some.Person("peg-0404");
        Refused.Is(
            RefusalCodes.UnknownEmployee,
            await _world.GrantEntitlement.ExecuteAsync(Some.Actor, nobody, Some.EntitlementCommand(), default));
        Refused.Is(
            RefusalCodes.UnknownEmployee, await _world.ReadEntitlements.ListAsync(Some.AgencyId, nobody, default));
        Refused.Is(
            RefusalCodes.UnknownEmployee,
            await _world.RevokeEntitlement.ExecuteAsync(Some.Actor, nobody, Claim(NewYear), default));
    }

    private IEnumerable<YearMonth> Marked() =>
        _world.Dirty.Rows.Keys.Where(k => k.Person == Some.Person()).Select(k => k.Month).Order();

    private Task<Result<Entitlement>> GrantAsync(EntitlementCommand claim) =>
        _world.GrantEntitlement.ExecuteAsync(Some.Actor, Some.Person(), claim, default);

    private Task<Result<Entitlement>> RevokeAsync(LocalDate from) =>
        _world.RevokeEntitlement.ExecuteAsync(Some.Actor, Some.Person(), Claim(from), default);

    private static RevocationCommand Claim(LocalDate from) =>
        new(EntitlementKind.FlexiblePlace, NewYear, from, "Pindah tugas.");
}
