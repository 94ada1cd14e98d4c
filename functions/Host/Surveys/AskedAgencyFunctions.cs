using Kinerja.Application;
using Kinerja.Application.Surveys;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Surveys;

/// <summary>Questionnaires over all agencies as an agency has them that is asked.</summary>
public sealed class AskedAgencyFunctions(AnswerSurvey answer, ReadNationalSurveys read)
{
    private const int PageSize = 100;

    [Function("GetAgencyNationalSurveys")]
    [Scope(Scopes.SurveysAnswer)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/national-surveys")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var after = route.AfterKey();

        return route.ThenAsync(() => read.PageOfAsync(route.Agency, after, PageSize, cancel))
            .AnswerPageAsync(request, QuestionnaireListResponse.Of, JsonFormat.Default.QuestionnaireListResponse);
    }

    [Function("PutNationalSurveyResponse")]
    [Scope(Scopes.SurveysAnswer)]
    public Task<IResult> AnswerAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "put",
            Route = "api/v1/agencies/{agency}/national-surveys/{survey}/responses/{employee}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (survey, person) = (route.Survey(), route.Employee());

        return route.BodyAsync(
                JsonFormat.Default.SurveyResponseRequest, body => body.Read(), cancel, HttpExchange.BulkBodyBytes)
            .ThenAsync(answers => route.As(
                person, actor => answer.ExecuteNationalAsync(actor, survey, person, answers, cancel)))
            .AnswerAsync(SurveyResponseResponse.Of, JsonFormat.Default.SurveyResponseResponse);
    }

    [Function("GetAgencyNationalSurveyResults")]
    [Scope(Scopes.SurveysRead)]
    public Task<IResult> ResultsAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/national-surveys/{survey}/results")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var survey = route.Survey();

        return route.ThenAsync(() => read.ResultsOfAsync(route.Agency, survey, cancel))
            .AnswerAsync(SurveyResultsResponse.Of, JsonFormat.Default.SurveyResultsResponse);
    }
}
