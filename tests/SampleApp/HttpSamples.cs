using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.SampleApp;

public sealed class HttpSamples(Notes notes)
{
    [Function("Hello")]
    public static IResult Hello([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        Results.Text($"hello {request.Query["name"]}");

    [Function("Show")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/items/{id:int}/{kind?}")] HttpRequest request,
        int id,
        string? kind,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        notes.Add($"{context.FunctionDefinition.Name} {request.Method} {cancellationToken.CanBeCanceled}");
        return Task.FromResult<IResult>(
            TypedResults.Text(string.Create(CultureInfo.InvariantCulture, $"{id + 1} {kind ?? "none"}")));
    }

    [Function("Replace")]
    public static async Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/items/{id:int}/{kind?}")] HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return Results.Created("/x", await reader.ReadToEndAsync());
    }

    [Function("Period")]
    public static IResult Period(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "v1/periods/{from}/{span?}")] HttpRequest request,
        DateTimeOffset from,
        Guid? span) =>
        Results.Text($"{request.Method} {from:yyyy-MM-dd} {span?.ToString() ?? "none"}");

    [Function("Write")]
    public static Task WriteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "write")] HttpRequest request)
    {
        request.HttpContext.Response.StatusCode = StatusCodes.Status202Accepted;
        return request.HttpContext.Response.WriteAsync("written");
    }

    [Function("Fail")]
    public static IResult Fail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fail")] HttpRequest request) =>
        throw new InvalidOperationException($"secret of {request.Path}");

    [Function("Locked")]
    public static IResult Locked(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "locked")] HttpRequest request) =>
        Results.Text(request.Path);

    /// <summary>Says no level.</summary>
    [Function("Unsaid")]
    public static IResult Unsaid([HttpTrigger("get", Route = "unsaid")] HttpRequest request) =>
        Results.Text(request.Path);

    [Function("Wait")]
    public async Task<IResult> WaitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "wait")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        notes.Add("waiting " + request.Path);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            notes.Add("gone");
        }

        return Results.Empty;
    }

    /// <summary>What of the request reached the worker, and by which way.</summary>
    [Function("Echo")]
    public static IResult Echo(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "echo/{name?}")] HttpRequest request,
        FunctionContext context) =>
        Results.Json(new
        {
            host = request.Host.Value,
            scheme = request.Scheme,
            traceParent = request.Headers.TraceParent.ToString(),
            invokedWith = context.TraceContext.TraceParent,
            originalFor = request.Headers["X-Original-For"].ToString(),
            originalHost = request.Headers["X-Original-Host"].ToString(),
            invocation = request.Headers["x-ms-invocation-id"] == context.InvocationId,
            data = context.BindingContext.BindingData,
            process = Environment.ProcessId,
        });

    /// <summary>Hides Literal, whose name comes later, although its route fits less exactly.</summary>
    [Function("Any")]
    public static IResult Any(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "choice/{name}")] HttpRequest request, string name) =>
        Results.Text($"any {name} {request.Method}");

    [Function("Literal")]
    public static IResult Literal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "choice/literal")] HttpRequest request) =>
        Results.Text($"literal {request.Method}");
}
