using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Runtime.Http;

/// <summary>The platform's admin addresses, for this machine only.</summary>
internal static class AdminEndpoints
{
    public static void Map(IApplicationBuilder app) =>
        app.Map("/admin", branch => branch.Run(http =>
        {
            // Ahead of forwarded headers: what counts is who really is on the line.
            if (http.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address))
            {
                return Answer(http, StatusCodes.Status404NotFound);
            }

            return AnswerAsync(http);
        }));

    private static Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value?.Trim('/') ?? "";
        var functions = http.RequestServices.GetRequiredService<FunctionSet>();
        if (HttpMethods.IsGet(http.Request.Method) && path == "host/status")
        {
            return http.Response.WriteAsJsonAsync(new { state = "Running" });
        }

        if (HttpMethods.IsGet(http.Request.Method) && path == "functions")
        {
            return http.Response.WriteAsJsonAsync(functions.All.Select(f => new
            {
                name = f.Name,
                trigger = MethodDefinition.TypeName(f.Trigger),
                disabled = !functions.Enabled.Contains(f),
            }));
        }

        const string functionsFolder = "functions/";
        return HttpMethods.IsPost(http.Request.Method) && path.StartsWith(functionsFolder, StringComparison.Ordinal)
            ? StartAsync(http, path[functionsFolder.Length..])
            : Answer(http, StatusCodes.Status404NotFound);
    }

    private static async Task StartAsync(HttpContext http, string name)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            var input = body.RootElement.TryGetProperty("input", out var value) ? value.ToString() : "";
            var isKnown = http.RequestServices.GetRequiredService<FunctionListeners>().StartByHand(name, input);
            await Answer(http, isKnown ? StatusCodes.Status202Accepted : StatusCodes.Status404NotFound);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            await Answer(http, StatusCodes.Status400BadRequest);
        }
    }

    private static Task Answer(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
