using System.Text;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.CheckIns;

public sealed class SpotCheckRulesTests
{
    private static readonly byte[] Salt = Encoding.UTF8.GetBytes("garam rahasia");
    private static readonly LocalDate Day = new(2026, 2, 4);

    [Fact]
    public void Nobody_is_asked_until_an_agency_decides_so() =>
        Assert.Empty(Enumerable.Range(0, 500).SelectMany(i => Draw(CheckInPolicy.Default.SpotChecks, Day.PlusDays(i))));

    [Fact]
    public void Drawn_again_it_is_the_same_and_with_another_salt_person_date_or_version_another() =>
        Assert.Equal(
            [true, false, false, false, false],
            new[]
            {
                Year(Salt), Year(Encoding.UTF8.GetBytes("garam lain")), Year(Salt, person: "peg-0002"),
                Year(Salt, version: "v2"),
                Year(Salt, from: Day.PlusDays(1)),
            }.Select(year => year.SequenceEqual(Year(Salt))));

    [Fact]
    public void Windows_lie_within_the_times_one_after_the_other_and_are_as_long_as_the_rule_says() =>
        Always.HoldsFor(random =>
    {
        var rule = SpotCheckRule.None with
        {
            ChancePercent = random.Next(101),
            MostPerDay = random.Next(1, 5),
            WindowMinutes = random.Next(1, 200),
        };
        var windows = Draw(rule, Day.PlusDays(random.Next(365)));
        Assert.InRange(windows.Count, 0, rule.MostPerDay);
        Assert.All(windows, w =>
        {
            Assert.Equal(Duration.FromMinutes(rule.WindowMinutes), w.Closes - w.Opens);
            Assert.True(
                w.Opens.InZone(Some.Wib).TimeOfDay >= rule.From && w.Closes.InZone(Some.Wib).TimeOfDay <= rule.To);
        });
        Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.True(pair.First.Closes <= pair.Second.Opens));
    });

    /// <summary>
    /// Of 20,000 people at 25%: 5,000, give or take five standard deviations; and every start is as likely.
    /// </summary>
    [Fact]
    public void The_chance_is_kept_and_the_start_is_even()
    {
        var rule = SpotCheckRule.None with { ChancePercent = 25 };
        var drawn = Enumerable.Range(0, 20_000)
            .SelectMany(
                i => SpotCheckRules.Draw(Some.AgencyId, Some.Person($"peg-{i:D5}"), Day, Some.Wib, rule, "v1", Salt))
            .ToList();
        Assert.InRange(drawn.Count, 4_690, 5_310);
        var early = drawn.Count(w => w.Opens.InZone(Some.Wib).TimeOfDay < new LocalTime(11, 45));
        Assert.InRange(early, (drawn.Count / 2) - 180, (drawn.Count / 2) + 180);
    }

    [Fact]
    public void Only_a_spot_check_within_the_window_answers_it()
    {
        var opens = new LocalDateTime(2026, 2, 4, 10, 0).InZoneStrictly(Some.Wib).ToInstant();
        var window = new SpotCheckWindow(opens, opens + Duration.FromMinutes(30));
        CheckIn At(int hour, int minute, CheckInKind kind = CheckInKind.SpotCheck) =>
            Some.CheckIn($"checkin-{hour}-{minute}", new LocalDateTime(2026, 2, 4, hour, minute), kind);
        Assert.Null(SpotCheckRules.AnswerTo(window, [At(9, 59), At(10, 30), At(10, 10, CheckInKind.MidDay)]));
        Assert.Equal("checkin-10-0", SpotCheckRules.AnswerTo(window, [At(10, 29), At(10, 0)])!.Claim.Id.ToString());
    }

    private static IReadOnlyList<SpotCheckWindow> Draw(SpotCheckRule rule, LocalDate date) =>
        SpotCheckRules.Draw(Some.AgencyId, Some.Person(), date, Some.Wib, rule, "v1", Salt);

    /// <summary>A year's windows by the number of the day and the minute.</summary>
    private static List<(int, LocalTime)> Year(
        byte[] salt, string person = "peg-0001", string version = "v1", LocalDate? from = null) =>
    [
        .. Enumerable.Range(0, 365).SelectMany(i => SpotCheckRules
            .Draw(
                Some.AgencyId,
                Some.Person(person),
                (from ?? Day).PlusDays(i),
                Some.Wib,
                SpotCheckRule.None with { ChancePercent = 50 },
                version,
                salt)
            .Select(w => (i, w.Opens.InZone(Some.Wib).TimeOfDay))),
    ];
}
