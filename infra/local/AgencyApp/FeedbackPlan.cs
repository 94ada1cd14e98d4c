namespace Kinerja.AgencyApp;

/// <summary>A request planned for a time of its own.</summary>
internal sealed record PlannedRequest(DateTimeOffset At, AgencyRequest Request);

/// <summary>
/// About three notes a person over the quarter: one by the leader, one by a peer, others by whoever may.
/// </summary>
internal static class FeedbackPlan
{
    private static readonly IReadOnlyList<DateOnly> Days =
        [.. WorkDays.Between(WorkDays.FirstDay, WorkDays.LastDay).Where(WorkDays.IsWorked)];

    internal static IEnumerable<PlannedRequest> Of(int seed, SampleAgency agency)
    {
        var followers = agency.People.ToLookup(person => person.RaterId);
        foreach (var receiver in agency.People)
        {
            var dice = new Dice(seed, "feedback", agency.Id, receiver.Id);
            var givers = Leaders(receiver).Concat(Peers(dice, agency, receiver).Take(1))
                .Concat(followers[receiver.Id].Take(dice.Between(1, 2)).Select(p => (p.Id, "subordinate")))
                .Concat(dice.Chance(0.6) ? Served(dice, agency, receiver).Take(1) : []);
            foreach (var (number, (giver, role)) in givers.Index())
            {
                var planned = Note(dice, agency, receiver, giver, role, number);
                yield return planned;
                if (dice.Chance(0.03))
                {
                    // The answer got lost; the app sends the note again.
                    yield return planned with { At = planned.At.AddMinutes(10) };
                }
            }
        }
    }

    private static IEnumerable<(string Giver, string Role)> Leaders(SamplePerson receiver) =>
        receiver.RaterId is { } rater ? [(rater, "leader")] : [];

    /// <summary>Of the same unit and neither above nor below.</summary>
    private static IEnumerable<(string Giver, string Role)> Peers(
        Dice dice, SampleAgency agency, SamplePerson receiver) =>
        receiver.RaterId is null ? [] : dice.Shuffle(agency.People
            .Where(p => p.UnitId == receiver.UnitId && p.RaterId == receiver.RaterId && p.Id != receiver.Id))
            .Select(p => (p.Id, "peer"));

    private static IEnumerable<(string Giver, string Role)> Served(
        Dice dice, SampleAgency agency, SamplePerson receiver) =>
        dice.Shuffle(agency.People.Where(p => p.UnitId != receiver.UnitId)).Select(p => (p.Id, "served"));

    private static PlannedRequest Note(
        Dice dice, SampleAgency agency, SamplePerson receiver, string giver, string role, int number)
    {
        var day = dice.Pick(Days);
        var at = agency.At(day, (60 * 9) + (5 * dice.Between(0, 60)));
        var subject = role == "served" ? "serviceOriented" : dice.Pick(HonestWords.Subjects);
        var level = dice.Pick(["below", "meets", "meets", "meets", "above", "above"]);
        var words = dice.Pick(HonestWords.About(subject, level));
        var withLevel = dice.Chance(0.8);
        return new PlannedRequest(at, Routes.Feedback(agency.Id, JsonText.Object(json =>
        {
            json.WriteString("id", $"u{receiver.Id[1..]}-{JsonText.Date(day)}-{number + 1}");
            json.WriteString("agencyId", agency.Id);
            json.WriteString("giverId", giver);
            json.WriteString("receiverId", receiver.Id);
            json.WriteString("role", role);
            json.WriteString("subject", subject);
            if (withLevel)
            {
                json.WriteString("level", level);
            }

            json.WriteString("words", words);
        })));
    }
}
