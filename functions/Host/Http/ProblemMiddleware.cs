using Kinerja.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Http;

/// <summary>
/// The last line for HTTP: an exception becomes a problem that tells nothing of our insides.
/// Other triggers keep their exceptions, since the platform's retry and dead letter depend on them.
/// </summary>
internal sealed class ProblemMiddleware(ILogger<ProblemMiddleware> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client went away; nobody is left to answer.
        }
        catch (BadHttpRequestException)
        {
            // A body that breaks off or crawls is the client's fault, not ours.
            var refusal = new Refusal(
                RefusalKind.Malformed, RefusalCodes.InvalidBody, "The body did not arrive whole.");
            context.GetInvocationResult().Value = HttpExchange.Refuse(refusal);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "{Function} failed", context.FunctionDefinition.Name);
            var refusal = new Refusal(RefusalKind.Conflict, RefusalCodes.Unexpected, "The request may be sent again.");
            context.GetInvocationResult().Value = HttpExchange.Refuse(
                refusal, StatusCodes.Status500InternalServerError);
        }
    }
}
