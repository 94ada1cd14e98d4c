using System.Text.Json;
using Kinerja.FunctionsHost.Functions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kinerja.FunctionsHost.Http;

/// <summary>
/// Finds the function for a request. Functions are asked by name and the first whose route and verb fit is taken,
/// however exactly a later one would fit. What none takes, and a verb that none takes, is not found.
/// </summary>
internal static class FunctionRoutes
{
    // What ASP.NET calls its own answer when a route is known and the verb is not.
    private const string WrongVerb = "405 HTTP Method Not Supported";

    public static void Map(
        IEndpointRouteBuilder app,
        IEnumerable<FunctionEntry> functions,
        string prefix,
        Keys keys,
        HttpInvocations invocations)
    {
        var order = 0;
        foreach (var function in functions.Where(f => f.Is("httpTrigger")).OrderBy(
            f => f.Name, StringComparer.OrdinalIgnoreCase))
        {
            var route = function.Text("route") is { Length: > 0 } own ? own : function.Name;
            var endpoint = app.Map(
                $"{prefix}/{route}".TrimStart('/'), http => RunAsync(function, http, keys, invocations));
            if (Verbs(function) is { Length: > 0 } verbs)
            {
                endpoint.WithMetadata(new HttpMethodMetadata(verbs));
            }

            endpoint.WithOrder(order++).WithDisplayName(function.Name);
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

    private static Task RunAsync(FunctionEntry function, HttpContext http, Keys keys, HttpInvocations invocations)
    {
        if (!keys.Allows(function, http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        if (function.IsDisabled && !keys.IsMaster(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return invocations.RunAsync(function, http);
    }

    private static string[] Verbs(FunctionEntry function) =>
        function.Trigger.TryGetProperty("methods", out var methods) && methods.ValueKind == JsonValueKind.Array
            ? [.. methods.EnumerateArray().Select(m => m.GetString()!.ToUpperInvariant())]
            : [];
}
