using Kinerja.Application;
using Kinerja.Application.Ranking;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Ranking;

/// <summary>One person's line of a ranking, with the proof that it stands there and without anybody else's.</summary>
public sealed class LineProofFunctions(ProveLines prove)
{
    [Function("GetLineProofs")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> ProveAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = "api/v1/agencies/{agency}/runs/{period}/ranking/proofs/{employee}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, revision, person) = (route.Period(), route.Revision(), route.Employee());

        return route.ThenAsync(() => prove.ExecuteAsync(route.Agency, period, revision, person, cancel))
            .AnswerAsync(LineProofsResponse.Of, JsonFormat.Default.LineProofsResponse);
    }
}
