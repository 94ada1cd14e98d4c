using Kinerja.Application;
using Kinerja.Application.Ranking;
using Kinerja.Host.Http;
using Kinerja.Host.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Ranking;

/// <summary>One person's line of a ranking, with the proof that it stands there and without anybody else's.</summary>
public sealed class LineProofFunctions(ProveLines prove)
{
    [Function("GetLineProofs")]
    public async Task<IResult> ProveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}/ranking/proofs/{employee}")] HttpRequest request,
        string agency,
        string period,
        string employee,
        CancellationToken cancel)
    {
        var proven = AskedRun.Read(request, agency, period, employee).TryGet(out var asked, out var refusal)
            ? await prove.ExecuteAsync(asked.Run.Agency, asked.Run.Period, asked.Run.Revision, asked.Employee, cancel)
            : refusal;
        return proven.Answer(LineProofsResponse.Of, JsonFormat.Default.LineProofsResponse);
    }
}
