using Kinerja.Application;
using Kinerja.Application.Workforce;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Workforce;

/// <summary>Names of people, where the agency gives them; read under a scope of their own.</summary>
public sealed class NameFunctions(RecordNames record)
{
    private const int PageSize = 500;

    [Function("PutNames")]
    [Scope(Scopes.RegisterWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/names")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route.BodyAsync(
                JsonFormat.Default.NamesRequest, body => body.Read(), cancel, HttpExchange.BulkBodyBytes)
            .ThenAsync(names => record.PutAsync(route.Actor, names, cancel))
            .AnswerAsync(count => new UpsertResponse(count), JsonFormat.Default.UpsertResponse);
    }

    [Function("GetNames")]
    [Scope(Scopes.NamesRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/names")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var after = route.AfterKey();

        return route.ThenAsync(() => record.PageAsync(route.Agency, after, PageSize, cancel))
            .AnswerTaggedAsync(
                request,
                page =>
                {
                    request.LinkNext(page.Next is { } next ? $"cursor={next}" : null);
                    return NameListResponse.Of(page.Items);
                },
                JsonFormat.Default.NameListResponse);
    }

    /// <summary>
    /// A read whose ids may be many. A person's token reads of those about whom it may read, and of who is above the
    /// person; with the register of everybody.
    /// </summary>
    [Function("PostNameLookup")]
    [Scope(Scopes.NamesRead)]
    public Task<IResult> LookUpAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/name-lookups")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var caller = request.Caller();
        var reader = caller.Scopes.Contains(Scopes.RegisterRead) ? null : caller.Person;

        return route.BodyAsync(JsonFormat.Default.NameLookupRequest, body => body.Read(), cancel)
            .ThenAsync(people => record.FindAsync(route.Agency, reader, people, cancel))
            .AnswerAsync(NameListResponse.Of, JsonFormat.Default.NameListResponse);
    }
}
