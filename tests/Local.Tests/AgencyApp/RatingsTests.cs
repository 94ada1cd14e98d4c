using System.Text.Json;
using Kinerja.AgencyApp;

namespace Kinerja.Local.Tests.AgencyApp;

/// <summary>Counts the places by hand, from the requests alone.</summary>
public sealed class RatingsTests
{
    [Theory]
    [InlineData(2026)]
    [InlineData(1)]
    [InlineData(77)]
    public void In_Bandung_a_group_of_equals_lies_across_the_cap(int seed)
    {
        var ranked = Ranked(SampleQuarter.Create(seed), "arsip-jabar");
        var cap = ranked.Count * 20 / 100;
        Assert.Equal(62, ranked.Count);
        Assert.Equal(ranked[cap - 1], ranked[cap]);
        Assert.Equal(4, ranked.Count(score => score == ranked[cap]));
    }

    [Theory]
    [InlineData(2026)]
    [InlineData(1)]
    [InlineData(77)]
    public void In_Jayapura_the_cut_is_clean(int seed)
    {
        var ranked = Ranked(SampleQuarter.Create(seed), "bkd-papua");
        var cap = ranked.Count * 20 / 100;
        Assert.Equal(54, ranked.Count);
        Assert.NotEqual(ranked[cap - 1], ranked[cap]);
    }

    [Fact]
    public void Equals_share_places_at_the_top_too() =>
        Assert.All(Sample.Quarter.Agencies, agency =>
        {
            var ranked = Ranked(Sample.Quarter, agency.Id);
            Assert.Equal(ranked[1], ranked[2]);
            Assert.NotEqual(ranked[0], ranked[1]);
        });

    [Fact]
    public void One_person_besides_the_head_has_no_rating() =>
        Assert.All(Sample.Quarter.Agencies, agency =>
        {
            var rated = Last(Sample.Quarter, agency.Id).Keys;
            var without = agency.People.Select(p => p.Id).Except(rated).ToList();
            Assert.Equal(2, without.Count);
            Assert.Contains(agency.HeadId, without);
        });

    [Fact]
    public void Ratings_come_from_the_last_days_and_the_first_week_after()
    {
        var days = Sample.Moments.Where(m => m.Requests.Any(r => r.Kind == RequestKind.Rating)).Select(m => m.At)
            .ToList();
        Assert.All(days, at => Assert.InRange(at, At(3, 26), At(4, 8)));
        Assert.Contains(days, at => at < At(4, 1));
        Assert.Contains(days, at => at > At(4, 1));
    }

    [Fact]
    public void One_rating_of_each_agency_is_revised_with_a_reason() =>
        Assert.All(Sample.Quarter.Agencies, agency => Assert.Single(Sample.Requests, r =>
            r.Kind == RequestKind.Rating && r.AgencyId == agency.Id && r.Json.Contains(
                "\"reason\"", StringComparison.Ordinal)));

    private static DateTimeOffset At(int month, int day) => new(2026, month, day, 0, 0, 0, TimeSpan.FromHours(7));

    /// <summary>The days in which there are ratings, as another test holds.</summary>
    private static IEnumerable<AgencyRequest> Ends(SampleQuarter quarter) => quarter.Days
        .Where(day => day >= new DateOnly(2026, 3, 26)).SelectMany(quarter.MomentsOf).SelectMany(m => m.Requests);

    private static Dictionary<string, AgencyRequest> Last(SampleQuarter quarter, string agency) => Ends(quarter)
        .Where(r => r.Kind == RequestKind.Rating && r.AgencyId == agency)
        .GroupBy(r => r.Path.Split('/')[^1]).ToDictionary(g => g.Key, g => g.Last());

    /// <summary>Predicate, score and behaviour score of the assessed, best first.</summary>
    private static List<(int Predicate, decimal Score, decimal Behaviour)> Ranked(
        SampleQuarter quarter, string agencyId)
    {
        var agency = quarter.Agencies.Single(a => a.Id == agencyId);
        var units = Ends(quarter)
            .Where(r => r.Kind == RequestKind.UnitPerformance && r.AgencyId == agencyId)
            .ToDictionary(r => r.Path.Split('/')[^3], r => Text(JsonElement.Parse(r.Json), "level"));
        return [.. Last(quarter, agencyId).Select(rated =>
        {
            var json = JsonElement.Parse(rated.Value.Json);
            var unit = agency.Units.FirstOrDefault(u => u.HeadId == rated.Key);
            var result = unit is null ? Text(json, "result") : ResultOf(units[unit.Id]);
            var (skp, behaviour) = (
                json.GetProperty("skpScore").GetDecimal(),
                json.GetProperty("behaviourScore").GetDecimal());
            var score = decimal.Round((skp * 0.7m) + (behaviour * 0.3m), 2, MidpointRounding.AwayFromZero);
            return (Predicate(result, Text(json, "behaviour")), score, behaviour);
        }).OrderDescending()];
    }

    private static string ResultOf(string unitLevel) =>
        unitLevel switch { "outstanding" => "above", "good" => "meets", _ => "below" };

    private static int Predicate(string result, string behaviour) => (result, behaviour) switch
    {
        ("above", "above") => 5,
        ("above" or "meets", "above" or "meets") => 4,
        ("below", "above" or "meets") => 3,
        ("above" or "meets", "below") => 2,
        _ => 1,
    };

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;
}
