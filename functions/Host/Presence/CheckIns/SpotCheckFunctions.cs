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
    [Scope(Scopes.PresenceRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/spot-checks")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, date) = (route.Employee(), route.Query("date", RouteText.Date));

        return route.ThenAsync(() => spotChecks.ExecuteAsync(route.Agency, person, date, cancel))
            .AnswerAsync(
                list => new SpotCheckListResponse([.. list.Select(SpotCheckResponse.Of)]),
                JsonFormat.Default.SpotCheckListResponse);
    }
}
