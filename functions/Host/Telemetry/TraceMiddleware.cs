using System.Diagnostics;
using Kinerja.Application.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Primitives;

namespace Kinerja.Host.Telemetry;

/// <summary>
/// Every invocation has a current activity, which the worker alone gives only to listeners. A request goes on with the
/// caller's trace, and its answer and problems name it; a header that is malformed, or stands there twice, is as none.
/// </summary>
internal sealed class TraceMiddleware : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext();
        using var activity = InvocationTrace.Start(
            context.FunctionDefinition.Name,
            http is null ? ActivityKind.Internal : ActivityKind.Server,
            http is null ? null : Single(http.Request.Headers.TraceParent));
        if (http is not null && Activity.Current is { } current)
        {
            // The answer is written when this activity is over, so it finds the id here.
            http.TraceIdentifier = current.TraceId.ToHexString();
            http.Response.Headers.TraceParent = current.Id;
        }

        await next(context);
    }

    private static string? Single(StringValues values) => values.Count == 1 ? values[0] : null;
}
