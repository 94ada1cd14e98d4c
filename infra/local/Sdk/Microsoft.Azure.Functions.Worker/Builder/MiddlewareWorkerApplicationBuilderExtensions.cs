using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Hosting;

public static class MiddlewareWorkerApplicationBuilderExtensions
{
    public static IFunctionsWorkerApplicationBuilder UseMiddleware<T>(this IFunctionsWorkerApplicationBuilder builder)
        where T : class, IFunctionsWorkerMiddleware
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<T>();
        return builder.Use(next => new MiddlewareStep<T>(next).Invoke);
    }

    public static IFunctionsWorkerApplicationBuilder UseWhen<T>(
        this IFunctionsWorkerApplicationBuilder builder, Func<FunctionContext, bool> predicate)
        where T : class, IFunctionsWorkerMiddleware
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(predicate);
        builder.Services.AddSingleton<T>();
        return builder.Use(next =>
        {
            var step = new MiddlewareStep<T>(next);
            return context => predicate(context) ? step.Invoke(context) : next(context);
        });
    }

    // Middleware is a singleton, so the instance is looked up once and not on each invocation.
    private sealed class MiddlewareStep<T>(FunctionExecutionDelegate next)
        where T : class, IFunctionsWorkerMiddleware
    {
        private T? _middleware;

        public Task Invoke(FunctionContext context) =>
            (_middleware ??= context.InstanceServices.GetRequiredService<T>()).Invoke(context, next);
    }
}
