using System.Text.Json;
using Kinerja.FunctionsHost.Functions;
using Kinerja.FunctionsHost.Rpc;
using Kinerja.FunctionsHost.Workers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Kinerja.FunctionsHost.Http;

/// <summary>
/// Runs an HTTP function: the request goes to the worker's own web server and, beside it, the invocation over the
/// stream; the worker brings both together by the invocation id. A function that fails is answered with an empty 500.
/// </summary>
internal sealed partial class HttpInvocations(
    WorkerSupervisor workers, IHttpForwarder forwarder, ILogger log) : IDisposable
{
    private const string InvocationId = "x-ms-invocation-id";
    private const string Key = "code";

    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    // No propagator: the caller's traceparent reaches the worker as it came, and none is made up.
    private readonly HttpMessageInvoker _worker = new(new RetryHandler(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
    }));

    public async Task RunAsync(FunctionEntry function, HttpContext http)
    {
        try
        {
            var session = await workers.ReadyAsync(http.RequestAborted);
            var request = Request(function, http);
            http.Request.Headers[InvocationId] = request.InvocationId;
            using var lost = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
            var forwarding = forwarder.SendAsync(
                http, session.HttpUri!, _worker, Config, HttpTransformer.Default, lost.Token).AsTask();
            try
            {
                await session.InvokeAsync(function, request, http.RequestAborted);
            }
            catch (WorkerLostException)
            {
                await lost.CancelAsync();
                throw;
            }
            finally
            {
                await forwarding;
            }

            if (await forwarding is not ForwarderError.None and var error)
            {
                throw new FunctionFailedException($"Forwarding failed: {error}.");
            }
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            LogGone(log, function.Name);
        }
        catch (Exception e)
        {
            LogFailed(log, e, function.Name);
            Fail(http);
        }
    }

    public void Dispose() => _worker.Dispose();

    private static void Fail(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    private static InvocationRequest Request(FunctionEntry function, HttpContext http)
    {
        var request = new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(),
            TraceContext = new RpcTraceContext
            {
                TraceParent = http.Request.Headers.TraceParent.ToString(),
                TraceState = http.Request.Headers.TraceState.ToString(),
            },
        };
        request.InputData.Add(
            new ParameterBinding { Name = function.TriggerName, Data = new TypedData { Http = new RpcHttp() } });
        foreach (var (name, value) in http.Request.Query)
        {
            if (!string.Equals(name, Key, StringComparison.OrdinalIgnoreCase))
            {
                request.TriggerMetadata[name] = new TypedData { String = value.ToString() };
            }
        }

        foreach (var (name, value) in http.Request.RouteValues)
        {
            if (value is not null)
            {
                request.TriggerMetadata[name] = new TypedData { String = value.ToString() };
            }
        }

        request.TriggerMetadata.TryAdd("Query", Json(http.Request.Query));
        request.TriggerMetadata.TryAdd("Headers", Json(http.Request.Headers));
        return request;
    }

    private static TypedData Json(
        IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> values) =>
        new() { Json = JsonSerializer.Serialize(values.ToDictionary(v => v.Key, v => v.Value.ToString())) };

    [LoggerMessage(LogLevel.Error, "Function {Name} failed.")]
    private static partial void LogFailed(ILogger log, Exception e, string name);

    [LoggerMessage(LogLevel.Debug, "The caller of function {Name} went away.")]
    private static partial void LogGone(ILogger log, string name);
}
