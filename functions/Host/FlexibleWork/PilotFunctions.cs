using Kinerja.Application;
using Kinerja.Application.FlexibleWork;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.FlexibleWork;

/// <summary>The agencies of the trial of PP 30/2019, which are shipped with the code.</summary>
public sealed class PilotFunctions
{
    [Function("GetPilots")]
    [Scope(Scopes.PoliciesRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/national/pilots")] HttpRequest request)
    {
        var route = request.Route();

        return route.ThenAsync(() => Task.FromResult<Result<PilotListResponse>>(PilotListResponse.Shipped))
            .AnswerAsync(pilots => pilots, JsonFormat.Default.PilotListResponse);
    }
}
