using Kinerja.Application;
using Kinerja.Application.Objections;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Objections;

/// <summary>Who the caller is, and what waits for the person for whom it asks.</summary>
public sealed class MeFunctions(ReadWaiting read)
{
    [Function("GetMe")]
    [Scope(Scopes.InboxRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/me")] HttpRequest request,
        CancellationToken cancel)
    {
        var (route, caller) = (request.Route(), request.Caller());
        // Whom the token names need not be said again.
        var person = caller.Person is { } own && !request.Query.ContainsKey("employeeId")
            ? own
            : route.QueryEmployee("employeeId");

        return route.ThenAsync(() => read.ExecuteAsync(route.Agency, person, cancel))
            .AnswerAsync(
                waiting => MeResponse.Of(caller.Actor, caller.Scopes, person, waiting), JsonFormat.Default.MeResponse);
    }
}
