using Kinerja.Application;
using Kinerja.Application.Policies;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Host.Policies;

/// <summary>An agency's policies as documents with a first day; ETag carries the version.</summary>
public sealed class PolicyFunctions(KeepPolicies policies)
{
    [Function("PutPolicy")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/policies/{kind}/{from}")] HttpRequest request,
        string agency,
        string kind,
        string from,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.JsonElement, HttpExchange.BulkBodyBytes, cancel);
        var asked = Asked.Read(request, agency, kind, from, Scopes.PoliciesWrite);
        var refusal = asked.Refusal ?? body.Refusal;
        return refusal is null
            ? Answer(request, await PutAsync(asked.Value, body.Value, cancel))
            : HttpExchange.Refuse(refusal);
    }

    [Function("GetPolicy")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/policies/{kind}/{from}")] HttpRequest request,
        string agency,
        string kind,
        string from,
        CancellationToken cancel)
    {
        var asked = Asked.Read(request, agency, kind, from, Scopes.PoliciesRead);
        return Answer(request, asked.TryGet(out var good, out var refusal)
            ? await policies.FindAsync(good.Agency, good.Kind, good.From, good.Version, cancel)
            : refusal);
    }

    [Function("GetPolicies")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/policies/{kind}")] HttpRequest request,
        string agency,
        string kind,
        CancellationToken cancel)
    {
        var asked = AskedAgency.Read(request, agency, Scopes.PoliciesRead)
            .Then(a => PolicyKinds.Find(kind).Then<(AgencyId Agency, PolicyKind Kind)>(k => (a, k)));
        var found = asked.TryGet(out var good, out var refusal)
            ? await policies.ListAsync(good.Agency, good.Kind, cancel)
            : refusal;
        return found.Answer(list => PolicyListResponse.Of(kind, list), JsonFormat.Default.PolicyListResponse);
    }

    private Task<Result<PolicyDocument>> PutAsync(Asked asked, System.Text.Json.JsonElement body, CancellationToken cancel) =>
        policies.PutAsync(asked.Agency, asked.Kind, asked.From, asked.Expected, body, cancel);

    private static IResult Answer(HttpRequest request, Result<PolicyDocument> result) =>
        result.AnswerVersion(request, d => d.Version, PolicyResponse.Of, JsonFormat.Default.PolicyResponse);

    private sealed record Asked(AgencyId Agency, PolicyKind Kind, LocalDate From, int? Version, int? Expected)
    {
        internal static Result<Asked> Read(HttpRequest request, string agency, string kind, string from, string scope) =>
            AskedAgency.Read(request, agency, scope)
                .Then(a => PolicyKinds.Find(kind)
                    .Then(k => Day(from)
                        .Then(date => AskedVersion.Parse(request.Query["version"])
                            .Then(version => request.IfMatch()
                                .Then<Asked>(match => new Asked(a, k, date, version.Version, match.Version))))));

        private static Result<LocalDate> Day(string text) =>
            LocalDatePattern.Iso.Parse(text) is { Success: true, Value.Year: >= 2000 and <= 2999 } parsed
                ? parsed.Value
                : Refusal.Malformed("/from", "A date from 2000 to 2999 is expected, such as 2026-01-05.");
    }
}
