using Kinerja.Application.Json;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Surveys;

public sealed record SurveyQuestionRequest(string? Id, string? Kind, string? Words, IReadOnlyList<string?>? Choices)
{
    private const int MostChoices = 20;

    internal static Result<SurveyQuestion> Read(SurveyQuestionRequest body, string at)
    {
        var fields = new FieldReader(at);
        var id = fields.Take("id", p => SurveyId.Parse(body.Id, p))?.ToString();
        var kind = fields.Enum<QuestionKind>("kind", body.Kind);
        var words = fields.Text("words", body.Words, 500);
        var choices = (body.Choices ?? []).Select((c, i) => fields.Text($"choices/{i}", c, 100)).OfType<string>()
            .ToList();
        if (kind is not null
            && (kind == QuestionKind.Choice ? choices.Count is < 2 or > MostChoices : choices.Count > 0))
        {
            fields.Add("choices", $"A choice names 2 to {MostChoices}, other questions none.");
        }

        if (choices.Distinct().Count() < choices.Count)
        {
            fields.Add("choices", "Each choice once.");
        }

        return fields.Finish(() => new SurveyQuestion(id!, kind!.Value, words!, choices));
    }
}

public sealed record SurveyRequest(
    string? Title,
    string? OpensOn,
    string? LastDay,
    string? Breakdown,
    IReadOnlyList<SurveyQuestionRequest>? Questions,
    IReadOnlyList<string?>? Units,
    IReadOnlyList<string?>? Posts)
{
    private const int MostQuestions = 50;
    private const int MostIds = 500;

    public Result<Survey> Read(SurveyId id)
    {
        var fields = new FieldReader();
        var title = fields.Text("title", Title, 200);
        var opens = fields.Day("opensOn", OpensOn);
        var last = fields.Day("lastDay", LastDay);
        if (last < opens)
        {
            fields.Add("lastDay", "It closes before it opens.");
        }

        var breakdown = fields.OptionalEnum<SurveyBreakdown>("breakdown", Breakdown);
        if (breakdown == SurveyBreakdown.Agency)
        {
            fields.Add("breakdown", "Agencies are counted where the nation asks.");
        }

        var questions = ReadQuestions(fields);
        var units = fields.Ids<UnitId>("units", Units, MostIds, UnitId.Parse);
        var posts = fields.Ids<PostId>("posts", Posts, MostIds, PostId.Parse);
        return fields.Finish(() =>
            new Survey(
                id, title!, opens!.Value, last!.Value, breakdown ?? SurveyBreakdown.None, questions, units, posts));
    }

    private IReadOnlyList<SurveyQuestion> ReadQuestions(FieldReader fields)
    {
        if (Questions is not { Count: > 0 and <= MostQuestions })
        {
            fields.Add("questions", $"1 to {MostQuestions} questions are expected.");
            return [];
        }

        if (!Bulk.Read(Questions, "questions", SurveyQuestionRequest.Read).TryGet(out var questions, out var refusal))
        {
            fields.AddRange(refusal);
            return [];
        }

        if (questions.DistinctBy(q => q.Id).Count() < questions.Count)
        {
            fields.Add("questions", "Each question has an id of its own.");
        }

        return questions;
    }
}

public sealed record SurveyExtensionRequest(string? LastDay, string? Reason)
{
    public Result<(LocalDate LastDay, string Reason)> Read()
    {
        var fields = new FieldReader();
        var last = fields.Day("lastDay", LastDay);
        var reason = fields.Text("reason", Reason, 500);
        return fields.Finish(() => (last!.Value, reason!));
    }
}

public readonly struct SurveyExtensionResponse(SurveyExtension extension)
{
    public LocalDate From => extension.From;
    public LocalDate To => extension.To;
    public string Reason => extension.Reason;
    public Instant At => extension.At;
}

public readonly struct SurveyQuestionResponse(SurveyQuestion question)
{
    public string Id => question.Id;
    public QuestionKind Kind => question.Kind;
    public string Words => question.Words;
    public IReadOnlyList<string>? Choices => question.Choices.Count > 0 ? question.Choices : null;
}

/// <summary>A questionnaire with the last day that holds, and how it came to be.</summary>
public readonly struct QuestionnaireResponse(Survey survey)
{
    public SurveyId Id => survey.Id;
    public string Title => survey.Title;
    public LocalDate OpensOn => survey.OpensOn;
    public LocalDate LastDay => survey.LastDay;
    public SurveyBreakdown Breakdown => survey.Breakdown;
    public IReadOnlyList<SurveyQuestionResponse> Questions =>
        [.. survey.Questions.Select(question => new SurveyQuestionResponse(question))];
    public IReadOnlyList<UnitId> Units => survey.Units;
    public IReadOnlyList<PostId> Posts => survey.Posts;
    public IReadOnlyList<SurveyExtensionResponse> Extensions =>
        [.. survey.Extensions.Select(one => new SurveyExtensionResponse(one))];

    public static QuestionnaireResponse Of(Survey survey) => new(survey);
}
