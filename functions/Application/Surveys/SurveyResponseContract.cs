using Kinerja.Application.Json;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Surveys;

public sealed record SurveyAnswerRequest(string? Question, int? Step, string? Choice, string? Words)
{
    internal static SurveyAnswerRequest Of(SurveyAnswer answer) =>
        new(answer.QuestionId, answer.Step, answer.Choice, answer.Words);

    internal static Result<SurveyAnswer> Read(SurveyAnswerRequest body, string at)
    {
        var fields = new FieldReader(at);
        var question = fields.Text("question", body.Question, 48);
        var choice = fields.OptionalText("choice", body.Choice, 100);
        var words = fields.OptionalText("words", body.Words, 2000);
        return fields.Finish(() => new SurveyAnswer(question!, body.Step, choice, words));
    }
}

public sealed record SurveyResponseRequest(string? Level, IReadOnlyList<SurveyAnswerRequest>? Answers)
{
    public Result<SurveyResponseCommand> Read()
    {
        var fields = new FieldReader();
        var level = fields.Enum<GovernmentLevel>("level", Level);
        if (!Bulk.Read(Answers, "answers", SurveyAnswerRequest.Read).TryGet(out var answers, out var refusal))
        {
            fields.AddRange(refusal);
        }

        return fields.Finish(() => new SurveyResponseCommand(level!.Value, answers!));
    }
}

public readonly struct SurveyResponseResponse(SurveyResponse response)
{
    public EmployeeId EmployeeId => response.EmployeeId;
    public GovernmentLevel Level => response.Level;
    public IReadOnlyList<SurveyAnswerRequest> Answers => [.. response.Answers.Select(SurveyAnswerRequest.Of)];
    public Instant AnsweredAt => response.AnsweredAt;

    public static SurveyResponseResponse Of(SurveyResponse response) => new(response);
}

/// <summary>Null counts: too few answered.</summary>
public readonly struct AnswerCountsResponse(string? group, QuestionKind kind, AnswerCounts counts)
{
    public string? Group => group;
    public int Answered => counts.Answered;
    public IReadOnlyList<int>? Counts => counts.Counts;
    public decimal? MeanStep => kind == QuestionKind.Scale ? counts.MeanStep : null;
}

public sealed record QuestionResultResponse(
    string Id,
    QuestionKind Kind,
    string Question,
    IReadOnlyList<string>? Choices,
    AnswerCountsResponse All,
    IReadOnlyList<AnswerCountsResponse> Groups,
    int GroupsLeftOut,
    IReadOnlyList<string> Words);

public readonly struct SurveyResultsResponse(SurveyResults results)
{
    public SurveyId Id => results.Survey.Id;
    public string Title => results.Survey.Title;
    public LocalDate LastDay => results.Survey.LastDay;
    public SurveyBreakdown Breakdown => results.Survey.Breakdown;
    public int Responses => results.Responses;
    public int LeastGroupSize => SmallGroups.LeastSize;
    public IReadOnlyList<QuestionResultResponse> Questions => [.. results.Questions.Select(Of)];

    public static SurveyResultsResponse Of(SurveyResults results) => new(results);

    private static QuestionResultResponse Of(QuestionResult result) => new(
        result.Question.Id,
        result.Question.Kind,
        result.Question.Words,
        result.Question.Choices.Count > 0 ? result.Question.Choices : null,
        new AnswerCountsResponse(null, result.Question.Kind, result.All),
        [.. result.Groups.OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new AnswerCountsResponse(Group(g.Key), result.Question.Kind, g.Value))],
        result.GroupsLeftOut,
        result.Words);

    /// <summary>Enum names as they are everywhere; a unit's id has no capitals.</summary>
    private static string Group(string key) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(key);
}
