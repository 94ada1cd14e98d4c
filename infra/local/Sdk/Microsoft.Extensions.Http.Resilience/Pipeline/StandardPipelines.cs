using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Polly;

namespace Microsoft.Extensions.Http.Resilience.Pipeline;

/// <summary>
/// One pipeline for each client name. Handlers come and go every few minutes; an open circuit must outlive them.
/// </summary>
internal sealed class StandardPipelines(
    IOptionsMonitor<HttpStandardResilienceOptions> options,
    IEnumerable<PipelineClock> clocks) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<ResiliencePipeline<HttpResponseMessage>>> _pipelines = new();
    private readonly ConcurrentBag<ManyAtOnce> _limits = [];

    public ResiliencePipeline<HttpResponseMessage> Get(string name) =>
        _pipelines.GetOrAdd(name, key => new(() => Build(options.Get(key)))).Value;

    public void Dispose()
    {
        foreach (var limit in _limits)
        {
            limit.Dispose();
        }
    }

    private ResiliencePipeline<HttpResponseMessage> Build(HttpStandardResilienceOptions standard)
    {
        var limit = new ManyAtOnce();
        _limits.Add(limit);
        return new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clocks.LastOrDefault()?.Time }
            .AddStrategy(_ => limit, new ManyAtOnce.Options())
            .AddTimeout(standard.TotalRequestTimeout)
            .AddRetry(standard.Retry)
            .AddCircuitBreaker(standard.CircuitBreaker)
            .AddTimeout(standard.AttemptTimeout)
            .Build();
    }
}

/// <summary>The clock that the pipelines of a test run on.</summary>
internal sealed record PipelineClock(TimeProvider Time);
