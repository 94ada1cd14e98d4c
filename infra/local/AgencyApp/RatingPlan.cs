namespace Kinerja.AgencyApp;

/// <summary>A rater's judgement; scores are in hundredths.</summary>
internal sealed record PlannedRating(SamplePerson Person, string Result, string Behaviour, int Skp, int BehaviourScore)
{
    internal bool Revised { get; init; }
}

/// <summary>
/// Ratings in the quarter's last days and the first days after it. Made on purpose: people who are equal share places;
/// in Bandung a group of four equals lies across the 20% cap, in Jayapura the cut is clean; in each agency somebody
/// besides the head goes without a rating, and one rating is revised.
/// </summary>
internal static class RatingPlan
{
    private static readonly IReadOnlyList<DateOnly> Days =
        [.. WorkDays.Between(new(2026, 3, 26), WorkDays.LastSendingDay).Where(WorkDays.IsWorked)];

    private static readonly IReadOnlyList<string> UnitLevels = ["good", "outstanding", "needsImprovement", "good"];

    internal static IEnumerable<PlannedRequest> Of(int seed, SampleAgency agency)
    {
        var dice = new Dice(seed, "rating days", agency.Id);
        foreach (var rating in Ratings(seed, agency))
        {
            var at = agency.At(dice.Pick(Days.SkipLast(1).ToList()), (60 * 9) + (5 * dice.Between(0, 60)));
            if (rating.Revised)
            {
                yield return Planned(agency, rating with { Skp = rating.Skp - 300 }, at, null);
                yield return Planned(agency, rating, agency.At(Days[^1], 600), "Bukti realisasi tambahan diterima.");
            }
            else
            {
                yield return Planned(agency, rating, at, null);
            }
        }

        foreach (var (unit, level) in agency.Units.Zip(UnitLevels))
        {
            yield return new PlannedRequest(agency.At(WorkDays.LastDay, 14 * 60), Routes.UnitPerformance(
                agency.Id, unit.Id, JsonText.Object(json =>
                {
                    json.WriteString("level", level);
                    json.WriteString("setById", agency.HeadId);
                })));
        }
    }

    private static IEnumerable<PlannedRating> Ratings(int seed, SampleAgency agency)
    {
        var dice = new Dice(seed, "ratings", agency.Id);
        var heads = agency.People.Where(p => p.RaterId == agency.HeadId).ToList();
        var staff = dice.Shuffle(agency.People.Where(p => p.RaterId is not null && p.RaterId != agency.HeadId));
        var cap = (heads.Count + staff.Count - 1) * 20 / 100;
        var group = agency.Id == SampleAgency.BandungId ? 4 : 2;
        // The first is never rated; then come the best, a pair of equals among them, and the group at the cap.
        var best = cap - 2;
        for (var i = 1; i < staff.Count; i++)
        {
            yield return i <= best ? Top(staff[i], 11800 - (100 * (i == 3 ? 2 : i)))
                : i <= best + group ? Top(staff[i], 10400)
                : Usual(dice, staff[i]) with { Revised = i == staff.Count - 1 };
        }

        foreach (var (unit, level) in agency.Units.Zip(UnitLevels))
        {
            // A head's result is the unit's, so the rater writes down what agrees with it.
            var result = level switch { "outstanding" => "above", "good" => "meets", _ => "below" };
            yield return Usual(dice, heads.First(head => head.Id == unit.HeadId), result);
        }
    }

    private static PlannedRating Top(SamplePerson person, int score) => new(person, "above", "above", score, score);

    /// <summary>Raters like round figures, so equals occur by themselves too.</summary>
    private static PlannedRating Usual(Dice dice, SamplePerson person, string? given = null)
    {
        var result = given ?? dice.Pick(["meets", "meets", "meets", "meets", "meets", "above", "below"]);
        var behaviour = dice.Chance(0.05) ? "below" : dice.Pick(["meets", "meets", "above"]);
        return new(person, result, behaviour, Score(dice, result), Score(dice, behaviour));
    }

    private static int Score(Dice dice, string level)
    {
        var least = level switch { "below" => 55, "meets" => 78, _ => 92 };
        return (least * 100) + (50 * dice.Between(0, 18));
    }

    private static PlannedRequest Planned(
        SampleAgency agency, PlannedRating rating, DateTimeOffset at, string? reason) =>
        new(at, Routes.Rating(agency.Id, rating.Person.Id, JsonText.Object(json =>
        {
            json.WriteString("raterId", rating.Person.RaterId);
            json.WriteString("result", rating.Result);
            json.WriteString("behaviour", rating.Behaviour);
            json.WriteNumber("skpScore", rating.Skp / 100m);
            json.WriteNumber("behaviourScore", rating.BehaviourScore / 100m);
            if (reason is not null)
            {
                json.WriteString("reason", reason);
            }
        })));
}
