using Kinerja.Domain.Surveys;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Surveys;

/// <summary>What people answered, counted and told.</summary>
public sealed class SurveyTallyTests
{
    private static readonly Survey Asked = new(
        SurveyId.Parse("fwa-2022").Value, "Survei", new(2022, 10, 17), new(2022, 10, 31), SurveyBreakdown.Level,
        [
            new("puas", QuestionKind.Scale, "Puas?", []),
            new("pilihan", QuestionKind.Choice, "Pola?", ["WFO", "WFA", "Hibrida"]),
            new("saran", QuestionKind.Text, "Saran?", []),
        ],
        [],
        []);

    [Fact]
    public void Counts_are_as_a_slow_count_finds_them_and_words_lose_their_order() => Always.HoldsFor(random =>
    {
        var responses = Enumerable.Range(0, random.Next(60)).Select(_ => Any(random)).ToList();
        var (tally, words) = (new SurveyTally(Asked), new SurveyWords());
        responses.ForEach(tally.Add);
        responses.ForEach(words.Add);
        var told = new SurveyDisclosure(Asked, tally.Counts, []).Questions(words);
        var steps = Steps(responses);
        Assert.Equal(steps.Count, told[0].All.Answered);
        Assert.Equal(
            steps.Count >= 10 ? Enumerable.Range(1, 5).Select(s => steps.Count(x => x == s)) : null,
            told[0].All.Counts);
        foreach (var (level, counts) in told[0].Groups)
        {
            var own = Steps(responses.Where(r => r.Level.ToString() == level));
            Assert.Equal(Enumerable.Range(1, 5).Select(s => own.Count(x => x == s)), counts.Counts);
        }

        Assert.Equal(told[2].Words.Order(StringComparer.Ordinal), told[2].Words);
        Assert.True(told[2].Words.Count is 0 or >= 10);
    });

    [Fact]
    public void A_count_that_stops_anywhere_and_goes_on_comes_to_the_same() => Always.HoldsFor(random =>
    {
        var reopened = Some.Morning + Duration.FromHours(1);
        var responses = Enumerable.Range(0, random.Next(40)).Select(_ => Any(random)).ToList();
        var whole = new SurveyTally(Asked, reopened);
        responses.ForEach(whole.Add);
        var parts = SurveyCounts.Empty;
        foreach (var part in responses.Chunk(random.Next(1, 9)))
        {
            var tally = new SurveyTally(Asked, reopened, parts);
            part.ToList().ForEach(tally.Add);
            parts = tally.Counts;
        }

        Assert.Equal(Text(whole.Counts), Text(parts));
        Assert.Equal(responses.Count(r => r.AnsweredAt >= reopened), parts.AnsweredSince);
    });

    private static List<int> Steps(IEnumerable<SurveyResponse> responses) =>
        [.. responses.SelectMany(r => r.Answers).Where(a => a.QuestionId == "puas").Select(a => a.Step!.Value)];

    private static string Text(SurveyCounts counts) => string.Join(
        '\n',
        counts.Cells.SelectMany(q => q.Value.Select(
            g => $"{q.Key} {g.Key} {string.Join(' ', g.Value.Counts)} since {g.Value.Since}")).Order());

    private static SurveyResponse Any(Random random) => new(
        Some.Person(), Some.UnitId, EmploymentKind.Pns,
        random.Next(4) == 0 ? GovernmentLevel.Local : GovernmentLevel.Central,
        [
            .. random.Next(5) > 0
                ? [new SurveyAnswer("puas", random.Next(1, 6), null, null)]
                : Array.Empty<SurveyAnswer>(),
            .. random.Next(2) > 0
                ? [new SurveyAnswer("saran", null, null, $"Saran {random.Next(100)}")]
                : Array.Empty<SurveyAnswer>(),
        ],
        Some.Morning + Duration.FromHours(random.Next(3)));
}
