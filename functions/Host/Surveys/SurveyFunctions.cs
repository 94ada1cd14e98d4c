using Kinerja.Application;
using Kinerja.Application.Surveys;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Surveys;

/// <summary>
/// An agency's own questionnaires: written, listed, extended, answered, and counted when they are over.
/// </summary>
public sealed class SurveyFunctions(
    WriteSurvey write, ReadSurveys read, ExtendSurvey extend, AnswerSurvey answer, CountSurvey count)
{
    private const int PageSize = 100;

    [Function("GetSurveys")]
    [Scope(Scopes.SurveysRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/surveys")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var after = route.AfterKey();

        return route.ThenAsync(() => read.PageAsync(route.Agency, after, PageSize, cancel))
            .AnswerPageAsync(request, QuestionnaireListResponse.Of, JsonFormat.Default.QuestionnaireListResponse);
    }

    /// <summary>To a token that names a person, one's own alone: whether somebody answered is nobody else's.</summary>
    [Function("GetOpenSurveys")]
    [Scope(Scopes.SurveysAnswer)]
    public Task<IResult> OpenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/surveys")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var person = route.Employee();

        return route.ThenAsync(() => route.As(person, _ => read.OpenToAsync(route.Agency, person, cancel)))
            .AnswerAsync(OpenQuestionnaireListResponse.Of, JsonFormat.Default.OpenQuestionnaireListResponse);
    }

    [Function("PutSurvey")]
    [Scope(Scopes.SurveysWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/surveys/{survey}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var survey = route.Survey();

        return route.BodyAsync(JsonFormat.Default.SurveyRequest, body => body.Read(survey), cancel)
            .ThenAsync(asked => write.ExecuteAsync(route.Actor, asked, cancel))
            .AnswerAsync(QuestionnaireResponse.Of, JsonFormat.Default.QuestionnaireResponse);
    }

    [Function("PostSurveyExtension")]
    [Scope(Scopes.SurveysWrite)]
    public Task<IResult> ExtendAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/surveys/{survey}/extensions")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var survey = route.Survey();

        return route.BodyAsync(JsonFormat.Default.SurveyExtensionRequest, body => body.Read(), cancel)
            .ThenAsync(given => extend.ExecuteAsync(route.Actor, survey, given.LastDay, given.Reason, cancel))
            .AnswerAsync(QuestionnaireResponse.Of, JsonFormat.Default.QuestionnaireResponse);
    }

    [Function("PutSurveyResponse")]
    [Scope(Scopes.SurveysAnswer)]
    public Task<IResult> AnswerAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "put",
            Route = "api/v1/agencies/{agency}/surveys/{survey}/responses/{employee}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (survey, person) = (route.Survey(), route.Employee());

        return route.BodyAsync(
                JsonFormat.Default.SurveyResponseRequest, body => body.Read(), cancel, HttpExchange.BulkBodyBytes)
            .ThenAsync(answers => route.As(
                person, actor => answer.ExecuteAsync(actor, survey, person, answers, cancel)))
            .AnswerAsync(SurveyResponseResponse.Of, JsonFormat.Default.SurveyResponseResponse);
    }

    [Function("GetSurveyResults")]
    [Scope(Scopes.SurveysRead)]
    public Task<IResult> ResultsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/surveys/{survey}/results")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var survey = route.Survey();

        return route.ThenAsync(() => count.ExecuteAsync(route.Agency, survey, cancel))
            .AnswerAsync(SurveyResultsResponse.Of, JsonFormat.Default.SurveyResultsResponse);
    }
}
