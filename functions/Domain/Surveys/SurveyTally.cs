namespace Kinerja.Domain.Surveys;

/// <summary>
/// How often each answer was given: five steps, or the choices in their order. Null counts: too few answered to be
/// shown.
/// </summary>
public sealed record AnswerCounts(int Answered, IReadOnlyList<int>? Counts)
{
    /// <summary>Of a scale, with two decimals, half away from zero; null where nothing is shown.</summary>
    public decimal? MeanStep => Counts is { } counts && Answered > 0
        ? Math.Round(
            counts.Select((count, i) => (decimal)count * (i + 1)).Sum() / Answered, 2, MidpointRounding.AwayFromZero)
        : null;
}

/// <summary>
/// One question's answers: all of them, and by group where a group may be shown; words by themselves.
/// </summary>
public sealed record QuestionResult(
    SurveyQuestion Question,
    AnswerCounts All,
    IReadOnlyDictionary<string, AnswerCounts> Groups,
    int GroupsLeftOut,
    IReadOnlyList<string> Words);

/// <summary>
/// Counts answers one response at a time, in memory that grows with groups and words and not with people, and gives
/// away only what no small group can be told from: each question by the number of those who answered it.
/// </summary>
public sealed class SurveyTally(Survey survey)
{
    private readonly Dictionary<string, Dictionary<string, int[]>> _counts = survey.Questions
        .Where(q => q.Kind != QuestionKind.Text).ToDictionary(q => q.Id, _ => new Dictionary<string, int[]>());

    private readonly Dictionary<string, List<string>> _words = survey.Questions
        .Where(q => q.Kind == QuestionKind.Text).ToDictionary(q => q.Id, _ => new List<string>());

    public int Responses { get; private set; }

    public void Add(SurveyResponse response)
    {
        Responses++;
        var group = GroupOf(response);
        foreach (var answer in response.Answers)
        {
            var question = survey.Questions.First(q => q.Id == answer.QuestionId);
            if (question.Kind == QuestionKind.Text)
            {
                _words[question.Id].Add(answer.Words!);
                continue;
            }

            var groups = _counts[question.Id];
            if (!groups.TryGetValue(group, out var counts))
            {
                groups[group] = counts = new int[question.Kind == QuestionKind.Scale ? 5 : question.Choices.Count];
            }

            counts[answer.Step is { } step ? step - 1 : question.Choices.ToList().IndexOf(answer.Choice!)]++;
        }
    }

    public IReadOnlyList<QuestionResult> Publish() => [.. survey.Questions.Select(Publish)];

    private QuestionResult Publish(SurveyQuestion question)
    {
        if (question.Kind == QuestionKind.Text)
        {
            // In the order of the alphabet: the order of arrival would tell who wrote what.
            var words = _words[question.Id].Order(StringComparer.Ordinal).ToList();
            var shown = words.Count >= SmallGroups.LeastSize;
            return new(question, new(words.Count, null), new Dictionary<string, AnswerCounts>(), 0, shown ? words : []);
        }

        var groups = _counts[question.Id];
        var sizes = groups.ToDictionary(g => g.Key, g => g.Value.Sum());
        var answered = sizes.Values.Sum();
        var publishable = survey.Breakdown == SurveyBreakdown.None ? [] : SmallGroups.Publishable(sizes);
        var all = groups.Values.Aggregate(
            new int[question.Kind == QuestionKind.Scale ? 5 : question.Choices.Count],
            (sum, counts) => [.. sum.Zip(counts, (a, b) => a + b)]);
        return new(
            question,
            new(answered, answered >= SmallGroups.LeastSize ? all : null),
            groups.Where(g => publishable.Contains(g.Key))
                .ToDictionary(g => g.Key, g => new AnswerCounts(sizes[g.Key], g.Value)),
            survey.Breakdown == SurveyBreakdown.None ? 0 : sizes.Count - publishable.Count,
            []);
    }

    private string GroupOf(SurveyResponse response) => survey.Breakdown switch
    {
        SurveyBreakdown.None => "",
        SurveyBreakdown.Level => response.Level.ToString(),
        SurveyBreakdown.EmploymentKind => response.Employment.ToString(),
        SurveyBreakdown.Unit => response.UnitId.ToString(),
    };
}
