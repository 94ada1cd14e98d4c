using Kinerja.Application;
using Kinerja.Application.Policies;
using Kinerja.Application.Runs;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Runs;

/// <summary>A past run done again, and tried under other policies; neither stores anything.</summary>
public sealed class RunDryRunFunctions(RepeatRun repeat, DryRunRun policies, ShippedPolicies shipped)
{
    [Function("PostRerun")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> RepeatAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/runs/{period}/rerun")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, revision) = (route.Period(), route.Revision());

        return route.ThenAsync(() => repeat.ExecuteAsync(route.Agency, period, revision, cancel))
            .AnswerAsync(RerunResponse.Of, JsonFormat.Default.RerunResponse);
    }

    [Function("PostWhatIf")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> TryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/runs/{period}/what-if")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, revision, page) = (route.Period(), route.Revision(), route.Page());

        return route
            .BodyAsync(JsonFormat.Default.WhatIfRequest, body => body.Read(period.LastDay, shipped), cancel)
            .ThenAsync(question => policies.ExecuteAsync(route.Agency, period, revision, question, cancel))
            .AnswerAsync(
                trial => WhatIfResponse.Of(
                    trial, page - 1, WhatIfResponse.HasPage(trial, page) ? PageCursor.Of(page + 1) : null),
                JsonFormat.Default.WhatIfResponse);
    }
}
