using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Domain.Tests.FlexibleWork;

public sealed class EntitlementRulesTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1);
    private static readonly LocalDate April = new(2026, 4, 1);

    [Fact]
    public void It_holds_from_its_first_day_up_to_but_not_including_its_last()
    {
        var place = Place();
        Assert.False(place.HoldsOn(NewYear.PlusDays(-1)));
        Assert.True(place.HoldsOn(NewYear));
        Assert.True(place.HoldsOn(April.PlusDays(-1)));
        Assert.False(place.HoldsOn(April));
    }

    [Fact]
    public void A_revoked_one_holds_no_longer_from_that_day_on()
    {
        var revoked = EntitlementRules.Revoke(Place(), Revoked(new LocalDate(2026, 3, 2))).Value;
        Assert.True(revoked.HoldsOn(new LocalDate(2026, 3, 1)));
        Assert.False(revoked.HoldsOn(new LocalDate(2026, 3, 2)));
    }

    [Fact]
    public void Of_several_that_hold_none_takes_from_another_and_only_its_kind_counts()
    {
        var (old, young) = (Start(NewYear, 8), Start(new LocalDate(2026, 2, 1), 9));
        Entitlement[] granted = [young, old, Place()];
        Assert.Equal([old], Entitlement.On(granted, EntitlementKind.FlexibleStart, new LocalDate(2026, 1, 31)));
        Assert.Equal([young, old], Entitlement.On(granted, EntitlementKind.FlexibleStart, new LocalDate(2026, 2, 1)));
        Assert.Empty(Entitlement.On(granted, EntitlementKind.FlexibleStart, new LocalDate(2026, 6, 1)));
    }

    [Fact]
    public void A_grant_ends_after_it_begins_and_within_a_year()
    {
        Assert.Equal("/to", Pointer(Place() with { To = NewYear }));
        Assert.Equal("/to", Pointer(Place() with { To = NewYear.PlusDays(367) }));
        Assert.Null(Pointer(Place() with { To = NewYear.PlusDays(366) }));
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(3000)]
    public void Bug_a_grant_begins_in_a_year_that_has_quarters(int year) =>
        Assert.Equal("/from", Pointer(Place() with { From = new(year, 1, 1), To = new(year, 2, 1) }));

    [Fact]
    public void A_start_belongs_to_a_flexible_start_and_days_to_a_flexible_place()
    {
        Assert.Equal("/start", Pointer(Place() with { Start = new LocalTime(8, 30) }));
        Assert.Equal("/daysPerWeek", Pointer(Place() with { DaysPerWeek = 0 }));
        Assert.Equal("/daysPerWeek", Pointer(Place() with { DaysPerWeek = 8 }));
        Assert.Equal("/start", Pointer(Start(NewYear, 8) with { Start = null }));
        Assert.Equal("/daysPerWeek", Pointer(Start(NewYear, 8) with { DaysPerWeek = 1 }));
    }

    [Fact]
    public void A_second_grant_changes_the_first_and_keeps_its_time()
    {
        var later = Place() with { DaysPerWeek = 2, GrantedAt = Some.At("2026-02-01T00:00:00Z") };
        var changed = EntitlementRules.Grant(later, Place()).Value;
        Assert.Equal(Place() with { DaysPerWeek = 2, Version = 2 }, changed);
    }

    [Fact]
    public void A_revoked_one_comes_back_by_no_grant()
    {
        var revoked = Place() with { Revoked = Revoked(April.PlusDays(-1)) };
        Assert.Equal(revoked, EntitlementRules.Grant(Place(), revoked).Value);
        Assert.Equal(
            RefusalCodes.EntitlementRevoked,
            EntitlementRules.Grant(Place() with { DaysPerWeek = 2 }, revoked).Refusal?.Code);
    }

    [Fact]
    public void The_earliest_revocation_stands()
    {
        var first = EntitlementRules.Revoke(Place(), Revoked(new LocalDate(2026, 3, 2))).Value;
        Assert.Equal(first, EntitlementRules.Revoke(first, Revoked(new LocalDate(2026, 3, 9))).Value);
        Assert.Equal(
            new LocalDate(2026, 2, 2),
            EntitlementRules.Revoke(first, Revoked(new LocalDate(2026, 2, 2))).Value.Revoked!.From);
        Assert.NotNull(EntitlementRules.Revoke(first, Revoked(April)).Refusal);
    }

    private static string? Pointer(Entitlement asked) => EntitlementRules.Grant(asked, null).Refusal?.Faults[0].Pointer;

    private static Revocation Revoked(LocalDate from) => new(from, "Pindah tugas.", Some.Morning);

    private static Entitlement Place() =>
        new(Some.Person(), EntitlementKind.FlexiblePlace, NewYear, April, null, 1, "ranking 2025-Q4", Some.Morning);

    private static Entitlement Start(LocalDate from, int hour) =>
        new(Some.Person(), EntitlementKind.FlexibleStart, from, April, new LocalTime(
            hour, 30), null, "ranking 2025-Q4", Some.Morning);
}
