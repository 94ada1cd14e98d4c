using Kinerja.Application;
using Kinerja.Application.FlexibleWork;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.FlexibleWork;

/// <summary>Rewards of flexible work: granted, listed, revoked.</summary>
public sealed class EntitlementFunctions(ReadEntitlements read, GrantEntitlement grant, RevokeEntitlement revoke)
{
    [Function("PutEntitlement")]
    [Scope(Scopes.EntitlementsWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/entitlements")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var person = route.Employee();

        return route.BodyAsync(JsonFormat.Default.EntitlementRequest, body => body.Read(), cancel)
            .ThenAsync(claim => grant.ExecuteAsync(route.Actor, person, claim, cancel))
            .AnswerAsync(EntitlementResponse.Of, JsonFormat.Default.EntitlementResponse);
    }

    [Function("GetEntitlements")]
    [Scope(Scopes.FlexibleRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/entitlements")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var person = route.Employee();

        return route.ThenAsync(() => read.ListAsync(route.Agency, person, cancel))
            .AnswerAsync(
                list => new EntitlementListResponse([.. list.Select(EntitlementResponse.Of)]),
                JsonFormat.Default.EntitlementListResponse);
    }

    [Function("PostRevocation")]
    [Scope(Scopes.EntitlementsWrite)]
    public Task<IResult> RevokeAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/entitlements/revocations")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var person = route.Employee();

        return route.BodyAsync(JsonFormat.Default.RevocationRequest, body => body.Read(), cancel)
            .ThenAsync(claim => revoke.ExecuteAsync(route.Actor, person, claim, cancel))
            .AnswerAsync(EntitlementResponse.Of, JsonFormat.Default.EntitlementResponse);
    }
}
