using System.Globalization;
using Kinerja.Application;
using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Runs;

/// <summary>Runs over HTTP: start one by hand, watch it, read its evaluations and its ranking.</summary>
public sealed class RunFunctions(PlanRuns plan, ReadRun read)
{
    private const int PageSize = 50;

    [Function("PostRun")]
    [Scope(Scopes.RunsWrite)]
    public Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/runs")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route.BodyAsync(JsonFormat.Default.RunRequest, body => body.Read(), cancel)
            .ThenAsync(period => plan.StartAsync(route.Actor, period, cancel))
            .AnswerAsync(
                run => RunResponse.Of(new RunProgress(run, 0, 0)),
                JsonFormat.Default.RunResponse,
                _ => StatusCodes.Status202Accepted);
    }

    /// <summary>Fifty a page, the one planned last first.</summary>
    [Function("GetRuns")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var after = route.AfterKey();

        return route.ThenAsync(() => read.ListAsync(route.Agency, after, PageSize, cancel))
            .AnswerPageAsync(
                request,
                items => new RunListResponse([.. items.Select(ListedRunResponse.Of)]),
                JsonFormat.Default.RunListResponse);
    }

    [Function("GetRun")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, revision) = (route.Period(), route.Revision());

        return route.ThenAsync(() => read.FindAsync(route.Agency, period, revision, cancel))
            .AnswerAsync(RunResponse.Of, JsonFormat.Default.RunResponse);
    }

    [Function("GetEvaluation")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> ExplainAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = "api/v1/agencies/{agency}/runs/{period}/evaluations/{employee}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, revision, person) = (route.Period(), route.Revision(), route.Employee());

        return route.ThenAsync(() => read.ExplainAsync(route.Agency, period, revision, person, cancel))
            .AnswerExplainedAsync(request, EvaluationResponse.Of, JsonFormat.Default.EvaluationResponse);
    }

    /// <summary>The stored page, byte for byte; the next one is in the Link header.</summary>
    [Function("GetRanking")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> RankingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}/ranking")]
        HttpRequest request,
        CancellationToken cancel) =>
        PagesAsync(request, (agency, period, revision, n) => read.PageAsync(agency, period, revision, n, cancel));

    [Function("GetLeftOut")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> LeftOutAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}/ranking/left-out")]
        HttpRequest request,
        CancellationToken cancel) =>
        PagesAsync(request, (agency, period, revision, n) => read.LeftOutAsync(agency, period, revision, n, cancel));

    [Function("GetRankingManifest")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> ManifestAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}/ranking/manifest")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, revision) = (route.Period(), route.Revision());

        return route.ThenAsync(() => read.PageAsync(route.Agency, period, revision, 0, cancel))
            .AnswerAsync(page => new BytesAnswer(page.Json, "application/json"));
    }

    private static async Task<IResult> PagesAsync(
        HttpRequest request,
        Func<AgencyId, AppraisalPeriod, int?, int, Task<Result<RankingPage>>> find)
    {
        var route = request.Route();
        var (period, revision, number) = (route.Period(), route.Revision(), route.Page());
        var page = await route.ThenAsync(() => find(route.Agency, period, revision, number));
        var next = await route.ThenAsync(() => find(route.Agency, period, revision, number + 1));
        if (next.Refusal is null)
        {
            var same = revision is { } given ? string.Create(CultureInfo.InvariantCulture, $"revision={given}&") : "";
            request.LinkNext($"{same}cursor={PageCursor.Of(number + 1)}");
        }

        return await Task.FromResult(page).AnswerAsync(found => new BytesAnswer(found.Json, "application/json"));
    }
}
