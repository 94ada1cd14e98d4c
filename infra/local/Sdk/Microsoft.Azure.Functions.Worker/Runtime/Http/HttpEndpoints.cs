using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Microsoft.Azure.Functions.Worker.Runtime.Http;

/// <summary>One route per HTTP function, straight from Kestrel into the middleware chain.</summary>
internal sealed partial class HttpEndpoints(
    FunctionExecutionDelegate chain, IConfiguration configuration, ILogger<HttpEndpoints> log)
{
    // What ASP.NET calls its own answer when a route is known and the verb is not.
    private const string WrongVerb = "405 HTTP Method Not Supported";

    public void Map(IEndpointRouteBuilder app, IEnumerable<FunctionMethod> functions, string prefix)
    {
        foreach (var function in functions)
        {
            if (function.Trigger is HttpTriggerAttribute trigger)
            {
                var pattern = $"{prefix}/{trigger.Route ?? function.Name}";
                var request = Handler(function, trigger.AuthLevel);
                var endpoint = trigger.Methods is { Length: > 0 } methods
                    ? app.MapMethods(pattern, methods.Select(m => m.ToUpperInvariant()), request)
                    : app.Map(pattern, request);
                endpoint.WithDisplayName(function.Name);
            }
        }
    }

    /// <summary>The platform answers 404, not 405, to a verb that no function takes.</summary>
    public static Task HideWrongVerb(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.DisplayName == WrongVerb)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(http);
    }

    private RequestDelegate Handler(FunctionMethod function, AuthorizationLevel level)
    {
        var key = level == AuthorizationLevel.Anonymous ? null : configuration[LocalSettings.Key];
        return string.IsNullOrEmpty(key)
            ? http => RunAsync(function, http)
            : http => HasKey(http, key) ? RunAsync(function, http) : Refuse(http);
    }

    private async Task RunAsync(FunctionMethod function, HttpContext http)
    {
        try
        {
            await chain(new Invocation(function, http)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            LogGone(function.Name);
        }
        catch (Exception e)
        {
            LogFailed(e, function.Name);
            if (http.Response.HasStarted)
            {
                http.Abort();
                return;
            }

            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static bool HasKey(HttpContext http, string key)
    {
        var sent = http.Request.Headers["x-functions-key"];
        if (StringValues.IsNullOrEmpty(sent))
        {
            sent = http.Request.Query["code"];
        }

        return System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(sent.ToString()), System.Text.Encoding.UTF8.GetBytes(key));
    }

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Error, "Function {Name} failed.")]
    private partial void LogFailed(Exception e, string name);

    [LoggerMessage(LogLevel.Debug, "The caller of function {Name} went away.")]
    private partial void LogGone(string name);
}
