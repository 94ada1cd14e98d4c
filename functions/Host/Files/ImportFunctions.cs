using Azure.Storage.Queues.Models;
using Kinerja.Application;
using Kinerja.Application.Events;
using Kinerja.Application.Files.Imports;
using Kinerja.Application.Files.Reading;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using Kinerja.Host.Http;
using Kinerja.Host.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Files;

/// <summary>
/// Files that come in: previewed, looked at, and then written by a job. Beside the scope of imports each kind asks for
/// the scope that writes the same one by one.
/// </summary>
public sealed class ImportFunctions(
    PreviewImport preview, ApplyImport apply, ReadImport read, ImportKinds kinds, SweepImports sweep,
    TimeProvider clock, ILogger<ImportFunctions> log)
{
    private const int PageSize = 100;

    [Function("PostImport")]
    [Scope(Scopes.ImportsWrite)]
    public Task<IResult> PreviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/imports/{kind}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var kind = route.ImportKind();

        return route.FileAsync(SheetLimits.Bytes, cancel)
            .ThenAsync(file => preview.ExecuteAsync(route.Actor, kind, file, cancel))
            .AnswerVersionAsync(request, i => i.Version, ImportResponse.Of, JsonFormat.Default.ImportResponse);
    }

    [Function("GetImport")]
    [Scope(Scopes.ImportsWrite)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/imports/{kind}/{id}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var id = route.Import();

        return route.ThenAsync(() => read.FindAsync(route.Agency, id, cancel))
            .AnswerAsync(
                import =>
                {
                    request.Tag(import.Version);
                    return ImportResponse.Of(import);
                },
                JsonFormat.Default.ImportResponse);
    }

    [Function("GetImportRows")]
    [Scope(Scopes.ImportsWrite)]
    public Task<IResult> RowsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/imports/{kind}/{id}/rows")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (id, after) = (route.Import(), route.AfterKey());
        var effect = route.Filter("effect", RouteText.Name<RowEffect>);
        var outcome = route.Filter("outcome", RouteText.Name<RowOutcome>);

        return route.ThenAsync(() => read.ListAsync(route.Agency, id, effect, outcome, after, PageSize, cancel))
            .AnswerAsync(
                page =>
                {
                    request.LinkNext(page.Lines.Next is { } next ? request.QueryWith("cursor", next) : null);
                    return ImportRowListResponse.Of(page, kinds, HttpExchange.PrefersIndonesian(request));
                },
                JsonFormat.Default.ImportRowListResponse);
    }

    [Function("PostImportApplication")]
    [Scope(Scopes.ImportsWrite)]
    public Task<IResult> ApplyAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/imports/{kind}/{id}/apply")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (id, match) = (route.Import(), route.Condition());

        return route.BodyAsync(JsonFormat.Default.ApplyImportRequest, body => body.Read(), cancel)
            .ThenAsync(choice => apply.StartAsync(route.Actor, id, choice, match, cancel))
            .AnswerAsync(
                ImportResponse.Of, JsonFormat.Default.ImportResponse, _ => StatusCodes.Status202Accepted);
    }

    [Function("GetImportTemplate")]
    [Scope(Scopes.ImportsWrite)]
    public Task<IResult> TemplateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/import-templates/{kind}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (kind, format) = (route.ImportKind(), route.TemplateFormat());

        return route.ThenAsync(() => read.TemplateAsync(route.Agency, kind, cancel))
            .AnswerAsync(sheet => new SheetAnswer(sheet, format));
    }

    [Function("ImportStep")]
    public async Task StepAsync(
        [QueueTrigger(EntityNames.ImportsQueue, Connection = SettingNames.Queues)] QueueMessage message,
        CancellationToken cancel)
    {
        var received = ImportMessages.Read(message.Body);
        using var activity = TakenMessage.Begin(EntityNames.ImportsQueue, message, received.Traceparent, clock);
        await apply.StepAsync(received.Step, cancel);
    }

    /// <summary>Every hour in UTC: what came in with files goes when its term is over.</summary>
    [Function("ImportTimer")]
    [FixedDelayRetry(3, "00:00:30")]
    public async Task SweepAsync([TimerTrigger("0 35 * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var gone = await sweep.ExecuteAsync(cancel);
        log.LogInformation("{Imports} imports taken away, past due: {PastDue}", gone, timer.IsPastDue);
    }
}
