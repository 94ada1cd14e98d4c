using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Runtime;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextExtensions
{
    /// <summary>The request behind an HTTP trigger; null for every other trigger.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(Invocation.HttpContextKey, out var item) ? item as HttpContext : null;
    }
}

public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>What the function returned so far; setting it answers in the function's place.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Invocation.Of(context).ResultAccess;
    }
}
