using Kinerja.Application;
using Kinerja.Application.Runs;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Runs;

/// <summary>A final result that its official opens again.</summary>
public sealed class ReopeningFunctions(ReopenRun reopen, ReadRun read)
{
    [Function("PostReopening")]
    [Scope(Scopes.RunsReopen)]
    public Task<IResult> ReopenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/runs/{period}/reopenings")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var period = route.Period();

        return route.BodyAsync(JsonFormat.Default.ReopeningRequest, body => body.Read(), cancel)
            .ThenAsync(act => reopen.ExecuteAsync(route.Actor.For(act.By), period, act, cancel))
            .ThenAsync(run => read.FindAsync(route.Agency, period, run.Revision, cancel))
            .AnswerAsync(RunResponse.Of, JsonFormat.Default.RunResponse);
    }
}
