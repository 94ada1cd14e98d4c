using Kinerja.Application;
using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Runs;

/// <summary>Runs over HTTP: start one by hand, watch it, read its evaluations and its ranking.</summary>
public sealed class RunFunctions(PlanRuns plan, ReadRun read)
{
    [Function("PostRun")]
    public async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/runs")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.RunRequest, HttpExchange.SmallBodyBytes, cancel);
        var allowed = AskedAgency.Read(request, agency, Scopes.RunsWrite);
        var period = allowed.Then(_ => body.Then(b => b.Read()));
        var started = period.TryGet(out var good, out var refusal)
            ? await plan.StartAsync(allowed.Value, good, cancel)
            : refusal;
        return started.Answer(
            run => RunResponse.Of(new RunProgress(run, 0, 0)),
            JsonFormat.Default.RunResponse,
            _ => StatusCodes.Status202Accepted);
    }

    [Function("GetRun")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}")] HttpRequest request,
        string agency,
        string period,
        CancellationToken cancel)
    {
        var found = AskedRun.Read(request, agency, period).TryGet(out var good, out var refusal)
            ? await read.FindAsync(good.Agency, good.Period, good.Revision, cancel)
            : refusal;
        return found.Answer(RunResponse.Of, JsonFormat.Default.RunResponse);
    }

    [Function("GetEvaluation")]
    public async Task<IResult> ExplainAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}/evaluations/{employee}")] HttpRequest request,
        string agency,
        string period,
        string employee,
        CancellationToken cancel)
    {
        var explained = AskedRun.Read(request, agency, period, employee).TryGet(out var asked, out var refusal)
            ? await read.ExplainAsync(asked.Run.Agency, asked.Run.Period, asked.Run.Revision, asked.Employee, cancel)
            : refusal;
        return explained.Answer(EvaluationResponse.Of, JsonFormat.Default.EvaluationResponse);
    }

    /// <summary>The stored page, byte for byte; the next one is in the Link header.</summary>
    [Function("GetRanking")]
    public Task<IResult> RankingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}/ranking")] HttpRequest request,
        string agency,
        string period,
        CancellationToken cancel) =>
        PagesAsync(request, AskedRun.Read(request, agency, period), (run, n) => read.PageAsync(run.Agency, run.Period, run.Revision, n, cancel));

    [Function("GetLeftOut")]
    public Task<IResult> LeftOutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}/ranking/left-out")] HttpRequest request,
        string agency,
        string period,
        CancellationToken cancel) =>
        PagesAsync(request, AskedRun.Read(request, agency, period), (run, n) => read.LeftOutAsync(run.Agency, run.Period, run.Revision, n, cancel));

    [Function("GetRankingManifest")]
    public async Task<IResult> ManifestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}/ranking/manifest")] HttpRequest request,
        string agency,
        string period,
        CancellationToken cancel) =>
        Answer(AskedRun.Read(request, agency, period).TryGet(out var good, out var refusal)
            ? await read.PageAsync(good.Agency, good.Period, good.Revision, 0, cancel)
            : refusal);

    private static async Task<IResult> PagesAsync(
        HttpRequest request,
        Result<AskedRun> asked,
        Func<AskedRun, int, Task<Result<RankingPage>>> find)
    {
        var cursor = asked.Then(_ => PageCursor.Read(request.Query["cursor"]));
        if (!cursor.TryGet(out var number, out var refusal))
        {
            return HttpExchange.Refuse(refusal);
        }

        var page = await find(asked.Value, number);
        var next = await find(asked.Value, number + 1);
        if (next.Refusal is null)
        {
            request.HttpContext.Response.Headers.Link = $"<{request.Path}?{asked.Value.Query}cursor={PageCursor.Of(number + 1)}>; rel=\"next\"";
        }

        return Answer(page);
    }

    private static IResult Answer(Result<RankingPage> page) =>
        page.TryGet(out var found, out var refusal)
            ? new BytesAnswer(found.Json, "application/json")
            : HttpExchange.Refuse(refusal);
}
