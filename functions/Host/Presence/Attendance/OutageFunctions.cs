using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Presence.Attendance;

/// <summary>Windows of outage; ETag carries the version.</summary>
public sealed class OutageFunctions(ReadOutages read, DeclareOutage declare, WithdrawOutage withdraw)
{
    private const int PageSize = 500;

    [Function("PutOutage")]
    [Scope(Scopes.OutagesWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/outages/{id}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (id, match) = (route.Id(), route.Condition());

        return route.BodyAsync(JsonFormat.Default.OutageRequest, body => body.Read(id), cancel)
            .ThenAsync(window => declare.ExecuteAsync(route.Actor, window, match, cancel))
            .AnswerVersionAsync(request, n => n.Version, OutageResponse.Of, JsonFormat.Default.OutageResponse);
    }

    /// <summary>Withdraws a window; it stays in the list, and nobody is forgiven by it any more.</summary>
    [Function("DeleteOutage")]
    [Scope(Scopes.OutagesWrite)]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/v1/agencies/{agency}/outages/{id}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (id, match) = (route.Id(), route.Condition());

        return route.ThenAsync(() => withdraw.ExecuteAsync(route.Actor, id, match, cancel))
            .AnswerVersionAsync(request, n => n.Version, OutageResponse.Of, JsonFormat.Default.OutageResponse);
    }

    [Function("GetOutages")]
    [Scope(Scopes.OutagesRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/outages")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var after = route.AfterKey();

        return route.ThenAsync(() => read.ListAsync(route.Agency, after, PageSize, cancel))
            .AnswerPageAsync(
                request,
                items => new OutageListResponse([.. items.Select(OutageResponse.Of)]),
                JsonFormat.Default.OutageListResponse);
    }
}
