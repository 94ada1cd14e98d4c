using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Surveys;

/// <summary>Counts are by agency; another breakdown beside it could be subtracted from it.</summary>
public sealed record NationalSurveyRequest(
    string? Title,
    string? OpensOn,
    string? LastDay,
    IReadOnlyList<SurveyQuestionRequest>? Questions,
    IReadOnlyList<string?>? Agencies)
{
    private const int MostAgencies = 1000;

    public Result<Survey> Read(SurveyId id)
    {
        var fields = new FieldReader();
        var asked = new SurveyRequest(Title, OpensOn, LastDay, null, Questions, null, null).Read(id);
        if (!asked.TryGet(out var survey, out var refusal))
        {
            fields.AddRange(refusal);
        }

        var agencies = fields.Ids<AgencyId>("agencies", Agencies, MostAgencies, AgencyId.Parse);
        return fields.Finish(() => survey! with { Breakdown = SurveyBreakdown.Agency, Agencies = agencies });
    }
}

/// <summary>A questionnaire of the nation, as who asks sees it.</summary>
public readonly struct NationalQuestionnaireResponse(Survey survey)
{
    public SurveyId Id => survey.Id;
    public string Title => survey.Title;
    public LocalDate OpensOn => survey.OpensOn;
    public LocalDate LastDay => survey.LastDay;
    public IReadOnlyList<SurveyQuestionResponse> Questions =>
        [.. survey.Questions.Select(question => new SurveyQuestionResponse(question))];
    public IReadOnlyList<AgencyId> Agencies => survey.Agencies;
    public IReadOnlyList<SurveyExtensionResponse> Extensions =>
        [.. survey.Extensions.Select(one => new SurveyExtensionResponse(one))];
    public Instant? CountedAt =>
        survey.IsCounted(survey.ClosingIn(NationalClock.Zone)) ? survey.Counted[^1].At : null;

    public static NationalQuestionnaireResponse Of(Survey survey) => new(survey);
}

public sealed record NationalQuestionnaireListResponse(IReadOnlyList<NationalQuestionnaireResponse> Surveys)
{
    public static NationalQuestionnaireListResponse Of(IReadOnlyList<Survey> surveys) =>
        new([.. surveys.Select(NationalQuestionnaireResponse.Of)]);
}

/// <summary>As the agencies see it that are asked.</summary>
public sealed record QuestionnaireListResponse(IReadOnlyList<QuestionnaireResponse> Surveys)
{
    public static QuestionnaireListResponse Of(IReadOnlyList<Survey> surveys) =>
        new([.. surveys.Select(QuestionnaireResponse.Of)]);
}

/// <summary>How one agency answered one question.</summary>
public readonly struct AgencyAnswersResponse(QuestionResult result)
{
    public string Id => result.Question.Id;
    public int Answered => result.All.Answered;
    public IReadOnlyList<int>? Counts => result.All.Counts;
    public decimal? MeanStep => result.Question.Kind == QuestionKind.Scale ? result.All.MeanStep : null;
}

/// <summary>One agency, with the questions that may be told of it.</summary>
public readonly struct AgencyLineResponse(AgencyLine line)
{
    public AgencyId AgencyId => line.Agency.Id;
    public string Name => line.Agency.Name;
    public int? Responses => line.Responses;
    public IReadOnlyList<AgencyAnswersResponse> Questions =>
        [.. line.Questions.Select(result => new AgencyAnswersResponse(result))];
}

/// <summary>Over all agencies, and by agency.</summary>
public readonly struct NationalSurveyResultsResponse(NationalSurveyResults results)
{
    private readonly SurveyResultsResponse _all = new(results.All);

    public SurveyId Id => _all.Id;
    public string Title => _all.Title;
    public LocalDate LastDay => _all.LastDay;
    public int Responses => _all.Responses;
    public int LeastGroupSize => _all.LeastGroupSize;
    public IReadOnlyList<NationalQuestionResponse> Questions =>
        [.. results.All.Questions.Select(result => new NationalQuestionResponse(result))];
    public IReadOnlyList<AgencyLineResponse> Agencies =>
        [.. results.Agencies.Items.Select(line => new AgencyLineResponse(line))];

    public static NationalSurveyResultsResponse Of(NationalSurveyResults results) => new(results);
}

/// <summary>A question over all agencies.</summary>
public readonly struct NationalQuestionResponse(QuestionResult result)
{
    public string Id => result.Question.Id;
    public QuestionKind Kind => result.Question.Kind;
    public string Question => result.Question.Words;
    public IReadOnlyList<string>? Choices => result.Question.Choices.Count > 0 ? result.Question.Choices : null;
    public AnswerCountsResponse All => new(null, result.Question.Kind, result.All);
    public int AgenciesLeftOut => result.GroupsLeftOut;
}
