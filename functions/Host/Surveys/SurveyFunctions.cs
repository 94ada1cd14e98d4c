using Kinerja.Application;
using Kinerja.Application.Surveys;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Surveys;

/// <summary>Questionnaires: written, extended, answered, and counted when they are over.</summary>
public sealed class SurveyFunctions(KeepSurveys surveys)
{
    [Function("PutSurvey")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/surveys/{survey}")] HttpRequest request,
        string agency,
        string survey,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.SurveyRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = Asked.Read(request, agency, survey, Scopes.SurveysWrite);
        var read = asked.Then(a => body.Then(b => b.Read(a.Survey)));
        var stored = read.TryGet(out var good, out var refusal) ? await surveys.PutAsync(asked.Value.Agency, good, cancel) : refusal;
        return stored.Answer(StoredSurvey.Of, JsonFormat.Default.StoredSurvey);
    }

    [Function("PostSurveyExtension")]
    public async Task<IResult> ExtendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/surveys/{survey}/extensions")] HttpRequest request,
        string agency,
        string survey,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.SurveyExtensionRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = Asked.Read(request, agency, survey, Scopes.SurveysWrite);
        var read = asked.Then(_ => body).Then(b => b.Read());
        var extended = read.TryGet(out var good, out var refusal)
            ? await surveys.ExtendAsync(asked.Value.Agency, asked.Value.Survey, good.LastDay, good.Reason, cancel)
            : refusal;
        return extended.Answer(StoredSurvey.Of, JsonFormat.Default.StoredSurvey);
    }

    [Function("PutSurveyResponse")]
    public async Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/surveys/{survey}/responses/{employee}")] HttpRequest request,
        string agency,
        string survey,
        string employee,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.SurveyResponseRequest, HttpExchange.BulkBodyBytes, cancel);
        var asked = Asked.Read(request, agency, survey, Scopes.SurveysAnswer);
        var person = asked.Then(_ => EmployeeId.Parse(employee));
        var claim = person.Then(_ => body).Then(b => b.Read());
        var answered = claim.TryGet(out var good, out var refusal)
            ? await surveys.AnswerAsync(asked.Value.Agency, asked.Value.Survey, person.Value, good, cancel)
            : refusal;
        return answered.Answer(SurveyResponseResponse.Of, JsonFormat.Default.SurveyResponseResponse);
    }

    [Function("GetSurveyResults")]
    public async Task<IResult> ResultsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/surveys/{survey}/results")] HttpRequest request,
        string agency,
        string survey,
        CancellationToken cancel)
    {
        var asked = Asked.Read(request, agency, survey, Scopes.SurveysRead);
        var found = asked.TryGet(out var good, out var refusal)
            ? await surveys.ResultsAsync(good.Agency, good.Survey, cancel)
            : refusal;
        return found.Answer(SurveyResultsResponse.Of, JsonFormat.Default.SurveyResultsResponse);
    }

    private readonly record struct Asked(AgencyId Agency, SurveyId Survey)
    {
        internal static Result<Asked> Read(HttpRequest request, string agency, string survey, string scope) =>
            AskedAgency.Read(request, agency, scope)
                .Then(id => SurveyId.Parse(survey).Then<Asked>(s => new Asked(id, s)));
    }
}
