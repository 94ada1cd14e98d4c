using Kinerja.Application;
using Kinerja.Application.Notices;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Notices;

/// <summary>
/// What a person was told, the newest first, and what of it was seen: to a token that names a person, one's own alone.
/// </summary>
public sealed class InboxFunctions(ReadInbox inbox)
{
    private const int PageSize = 50;

    [Function("GetInbox")]
    [Scope(Scopes.InboxRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/inbox")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, after) = (route.Employee(), route.AfterKey());
        var unseen = route.Filter("unseen", RouteText.Flag) ?? false;

        return route.ThenAsync(() => route.As(
                person, _ => inbox.ListAsync(route.Agency, person, unseen, after, PageSize, cancel)))
            .AnswerAsync(
                page =>
                {
                    var same = unseen ? "unseen=true&" : "";
                    request.LinkNext(page.Page.Next is { } next ? $"{same}cursor={next}" : null);
                    return InboxResponse.Of(page, HttpExchange.PrefersIndonesian(request));
                },
                JsonFormat.Default.InboxResponse);
    }

    [Function("PostInboxSeen")]
    [Scope(Scopes.InboxWrite)]
    public Task<IResult> MarkSeenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/inbox/seen")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var person = route.Employee();

        return route.BodyAsync(JsonFormat.Default.SeenRequest, body => body.Read(), cancel)
            .ThenAsync(ids => route.As(person, _ => inbox.MarkSeenAsync(route.Agency, person, ids, cancel)))
            .AnswerAsync(unseen => new SeenResponse(unseen), JsonFormat.Default.SeenResponse);
    }
}
