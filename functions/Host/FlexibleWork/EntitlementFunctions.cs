using Kinerja.Application;
using Kinerja.Application.FlexibleWork;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.FlexibleWork;

/// <summary>Rewards of flexible work: granted, listed, revoked.</summary>
public sealed class EntitlementFunctions(KeepEntitlements entitlements)
{
    [Function("PutEntitlement")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/entitlements")] HttpRequest request,
        string employee,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.EntitlementRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedEmployee.Read(request, employee, Scopes.EntitlementsWrite);
        var claim = asked.Then(_ => body).Then(b => b.Read());
        var granted = claim.TryGet(out var good, out var refusal)
            ? await entitlements.GrantAsync(asked.Value.Agency, asked.Value.Employee, good, cancel)
            : refusal;
        return granted.Answer(EntitlementResponse.Of, JsonFormat.Default.EntitlementResponse);
    }

    [Function("GetEntitlements")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/entitlements")] HttpRequest request,
        string employee,
        CancellationToken cancel)
    {
        var asked = AskedEmployee.Read(request, employee, Scopes.FlexibleRead);
        var found = asked.TryGet(out var good, out var refusal)
            ? await entitlements.ListAsync(good.Agency, good.Employee, cancel)
            : refusal;
        return found.Answer(
            list => new EntitlementListResponse([.. list.Select(EntitlementResponse.Of)]),
            JsonFormat.Default.EntitlementListResponse);
    }

    [Function("PostRevocation")]
    public async Task<IResult> RevokeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/entitlements/revocations")] HttpRequest request,
        string employee,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.RevocationRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedEmployee.Read(request, employee, Scopes.EntitlementsWrite);
        var claim = asked.Then(_ => body).Then(b => b.Read());
        var revoked = claim.TryGet(out var good, out var refusal)
            ? await entitlements.RevokeAsync(asked.Value.Agency, asked.Value.Employee, good, cancel)
            : refusal;
        return revoked.Answer(EntitlementResponse.Of, JsonFormat.Default.EntitlementResponse);
    }
}
