using System.Text.Json.Serialization.Metadata;
using Kinerja.Application;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Workforce;

/// <summary>An agency's register: itself, its units, its posts, its people.</summary>
public sealed class RegisterFunctions(RegisterAgency agencies, UpsertWorkforce workforce)
{
    [Function("PutAgency")]
    [Scope(Scopes.RegisterWrite)]
    public Task<IResult> PutAgencyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route.BodyAsync(JsonFormat.Default.RegisterAgencyRequest, body => body.Read(route.Agency), cancel)
            .ThenAsync(asked => agencies.PutAsync(route.Actor, asked.Agency, asked.BeganOn, cancel).AsResultAsync())
            .AnswerAsync(RegisterAgencyRequest.Of, JsonFormat.Default.RegisterAgencyRequest);
    }

    /// <summary>Of any agency, by whoever keeps the nation's map.</summary>
    [Function("DeleteAgencySeat")]
    [Scope(Scopes.NationalWrite)]
    public Task<IResult> DeleteSeatAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/v1/national/agencies/{agencyId}/seat")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var agency = route.Path("agencyId", AgencyId.Parse);

        return route.ThenAsync(() => agencies.RemoveSeatAsync(route.Actor, agency, cancel)).AnswerNothingAsync();
    }

    [Function("PutUnits")]
    [Scope(Scopes.RegisterWrite)]
    public Task<IResult> PutUnitsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/units")]
        HttpRequest request,
        CancellationToken cancel) =>
        PutAllAsync(request, JsonFormat.Default.UnitsRequest, body => body.Read(), workforce.PutUnitsAsync, cancel);

    [Function("PutPosts")]
    [Scope(Scopes.RegisterWrite)]
    public Task<IResult> PutPostsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/posts")]
        HttpRequest request,
        CancellationToken cancel) =>
        PutAllAsync(request, JsonFormat.Default.PostsRequest, body => body.Read(), workforce.PutPostsAsync, cancel);

    [Function("PutEmployees")]
    [Scope(Scopes.RegisterWrite)]
    public Task<IResult> PutEmployeesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/employees")]
        HttpRequest request,
        CancellationToken cancel) =>
        PutAllAsync(
            request, JsonFormat.Default.EmployeesRequest, body => body.Read(), workforce.PutEmployeesAsync, cancel);

    /// <summary>A list of an agency's own: all of it is written or none.</summary>
    private static Task<IResult> PutAllAsync<TBody, T>(
        HttpRequest request,
        JsonTypeInfo<TBody> type,
        Func<TBody, Result<IReadOnlyList<T>>> read,
        Func<Actor, IReadOnlyList<T>, CancellationToken, Task<Result<int>>> write,
        CancellationToken cancel)
        where TBody : notnull
    {
        var route = request.Route();

        return route.BodyAsync(type, read, cancel, HttpExchange.BulkBodyBytes)
            .ThenAsync(items => write(route.Actor, items, cancel))
            .AnswerAsync(count => new UpsertResponse(count), JsonFormat.Default.UpsertResponse);
    }
}
