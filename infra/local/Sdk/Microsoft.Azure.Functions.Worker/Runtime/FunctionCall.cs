namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>The end of the middleware chain: the function itself.</summary>
internal static class FunctionCall
{
    public static async Task RunAsync(FunctionContext context)
    {
        var invocation = Invocation.Of(context);
        invocation.Result = await invocation.Function.CallAsync(context, invocation).ConfigureAwait(false);
    }
}
