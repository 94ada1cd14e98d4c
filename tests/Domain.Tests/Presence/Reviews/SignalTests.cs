using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Reviews;

/// <summary>The stories behind the signals.</summary>
public sealed class SignalTests
{
    private static readonly LocalDate Monday = new(2026, 2, 2);

    // Kab. Cirebon, January 2026: five people, one point.
    [Fact]
    public void Five_people_at_one_centimetre_are_asked_about_each_with_his_own_check_ins()
    {
        var found = SharedCoordinates.Find(
            Enumerable.Range(1, 5).Select(i => Seen(i, Monday.PlusDays(i))), SignalPolicy.Default).ToList();
        Assert.Equal(5, found.Select(e => e.EmployeeId).Distinct().Count());
        Assert.All(found, e => Assert.Equal(5, e.Figures.People));
        Assert.All(found, e => Assert.Single(e.CheckIns));
    }

    [Fact]
    public void Two_people_once_at_one_centimetre_are_chance_and_on_three_days_are_not()
    {
        Sighting[] Days(int days) =>
            [.. Enumerable.Range(0, days).SelectMany(
                d => new[] { Seen(1, Monday.PlusDays(d), d), Seen(2, Monday.PlusDays(d), d) })];
        Assert.Empty(SharedCoordinates.Find(Days(2), SignalPolicy.Default));
        Assert.Equal(2, SharedCoordinates.Find(Days(3), SignalPolicy.Default).Count());
    }

    [Fact]
    public void An_office_full_of_coarse_or_rounded_fixes_is_nothing()
    {
        var coarse = Enumerable.Range(1, 50).Select(
            i => Seen(i, Monday) with { Position = Some.Fix(-6.2345671, 106.8123457, 21) });
        var rounded = Enumerable.Range(1, 50).Select(
            i => Seen(i, Monday) with { Position = Some.Fix(-6.23456, 106.81234, 5) });
        Assert.Empty(SharedCoordinates.Find([.. coarse, .. rounded], SignalPolicy.Default));
    }

    [Fact]
    public void A_persons_own_desk_is_nothing_and_the_same_centimetre_for_ten_days_is()
    {
        var desk = Enumerable.Range(0, 20).Select(d =>
            Seen(1, Monday.PlusDays(d), d) with { Position = Some.Fix(-6.2345671 + (d * 1e-6), 106.8123457, 5) });
        Assert.Empty(RepeatedCoordinates.Find(desk, SignalPolicy.Default));
        Assert.Empty(
            RepeatedCoordinates.Find(
                Enumerable.Range(0, 9).Select(d => Seen(1, Monday.PlusDays(d), d)), SignalPolicy.Default));
        var found = RepeatedCoordinates.Find(
            Enumerable.Range(0, 10).Select(d => Seen(1, Monday.PlusDays(d), d)), SignalPolicy.Default);
        Assert.Equal(10, Assert.Single(found).CheckIns.Count);
    }

    [Fact]
    public void Bandung_to_Jayapura_in_an_hour_is_asked_about_and_a_flight_is_not()
    {
        Sighting[] Way(double hours) =>
        [
            Seen(1, Monday) with { Position = Some.Fix(-6.9, 107.6) },
            Seen(1, Monday, 1) with { Position = Some.Fix(-2.5, 140.7), At = Some.Morning + Duration.FromHours(hours) },
        ];
        var found = Assert.Single(ImpossibleTravel.Find(Way(1), SignalPolicy.Default));
        Assert.InRange(found.Figures.Kilometres!.Value, 3600, 3750);
        Assert.Equal(60, found.Figures.Minutes);
        Assert.Empty(ImpossibleTravel.Find(Way(5), SignalPolicy.Default));
    }

    // A phone with a wrong clock that sends a day's batch at once was nowhere "at the same time".
    [Fact]
    public void A_moment_that_is_the_servers_says_nothing_of_movement()
    {
        Sighting[] batch =
        [
            Seen(1, Monday) with { Position = Some.Fix(-6.9, 107.6), At = null },
            Seen(1, Monday, 1) with { Position = Some.Fix(-2.5, 140.7), At = null },
        ];
        Assert.Empty(ImpossibleTravel.Find(batch, SignalPolicy.Default));
    }

    [Fact]
    public void A_cloned_phone_is_asked_about_on_the_day_and_a_passed_on_one_is_not()
    {
        var cloned = new[] { Seen(1, Monday), Seen(2, Monday) }.Select(s => s with { DeviceId = "hp-1" });
        var passedOn = new[] { Seen(1, Monday), Seen(2, Monday.PlusDays(1)) }.Select(s => s with { DeviceId = "hp-1" });
        Assert.Equal(2, SharedDevice.Find(cloned, SignalPolicy.Default).Count());
        Assert.Empty(SharedDevice.Find(passedOn, SignalPolicy.Default));
    }

    [Fact]
    public void Two_phones_a_day_are_nothing_and_three_are_asked_about()
    {
        Sighting[] Phones(int count) =>
            [.. Enumerable.Range(0, count).Select(i => Seen(1, Monday, i) with { DeviceId = $"hp-{i}" })];
        Assert.Empty(ManyDevices.Find(Phones(2), SignalPolicy.Default));
        Assert.Equal(3, Assert.Single(ManyDevices.Find(Phones(3), SignalPolicy.Default)).Figures.Devices);
    }

    private static Sighting Seen(int person, LocalDate date, int number = 0) => new(
        Some.Person($"peg-{person:D4}"),
        Some.Client($"checkin-{person:D4}-{number:D2}"),
        date,
        Some.Morning,
        Some.Fix(-6.2345671, 106.8123457, 8),
        null,
        100);
}
