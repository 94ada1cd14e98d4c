using Polly.Retry;

namespace Microsoft.Extensions.Http.Resilience.Pipeline;

/// <summary>The delay that an answer asks for; none when it asks for nothing or for the past.</summary>
internal static class RetryAfter
{
    public static TimeSpan? In(RetryDelayGeneratorArguments<HttpResponseMessage> args)
    {
        var header = args.Outcome.Result?.Headers.RetryAfter;
        var delay = header?.Delta ?? header?.Date - TimeProvider.System.GetUtcNow();
        return delay >= TimeSpan.Zero ? delay : null;
    }
}
