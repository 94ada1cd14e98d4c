using Kinerja.Application;
using Kinerja.Application.Ranking;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Ranking;

/// <summary>Whether a published ranking is final and since when, signed.</summary>
public sealed class SealFunctions(ReadSeal read)
{
    [Function("GetRankingSeal")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}/ranking/seal")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, revision) = (route.Period(), route.Revision());

        return route.ThenAsync(() => read.ExecuteAsync(route.Agency, period, revision, cancel))
            .AnswerAsync(SealResponse.Of, JsonFormat.Default.SealResponse);
    }
}
