using Kinerja.Application.Json;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Surveys;
using NodaTime.Text;

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

public sealed record SurveyResponseResponse(
    string EmployeeId,
    string Level,
    IReadOnlyList<SurveyAnswerRequest> Answers,
    string AnsweredAt)
{
    public static SurveyResponseResponse Of(SurveyResponse response) => new(
        response.EmployeeId.ToString(),
        JsonFormat.Name(response.Level),
        [.. response.Answers.Select(SurveyAnswerRequest.Of)],
        InstantPattern.ExtendedIso.Format(response.AnsweredAt));
}

/// <summary>Null counts: too few answered.</summary>
public sealed record AnswerCountsResponse(string? Group, int Answered, IReadOnlyList<int>? Counts, decimal? MeanStep)
{
    internal static AnswerCountsResponse Of(string? group, QuestionKind kind, AnswerCounts counts) =>
        new(group, counts.Answered, counts.Counts, kind == QuestionKind.Scale ? counts.MeanStep : null);
}

public sealed record QuestionResultResponse(
    string Id,
    string Kind,
    string Question,
    IReadOnlyList<string>? Choices,
    AnswerCountsResponse All,
    IReadOnlyList<AnswerCountsResponse> Groups,
    int GroupsLeftOut,
    IReadOnlyList<string> Words);

public sealed record SurveyResultsResponse(
    string Id,
    string Title,
    string LastDay,
    string Breakdown,
    int Responses,
    int LeastGroupSize,
    IReadOnlyList<QuestionResultResponse> Questions)
{
    public static SurveyResultsResponse Of(SurveyResults results) => new(
        results.Survey.Id.ToString(),
        results.Survey.Title,
        LocalDatePattern.Iso.Format(results.Survey.LastDay),
        JsonFormat.Name(results.Survey.Breakdown),
        results.Responses,
        SmallGroups.LeastSize,
        [.. results.Questions.Select(Of)]);

    private static QuestionResultResponse Of(QuestionResult result) => new(
        result.Question.Id,
        JsonFormat.Name(result.Question.Kind),
        result.Question.Words,
        result.Question.Choices.Count > 0 ? result.Question.Choices : null,
        AnswerCountsResponse.Of(null, result.Question.Kind, result.All),
        [.. result.Groups.OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => AnswerCountsResponse.Of(Group(g.Key), result.Question.Kind, g.Value))],
        result.GroupsLeftOut,
        result.Words);

    /// <summary>Enum names as they are everywhere; a unit's id has no capitals.</summary>
    private static string Group(string key) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(key);
}
