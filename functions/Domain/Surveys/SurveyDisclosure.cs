namespace Kinerja.Domain.Surveys;

/// <summary>
/// What of a questionnaire's counts may be told, and what was told each time before it was opened again. Whoever reads
/// it reads a part of this and nothing beside it: two readers who put theirs together learn no more.
/// </summary>
public sealed class SurveyDisclosure
{
    private static readonly IReadOnlySet<string> Nobody = new HashSet<string>();

    private readonly Survey _survey;
    private readonly SurveyCounts _now;
    private readonly IReadOnlyList<SurveyCounts> _earlier;
    private readonly Dictionary<string, ToldCells?> _told = [];

    /// <param name="survey">Whose.</param>
    /// <param name="now">As counted after its last day.</param>
    /// <param name="earlier">As counted each time before it was opened again, the oldest first.</param>
    public SurveyDisclosure(Survey survey, SurveyCounts now, IEnumerable<SurveyCounts> earlier)
    {
        (_survey, _now, _earlier) = (survey, now, [.. earlier]);
    }

    /// <summary>How many answered.</summary>
    public int Responses => _now.All(SurveyCounts.Responses)?.Answered ?? 0;

    /// <summary>Null when it may be told.</summary>
    public Refusal? WhyTooFew => _earlier.Count == 0 ? null : SurveyRules.WhyTooFew(_now.AnsweredSince);

    /// <summary>Each question, with the groups that may be told.</summary>
    /// <param name="words">What people wrote, for who may read it; null: nobody's words.</param>
    public IReadOnlyList<QuestionResult> Questions(SurveyWords? words) =>
        [.. _survey.Questions.Select(question => Of(question, words))];

    /// <summary>
    /// How one group answered each question: the number who did; counts and words only where they are told of it.
    /// </summary>
    public IReadOnlyList<QuestionResult> QuestionsOf(string group, SurveyWords? words) =>
        [.. _survey.Questions.Select(question => OfGroup(question, group, words))];

    /// <summary>How many of a group answered, for those of that group themselves.</summary>
    public int ResponsesIn(string group) =>
        _now.Of(SurveyCounts.Responses).GetValueOrDefault(group)?.Answered ?? 0;

    /// <summary>The same for others; null when it may not be told.</summary>
    public int? ResponsesOf(string group) =>
        Told(SurveyCounts.Responses)?.Groups.Contains(group) == true
            ? _now.Of(SurveyCounts.Responses)[group].Answered
            : null;

    /// <summary>Whether that group's answers to the question are told.</summary>
    public bool Tells(SurveyQuestion question, string group) => Told(question.Id)?.Groups.Contains(group) == true;

    private QuestionResult Of(SurveyQuestion question, SurveyWords? words)
    {
        var (cells, told) = (_now.Of(question.Id), Told(question.Id));
        var isGrouped = _survey.Breakdown == SurveyBreakdown.Agency
            || (_survey.Breakdown != SurveyBreakdown.None && question.Kind != QuestionKind.Text);
        var groups = isGrouped ? told?.Groups ?? Nobody : Nobody;
        return new(
            question,
            new(_now.All(question.Id)?.Answered ?? 0, told is null ? null : CountsOf(question, told.All)),
            groups.ToDictionary(g => g, g => new AnswerCounts(cells[g].Answered, CountsOf(question, cells[g]))),
            isGrouped ? cells.Count - groups.Count : 0,
            told is null ? [] : WordsOf(question, words));
    }

    private QuestionResult OfGroup(SurveyQuestion question, string group, SurveyWords? words)
    {
        var (cell, tells) = (_now.Of(question.Id).GetValueOrDefault(group), Tells(question, group));
        return new(
            question,
            new(cell?.Answered ?? 0, tells ? CountsOf(question, cell!) : null),
            new Dictionary<string, AnswerCounts>(),
            0,
            tells ? WordsOf(question, words) : []);
    }

    private static IReadOnlyList<int>? CountsOf(SurveyQuestion question, CellCounts cell) =>
        question.Kind == QuestionKind.Text ? null : cell.Counts;

    private static IReadOnlyList<string> WordsOf(SurveyQuestion question, SurveyWords? words) =>
        question.Kind == QuestionKind.Text && words is not null ? words.Of(question) : [];

    private ToldCells? Told(string question)
    {
        if (!_told.TryGetValue(question, out var told))
        {
            var (last, untold) = ((ToldCells?)null, new Dictionary<string, int>());
            foreach (var counts in _earlier)
            {
                if (Tell(counts, question, last, untold) is { } shown)
                {
                    (last, untold) = (shown, []);
                    continue;
                }

                foreach (var (group, cell) in counts.Of(question))
                {
                    untold[group] = untold.GetValueOrDefault(group) + cell.Since;
                }
            }

            _told[question] = told = Tell(_now, question, last, untold);
        }

        return told;
    }

    private static ToldCells? Tell(
        SurveyCounts counts, string question, ToldCells? last, IReadOnlyDictionary<string, int> untold) =>
        last is null || SurveyRules.WhyTooFew(counts.AnsweredSince) is null
            ? SmallGroups.Tell(
                counts.Of(question).ToDictionary(
                    group => group.Key, group => group.Value with { Untold = untold.GetValueOrDefault(group.Key) }),
                last)
            : null;
}
