using Kinerja.Application;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Presence.CheckIns;

/// <summary>Which proofs of presence a person was asked for.</summary>
public sealed class SpotCheckFunctions(ReadSpotChecks spotChecks)
{
    [Function("GetSpotChecks")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/spot-checks")] HttpRequest request,
        string employee,
        CancellationToken cancel)
    {
        var asked = AskedEmployee.Read(request, employee, Scopes.PresenceRead);
        var date = asked.Then(_ => AskedDate.Parse(request.Query["date"], "/date"));
        var found = date.TryGet(out var good, out var refusal)
            ? await spotChecks.ExecuteAsync(asked.Value.Agency, asked.Value.Employee, good, cancel)
            : refusal;
        return found.Answer(
            list => new SpotCheckListResponse([.. list.Select(SpotCheckResponse.Of)]), JsonFormat.Default.SpotCheckListResponse);
    }
}
