using System.Text.Json;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;

namespace Kinerja.Application.Surveys;

/// <summary>A questionnaire as it stands in its row; the last day that holds follows from the extensions.</summary>
internal sealed record StoredSurvey(
    string Id,
    string Title,
    string OpensOn,
    string FirstLastDay,
    IReadOnlyList<StoredQuestion> Questions,
    string? Breakdown = null,
    IReadOnlyList<string>? Units = null,
    IReadOnlyList<string>? Posts = null,
    IReadOnlyList<StoredExtension>? Extensions = null,
    StoredActor? Actor = null,
    IReadOnlyList<string>? Agencies = null,
    IReadOnlyList<StoredCounted>? Counted = null)
{
    internal static byte[] Write(Survey survey) => JsonSerializer.SerializeToUtf8Bytes(
        new(
            survey.Id.ToString(),
            survey.Title,
            StoredValues.Text(survey.OpensOn),
            StoredValues.Text(survey.FirstLastDay),
            [.. survey.Questions.Select(StoredQuestion.Of)],
            JsonFormat.Name(survey.Breakdown),
            [.. survey.Units.Select(u => u.ToString())],
            [.. survey.Posts.Select(p => p.ToString())],
            [.. survey.Extensions.Select(StoredExtension.Of)],
            StoredActor.Of(survey.Actor),
            survey.Agencies.Count > 0 ? [.. survey.Agencies.Select(a => a.ToString())] : null,
            survey.Counted.Count > 0 ? [.. survey.Counted.Select(StoredCounted.Of)] : null),
        StoredJson.Default.StoredSurvey);

    internal static Survey Read(byte[] json)
    {
        var stored = JsonSerializer.Deserialize(json, StoredJson.Default.StoredSurvey)!;
        return new Survey(
            SurveyId.Parse(stored.Id).Value,
            stored.Title,
            StoredValues.Day(stored.OpensOn),
            StoredValues.Day(stored.FirstLastDay),
            StoredValues.EnumOrNull<SurveyBreakdown>(stored.Breakdown) ?? SurveyBreakdown.None,
            [.. stored.Questions.Select(q => q.Read())],
            [.. (stored.Units ?? []).Select(id => UnitId.Parse(id).Value)],
            [.. (stored.Posts ?? []).Select(id => PostId.Parse(id).Value)])
        {
            Extensions = [.. (stored.Extensions ?? []).Select(e => e.Read())],
            Agencies = [.. (stored.Agencies ?? []).Select(id => AgencyId.Parse(id).Value)],
            Counted = [.. (stored.Counted ?? []).Select(c => c.Read())],
            Actor = stored.Actor?.Read(),
        };
    }
}

internal sealed record StoredQuestion(string Id, string Kind, string Words, IReadOnlyList<string>? Choices = null)
{
    internal static StoredQuestion Of(SurveyQuestion question) =>
        new(question.Id, JsonFormat.Name(question.Kind), question.Words, question.Choices);

    internal SurveyQuestion Read() => new(Id, StoredValues.Enum<QuestionKind>(Kind), Words, Choices ?? []);
}

internal sealed record StoredExtension(string From, string To, string Reason, string At, StoredActor? Actor = null)
{
    internal static StoredExtension Of(SurveyExtension extension) => new(
        StoredValues.Text(extension.From),
        StoredValues.Text(extension.To),
        extension.Reason,
        StoredValues.Text(extension.At),
        StoredActor.Of(extension.Actor));

    internal SurveyExtension Read() => new(StoredValues.Day(From), StoredValues.Day(To), Reason, StoredValues.At(At))
    {
        Actor = Actor?.Read(),
    };
}

internal sealed record StoredCounted(int Closing, string At)
{
    internal static StoredCounted Of(SurveyCounted counted) => new(counted.Closing, StoredValues.Text(counted.At));

    internal SurveyCounted Read() => new(Closing, StoredValues.At(At));
}

/// <summary>One answer of one person.</summary>
internal sealed record StoredAnswer(string Question, int? Step = null, string? Choice = null, string? Words = null)
{
    internal static byte[] Write(IEnumerable<SurveyAnswer> answers) => JsonSerializer.SerializeToUtf8Bytes(
        [.. answers.Select(a => new StoredAnswer(a.QuestionId, a.Step, a.Choice, a.Words))],
            StoredJson.Default.StoredAnswerArray);

    internal static IReadOnlyList<SurveyAnswer> Read(byte[] json) =>
    [
        .. JsonSerializer.Deserialize(json, StoredJson.Default.StoredAnswerArray)!
            .Select(a => new SurveyAnswer(a.Question, a.Step, a.Choice, a.Words)),
    ];
}
