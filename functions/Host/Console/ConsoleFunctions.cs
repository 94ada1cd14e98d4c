using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Console;

/// <summary>
/// The reference console and its pictures: static files, for anybody. The names sort after all others, so that no route
/// is taken from an operation. Without a client id it is switched off.
/// </summary>
public sealed class ConsoleFunctions(ConsoleSettings settings, TimeProvider clock)
{
    [Function("ZConsolePages")]
    [OpenToAll]
    public Task<IResult> PagesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/{*path}")] HttpRequest request,
        CancellationToken cancel) => AnswerAsync(request, PathUnder("console/", request), cancel);

    /// <summary>
    /// The console's first page, at the root and nowhere else: a part of no letters fits no other path, and the worker
    /// takes no route of a slash alone.
    /// </summary>
    [Function("ZHomePage")]
    [OpenToAll]
    public Task<IResult> HomeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{home:length(0)?}")] HttpRequest request,
        CancellationToken cancel) => AnswerAsync(request, "", cancel);

    /// <summary>Pictures of the pages, with what they show.</summary>
    [Function("ZDocsPages")]
    [OpenToAll]
    public async Task<IResult> DocsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "docs/{*path}")] HttpRequest request,
        CancellationToken cancel) =>
        settings.IsOn && ConsoleFiles.FindDocs(PathUnder("docs/", request)) is { } file
            ? new ConsoleAnswer(file, await settings.IssuerAsync(cancel))
            : HttpExchange.Refuse(Nothing(request, "No picture has that name here."));

    /// <summary>
    /// A file by its name, the settings of the sign-in, or else the page, which reads its address itself.
    /// </summary>
    private async Task<IResult> AnswerAsync(HttpRequest request, string path, CancellationToken cancel)
    {
        if (!settings.IsOn)
        {
            return HttpExchange.Refuse(Nothing(request, "The console is switched off here."));
        }

        var issuer = await settings.IssuerAsync(cancel);
        if (path == "settings.json")
        {
            return new ConsoleAnswer(ConsoleFiles.Settings(settings, issuer, clock.GetUtcNow()), issuer);
        }

        var file = ConsoleFiles.Find(path);
        return file is null && path.Contains('.', StringComparison.Ordinal)
            ? HttpExchange.Refuse(Nothing(request, "The console has no such file."))
            : new ConsoleAnswer(file ?? ConsoleFiles.Page, issuer);
    }

    private static string PathUnder(string part, HttpRequest request) =>
        request.Path.Value?.Trim('/') is { } path && path.StartsWith(part, StringComparison.OrdinalIgnoreCase)
            ? path[part.Length..]
            : "";

    private static Refusal Nothing(HttpRequest request, Sentence why) => new(
        RefusalKind.NotFound,
        RefusalCodes.RouteNotFound,
        $"{request.Method} {request.Path} is no page. {why} /api/openapi.json describes what can be asked.");
}
