using Azure.Storage.Queues.Models;
using Kinerja.Application;
using Kinerja.Application.Events;
using Kinerja.Application.Queues;
using Kinerja.Application.Surveys;
using Kinerja.Host.Http;
using Kinerja.Host.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Surveys;

/// <summary>
/// Questionnaires over all agencies as the national operator has them, and the clockwork that counts them.
/// </summary>
public sealed class NationalSurveyFunctions(
    WriteSurvey write, ExtendSurvey extend, ReadNationalSurveys read, PlanSurveyCounts plan, CountAgency count,
    TimeProvider clock, ILogger<NationalSurveyFunctions> log)
{
    private const int PageSize = 100;

    [Function("PutNationalSurvey")]
    [Scope(Scopes.NationalWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/national/surveys/{survey}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var survey = route.Survey();

        return route.BodyAsync(JsonFormat.Default.NationalSurveyRequest, body => body.Read(survey), cancel)
            .ThenAsync(asked => write.ExecuteNationalAsync(route.Actor, asked, cancel))
            .AnswerAsync(NationalQuestionnaireResponse.Of, JsonFormat.Default.NationalQuestionnaireResponse);
    }

    [Function("PostNationalSurveyExtension")]
    [Scope(Scopes.NationalWrite)]
    public Task<IResult> ExtendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/national/surveys/{survey}/extensions")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var survey = route.Survey();

        return route.BodyAsync(JsonFormat.Default.SurveyExtensionRequest, body => body.Read(), cancel)
            .ThenAsync(given => extend.ExecuteNationalAsync(route.Actor, survey, given.LastDay, given.Reason, cancel))
            .AnswerAsync(NationalQuestionnaireResponse.Of, JsonFormat.Default.NationalQuestionnaireResponse);
    }

    [Function("GetNationalSurveys")]
    [Scope(Scopes.NationalRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/national/surveys")] HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var after = route.AfterKey();

        return route.ThenAsync(() => read.PageAsync(after, PageSize, cancel).AsResultAsync())
            .AnswerPageAsync(
                request,
                NationalQuestionnaireListResponse.Of,
                JsonFormat.Default.NationalQuestionnaireListResponse);
    }

    [Function("GetNationalSurveyResults")]
    [Scope(Scopes.NationalRead)]
    public Task<IResult> ResultsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/national/surveys/{survey}/results")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (survey, after) = (route.Survey(), route.AfterKey());

        return route.ThenAsync(() => read.ResultsAsync(survey, after, PageSize, cancel))
            .AnswerAsync(
                results =>
                {
                    request.LinkNext(results.Agencies.Next is { } next ? $"cursor={next}" : null);
                    return NationalSurveyResultsResponse.Of(results);
                },
                JsonFormat.Default.NationalSurveyResultsResponse);
    }

    /// <summary>Every quarter of an hour in UTC; whether one is over is decided by the country's clocks.</summary>
    [Function("SurveyTimer")]
    [FixedDelayRetry(3, "00:00:30")]
    public async Task PlanAsync([TimerTrigger("0 10/15 * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var queued = await plan.ExecuteAsync(cancel);
        log.LogInformation("{Agencies} agencies queued to be counted, past due: {PastDue}", queued, timer.IsPastDue);
    }

    [Function("CountAgency")]
    public async Task CountAsync(
        [QueueTrigger(EntityNames.SurveysQueue, Connection = SettingNames.Queues)] QueueMessage message,
        CancellationToken cancel)
    {
        var received = SurveyMessages.Read(message.Body);
        using var activity = TakenMessage.Begin(EntityNames.SurveysQueue, message, received.Traceparent, clock);
        await count.ExecuteAsync(received.Step, cancel);
    }
}
