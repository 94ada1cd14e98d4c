using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Surveys;

/// <summary>A questionnaire as whoever answers it sees it. Earlier answers do not stand in it.</summary>
public readonly struct OpenQuestionnaireResponse(OpenSurvey open)
{
    public SurveyId Id => open.Survey.Id;
    public bool National => open.IsNational;
    public string Title => open.Survey.Title;
    public LocalDate OpensOn => open.Survey.OpensOn;
    public LocalDate LastDay => open.Survey.LastDay;
    public SurveyBreakdown Breakdown => open.Survey.Breakdown;
    public int LeastGroupSize => SmallGroups.LeastSize;
    public IReadOnlyList<SurveyQuestionResponse> Questions =>
        [.. open.Survey.Questions.Select(question => new SurveyQuestionResponse(question))];
    public Instant? AnsweredAt => open.AnsweredAt;
}

public sealed record OpenQuestionnaireListResponse(IReadOnlyList<OpenQuestionnaireResponse> Surveys)
{
    public static OpenQuestionnaireListResponse Of(IReadOnlyList<OpenSurvey> open) =>
        new([.. open.Select(one => new OpenQuestionnaireResponse(one))]);
}
