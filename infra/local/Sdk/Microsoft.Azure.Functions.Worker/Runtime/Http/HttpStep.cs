using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime.Http;

/// <summary>
/// The first middleware of a web application: shows the request to those after it, and writes the answer that
/// they leave behind. Middleware registered before it sees no request, as officially.
/// </summary>
internal static partial class HttpStep
{
    public static FunctionExecutionDelegate Around(FunctionExecutionDelegate next) =>
        context => Invocation.Of(context) is { Http: { } http } invocation
            ? AnswerAsync(context, invocation, http, next)
            : next(context);

    private static async Task AnswerAsync(
        FunctionContext context, Invocation invocation, HttpContext http, FunctionExecutionDelegate next)
    {
        context.Items.Add(Invocation.HttpContextKey, http);
        await next(context).ConfigureAwait(false);
        if (invocation.Result is IResult result)
        {
            await result.ExecuteAsync(http).ConfigureAwait(false);
        }
        else if (invocation.Result is { } other)
        {
            var log = context.InstanceServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(HttpStep));
            LogNoAnswer(log, invocation.Function.Name, other.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Function {Name} left a {Type}, which is no IResult: nothing was written.")]
    private static partial void LogNoAnswer(ILogger log, string name, string type);
}
