using NodaTime;

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
/// Counts answers one response at a time, in memory that grows with groups and not with people, and goes on from what
/// was counted before.
/// </summary>
public sealed class SurveyTally
{
    private readonly Survey _survey;
    private readonly Instant? _reopened;
    private readonly Dictionary<string, Dictionary<string, Cell>> _cells;

    /// <param name="survey">What was asked.</param>
    /// <param name="reopened">When it was last opened again; null: never.</param>
    /// <param name="standing">What was counted before; null: nothing.</param>
    public SurveyTally(Survey survey, Instant? reopened = null, SurveyCounts? standing = null)
    {
        (_survey, _reopened) = (survey, reopened);
        _cells = (standing ?? SurveyCounts.Empty).Cells.ToDictionary(
            question => question.Key,
            question => question.Value.ToDictionary(
                group => group.Key, group => new Cell([.. group.Value.Counts]) { Since = group.Value.Since }));
    }

    public SurveyCounts Counts => new(_cells.ToDictionary(
        question => question.Key,
        IReadOnlyDictionary<string, CellCounts> (question) => question.Value.ToDictionary(
            group => group.Key, group => new CellCounts([.. group.Value.Counts], group.Value.Since))));

    public void Add(SurveyResponse response)
    {
        var (group, since) = (GroupOf(response), response.AnsweredAt >= _reopened ? 1 : 0);
        Count(SurveyCounts.Responses, group, 1, 0, since);
        foreach (var answer in response.Answers)
        {
            var question = _survey.Questions.First(q => q.Id == answer.QuestionId);
            var (many, at) = question.Kind switch
            {
                QuestionKind.Scale => (5, answer.Step!.Value - 1),
                QuestionKind.Choice => (question.Choices.Count, question.Choices.ToList().IndexOf(answer.Choice!)),
                QuestionKind.Text => (1, 0),
            };
            Count(question.Id, group, many, at, since);
        }
    }

    private void Count(string question, string group, int many, int at, int since)
    {
        if (!_cells.TryGetValue(question, out var groups))
        {
            _cells[question] = groups = [];
        }

        if (!groups.TryGetValue(group, out var cell))
        {
            groups[group] = cell = new(new int[many]);
        }

        cell.Counts[at]++;
        cell.Since += since;
    }

    private string GroupOf(SurveyResponse response) => _survey.Breakdown switch
    {
        SurveyBreakdown.None or SurveyBreakdown.Agency => "",
        SurveyBreakdown.Level => response.Level.ToString(),
        SurveyBreakdown.EmploymentKind => response.Employment.ToString(),
        SurveyBreakdown.Unit => response.UnitId.ToString(),
    };

    private sealed class Cell(int[] counts)
    {
        internal int[] Counts { get; } = counts;

        internal int Since { get; set; }
    }
}
