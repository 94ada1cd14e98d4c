using Kinerja.Application;
using Kinerja.Application.Policies;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Policies;

/// <summary>Dry runs of policies on past months, which store nothing.</summary>
public sealed class PolicyDryRunFunctions(DryRunPolicy policies)
{
    [Function("TestPolicy")]
    public async Task<IResult> TestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/policies/{kind}/test")] HttpRequest request,
        string agency,
        string kind,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.PolicyDryRunRequest, HttpExchange.BulkBodyBytes, cancel);
        // It tells of people's days: the right to read policies is not enough.
        var asked = AgencyId.Parse(agency).Then(a => request.Caller().May(Scopes.PoliciesWrite, a, a))
            .Then(a => PolicyKinds.Find(kind).Then(k => PageCursor.Read(request.Query["cursor"]).Then(page => body.Then(b => b.Read())
                .Then<(AgencyId Agency, PolicyKind Kind, int Page, PolicyQuestion Question)>(q => (a, k, page, q)))));
        var tried = asked.TryGet(out var good, out var refusal)
            ? await policies.ExecuteAsync(good.Agency, good.Kind, good.Question, good.Page - 1, cancel)
            : refusal;
        return tried.Answer(page => PolicyDryRunResponse.Of(
            good.Kind, good.Question, page, page.Next is { } next ? PageCursor.Of(next + 1) : null), JsonFormat.Default.PolicyDryRunResponse);
    }
}
