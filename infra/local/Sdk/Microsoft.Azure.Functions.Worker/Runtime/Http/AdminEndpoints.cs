using System.Net;
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
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
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

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
