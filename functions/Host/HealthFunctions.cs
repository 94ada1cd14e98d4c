using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host;

/// <summary>What anybody may ask, and the answer for paths that lead nowhere.</summary>
public sealed class HealthFunctions
{
    private static readonly MadeDocument Document = new("openapi.json");

    [Function(nameof(Health))]
    [OpenToAll]
    public IResult Health(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request) =>
        Results.Json(new { status = "ok", version = typeof(HealthFunctions).Assembly.GetName().Version?.ToString() });

    [Function(nameof(OpenApi))]
    [OpenToAll]
    public IResult OpenApi(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        new BytesAnswer(Document.Bytes, "application/vnd.oai.openapi+json;version=3.1");

    /// <summary>
    /// Azure tries routes in the order of their functions' names: this name comes after those of all other HTTP
    /// functions.
    /// </summary>
    [Function(nameof(UnknownRoute))]
    [AnyCaller]
    public IResult UnknownRoute(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/{*rest}")] HttpRequest request) =>
        HttpExchange.Refuse(new Refusal(
            RefusalKind.NotFound,
            RefusalCodes.RouteNotFound,
            $"{request.Method} {request.Path} is no operation of this API."));
}
