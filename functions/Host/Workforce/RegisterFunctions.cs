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
    public async Task<IResult> PutAgencyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.RegisterAgencyRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedAgency.Read(request, agency, Scopes.RegisterWrite).Then(id => body.Then(b => b.Read(id)));
        return asked.TryGet(out var good, out var refusal)
            ? new JsonAnswer<RegisterAgencyRequest>(
                StatusCodes.Status200OK,
                RegisterAgencyRequest.Of(await agencies.PutAsync(good, cancel)),
                JsonFormat.Default.RegisterAgencyRequest)
            : HttpExchange.Refuse(refusal);
    }

    [Function("PutUnits")]
    public Task<IResult> PutUnitsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/units")] HttpRequest request,
        string agency,
        CancellationToken cancel) =>
        PutAllAsync(request, agency, JsonFormat.Default.UnitsRequest, b => b.Read(), workforce.PutUnitsAsync, cancel);

    [Function("PutPosts")]
    public Task<IResult> PutPostsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/posts")] HttpRequest request,
        string agency,
        CancellationToken cancel) =>
        PutAllAsync(request, agency, JsonFormat.Default.PostsRequest, b => b.Read(), workforce.PutPostsAsync, cancel);

    [Function("PutEmployees")]
    public Task<IResult> PutEmployeesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/employees")] HttpRequest request,
        string agency,
        CancellationToken cancel) =>
        PutAllAsync(request, agency, JsonFormat.Default.EmployeesRequest, b => b.Read(), workforce.PutEmployeesAsync, cancel);

    /// <summary>A list of an agency's own: all of it is written or none.</summary>
    private static async Task<IResult> PutAllAsync<TBody, T>(
        HttpRequest request,
        string agency,
        JsonTypeInfo<TBody> type,
        Func<TBody, Result<IReadOnlyList<T>>> read,
        Func<AgencyId, IReadOnlyList<T>, CancellationToken, Task<Result<int>>> write,
        CancellationToken cancel)
        where TBody : notnull
    {
        var body = await request.ReadAsync(type, HttpExchange.BulkBodyBytes, cancel);
        var allowed = AskedAgency.Read(request, agency, Scopes.RegisterWrite);
        var items = allowed.Then(_ => body.Then(read));
        var written = items.TryGet(out var good, out var refusal) ? await write(allowed.Value, good, cancel) : refusal;
        return written.Answer(count => new UpsertResponse(count), JsonFormat.Default.UpsertResponse);
    }
}
