using Kinerja.Host.Events;
using Kinerja.Host.Presence.CheckIns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Kinerja.Host.Http;

/// <summary>Every HTTP function but the open ones runs only for a caller with a valid token.</summary>
internal sealed class CallerMiddleware(TokenReader tokens) : IFunctionsWorkerMiddleware
{
    private static readonly HashSet<string> Open =
        [nameof(HealthFunctions.Health), nameof(HealthFunctions.OpenApi), nameof(ReceiptFunctions.GetReceiptKeys), nameof(EventFunctions.AsyncApi)];

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && !Open.Contains(context.FunctionDefinition.Name))
        {
            var caller = await tokens.ReadAsync(http.Request.Headers.Authorization);
            if (caller.Refusal is { } refusal)
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
                context.GetInvocationResult().Value = HttpExchange.Refuse(refusal);
                return;
            }

            http.Features.Set(caller.Value);
        }

        await next(context);
    }
}
