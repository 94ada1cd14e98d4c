using System.Text.Json;
using Kinerja.FunctionsHost.Functions;
using Microsoft.AspNetCore.Http;

namespace Kinerja.FunctionsHost.Http;

/// <summary>The platform's admin addresses: for the holder of the master key, and JSON only.</summary>
internal sealed class AdminDoor(
    Keys keys, IReadOnlyList<FunctionEntry> functions, Action<FunctionEntry, string> startByHand)
{
    private const string FunctionsFolder = "functions/";
    private readonly long _started = Environment.TickCount64;

    /// <summary>Answers what comes after /admin.</summary>
    public Task AnswerAsync(HttpContext http)
    {
        if (!keys.IsMaster(http.Request))
        {
            return Answer(
                http, keys.IsKnown(http.Request) ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized);
        }

        var path = http.Request.Path.Value?.Trim('/') ?? "";
        if (HttpMethods.IsGet(http.Request.Method) && Same(path, "host/status"))
        {
            return http.Response.WriteAsJsonAsync(
                new { state = "Running", version = "4", processUptime = Environment.TickCount64 - _started });
        }

        if (HttpMethods.IsGet(http.Request.Method) && Same(path, "functions"))
        {
            return http.Response.WriteAsJsonAsync(functions.Select(f =>
                new
                {
                    name = f.Name,
                    isDisabled = f.IsDisabled,
                    config = new
                    {
                        bindings = (JsonElement[])[
                    f.Trigger
                ]
                    }
                }));
        }

        return HttpMethods.IsPost(http.Request.Method) && path.StartsWith(
            FunctionsFolder, StringComparison.OrdinalIgnoreCase)
            ? StartAsync(http, path[FunctionsFolder.Length..])
            : Answer(http, StatusCodes.Status404NotFound);
    }

    private async Task StartAsync(HttpContext http, string name)
    {
        if (!http.Request.HasJsonContentType())
        {
            await Answer(http, StatusCodes.Status415UnsupportedMediaType);
            return;
        }

        var input = await InputAsync(http);
        var function = functions.FirstOrDefault(f => Same(f.Name, name));
        if (input is null || function is null)
        {
            await Answer(http, input is null ? StatusCodes.Status400BadRequest : StatusCodes.Status404NotFound);
            return;
        }

        startByHand(function, input);
        await Answer(http, StatusCodes.Status202Accepted);
    }

    /// <summary>The text to start with; null when the body is no JSON object.</summary>
    private static async Task<string?> InputAsync(HttpContext http)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return body.RootElement.ValueKind != JsonValueKind.Object ? null
                : body.RootElement.TryGetProperty("input", out var input) ? input.ToString()
                : "";
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Task Answer(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
