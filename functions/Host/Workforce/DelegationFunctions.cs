using Kinerja.Application;
using Kinerja.Application.Workforce;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Workforce;

/// <summary>Who acts for a rater; ETag carries the delegation's version.</summary>
public sealed class DelegationFunctions(KeepDelegations keep)
{
    [Function("PutDelegation")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/delegations/{date}")] HttpRequest request,
        string employee,
        string date,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.DelegationRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedEmployee.Read(request, employee, Scopes.RatingsDelegate);
        var match = asked.Then(_ => request.IfMatch());
        var claim = match.Then(_ => AskedDate.Parse(date, "/date")).Then(from => body.Then(b => b.Read(asked.Value.Employee, from)));
        var kept = claim.TryGet(out var good, out var refusal)
            ? await keep.PutAsync(asked.Value.Agency, good, match.Value.Version, cancel)
            : refusal;
        return kept.AnswerVersion(request, d => d.Version, DelegationResponse.Of, JsonFormat.Default.DelegationResponse);
    }

    [Function("GetDelegations")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/delegations")] HttpRequest request,
        string employee,
        CancellationToken cancel)
    {
        var found = AskedEmployee.Read(request, employee, Scopes.RatingsRead).TryGet(out var good, out var refusal)
            ? await keep.ListAsync(good.Agency, good.Employee, cancel)
            : refusal;
        return found.Answer(DelegationListResponse.Of, JsonFormat.Default.DelegationListResponse);
    }
}
