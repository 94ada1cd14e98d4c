using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Presence.Attendance;

/// <summary>Windows of outage; ETag carries the version.</summary>
public sealed class OutageFunctions(KeepOutages keep)
{
    [Function("PutOutage")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/outages/{id}")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.OutageRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = Asked.Read(request, agency, id);
        var window = asked.Then(a => body.Then(b => b.Read(a.Id)));
        var saved = window.TryGet(out var good, out var refusal)
            ? await keep.PutAsync(asked.Value.Agency, good, asked.Value.Version, cancel)
            : refusal;
        return Answer(request, saved);
    }

    /// <summary>Withdraws a window; it stays in the list, and nobody is forgiven by it any more.</summary>
    [Function("DeleteOutage")]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/v1/agencies/{agency}/outages/{id}")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel) =>
        Answer(request, Asked.Read(request, agency, id).TryGet(out var good, out var refusal)
            ? await keep.WithdrawAsync(good.Agency, good.Id, good.Version, cancel)
            : refusal);

    [Function("GetOutages")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/outages")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var asked = AskedAgency.Read(request, agency, Scopes.OutagesRead);
        var found = asked.TryGet(out var good, out var refusal) ? await keep.ListAsync(good, cancel) : refusal;
        return found.Answer(
            notices => new OutageListResponse([.. notices.Select(OutageResponse.Of)]), JsonFormat.Default.OutageListResponse);
    }

    private static IResult Answer(HttpRequest request, Result<OutageNotice> result) =>
        result.AnswerVersion(request, n => n.Version, OutageResponse.Of, JsonFormat.Default.OutageResponse);

    private readonly record struct Asked(AgencyId Agency, ClientId Id, int? Version)
    {
        internal static Result<Asked> Read(HttpRequest request, string agency, string id) =>
            AskedAgency.Read(request, agency, Scopes.OutagesWrite)
                .Then(a => ClientId.Parse(id)
                    .Then(outage => request.IfMatch().Then<Asked>(match => new Asked(a, outage, match.Version))));
    }
}
