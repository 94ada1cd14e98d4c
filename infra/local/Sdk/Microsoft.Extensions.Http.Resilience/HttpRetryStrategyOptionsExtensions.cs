using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Http.Resilience.Pipeline;

namespace Microsoft.Extensions.Http.Resilience;

[Experimental("EXTEXP0001")]
public static class HttpRetryStrategyOptionsExtensions
{
    /// <summary>No second try for requests that change something.</summary>
    public static void DisableForUnsafeHttpMethods(this HttpRetryStrategyOptions options) =>
        options.DisableFor(HttpMethod.Delete, HttpMethod.Post, HttpMethod.Put, HttpMethod.Connect, HttpMethod.Patch);

    public static void DisableFor(this HttpRetryStrategyOptions options, params HttpMethod[] methods)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(methods);
        ArgumentOutOfRangeException.ThrowIfZero(methods.Length, nameof(methods));
        var before = options.ShouldHandle;
        options.ShouldHandle = async args =>
            await before(args).ConfigureAwait(args.Context.ContinueOnCapturedContext)
            && (StandardHandler.RequestOf(args.Context) is not { } request || !methods.Contains(request.Method));
    }
}
