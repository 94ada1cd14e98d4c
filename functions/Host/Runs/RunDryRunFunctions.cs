using Kinerja.Application;
using Kinerja.Application.Runs;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Runs;

/// <summary>A past run done again, and tried under other policies; neither stores anything.</summary>
public sealed class RunDryRunFunctions(RepeatRun repeat, DryRunRun policies)
{
    [Function("PostRerun")]
    public async Task<IResult> RepeatAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/runs/{period}/rerun")] HttpRequest request,
        string agency,
        string period,
        CancellationToken cancel)
    {
        var repeated = AskedRun.Read(request, agency, period).TryGet(out var good, out var refusal)
            ? await repeat.ExecuteAsync(good.Agency, good.Period, good.Revision, cancel)
            : refusal;
        return repeated.Answer(RerunResponse.Of, JsonFormat.Default.RerunResponse);
    }

    [Function("PostWhatIf")]
    public async Task<IResult> TryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/runs/{period}/what-if")] HttpRequest request,
        string agency,
        string period,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.WhatIfRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedRun.Read(request, agency, period).Then(run => PageCursor.Read(request.Query["cursor"])
            .Then(page => body.Then(b => b.Read()).Then<(AskedRun Run, int Page, RunQuestion Question)>(q => (run, page, q))));
        var tried = asked.TryGet(out var good, out var refusal)
            ? await policies.ExecuteAsync(good.Run.Agency, good.Run.Period, good.Run.Revision, good.Question, cancel)
            : refusal;
        return tried.Answer(
            trial => WhatIfResponse.Of(trial, good.Page - 1, WhatIfResponse.HasPage(trial, good.Page) ? PageCursor.Of(good.Page + 1) : null),
            JsonFormat.Default.WhatIfResponse);
    }
}
