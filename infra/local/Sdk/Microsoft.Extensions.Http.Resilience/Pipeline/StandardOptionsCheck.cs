using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace Microsoft.Extensions.Http.Resilience.Pipeline;

/// <summary>Refuses values outside their ranges, and values that make each other useless.</summary>
internal sealed class StandardOptionsCheck : IValidateOptions<HttpStandardResilienceOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpStandardResilienceOptions options)
    {
        var problems = Missing(options).ToList();
        if (problems.Count == 0)
        {
            problems.AddRange(OutOfRange(options));
            problems.AddRange(Contradictions(options));
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Missing(HttpStandardResilienceOptions options)
    {
        foreach (var (part, value) in Parts(options))
        {
            if (value is null)
            {
                yield return $"{part} is required.";
            }
        }
    }

    private static IEnumerable<string> OutOfRange(HttpStandardResilienceOptions options)
    {
        foreach (var (part, value) in Parts(options))
        {
            var results = new List<ValidationResult>();
            if (value is not null && !Validator.TryValidateObject(value, new(value), results, validateAllProperties: true))
            {
                foreach (var result in results)
                {
                    yield return $"{part}: {result.ErrorMessage}";
                }
            }
        }
    }

    private static IEnumerable<string> Contradictions(HttpStandardResilienceOptions options)
    {
        var total = options.TotalRequestTimeout.Timeout;
        var attempt = options.AttemptTimeout.Timeout;
        if (attempt > total)
        {
            yield return $"The total request timeout ({total}) is shorter than the attempt timeout ({attempt}).";
        }

        if (options.CircuitBreaker.SamplingDuration < attempt * 2)
        {
            yield return $"The circuit breaker samples {options.CircuitBreaker.SamplingDuration}, " +
                $"less than two attempt timeouts ({attempt}).";
        }

        if (options.Retry.MaxRetryAttempts > 0 && Delays(options.Retry) > total)
        {
            yield return $"The delays of the retries add up to {Delays(options.Retry)}, " +
                $"more than the total request timeout ({total}).";
        }
    }

    private static TimeSpan Delays(RetryStrategyOptions<HttpResponseMessage> retry)
    {
        var seconds = 0.0;
        for (var attempt = 0; attempt < retry.MaxRetryAttempts; attempt++)
        {
            var factor = retry.BackoffType switch
            {
                DelayBackoffType.Constant => 1,
                DelayBackoffType.Linear => attempt + 1,
                DelayBackoffType.Exponential => Math.Pow(2, attempt),
            };
            seconds += Math.Min(retry.Delay.TotalSeconds * factor, retry.MaxDelay?.TotalSeconds ?? double.MaxValue);
        }

        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
    }

    private static (string Part, object? Value)[] Parts(HttpStandardResilienceOptions options) =>
    [
        (nameof(options.TotalRequestTimeout), options.TotalRequestTimeout),
        (nameof(options.Retry), options.Retry),
        (nameof(options.CircuitBreaker), options.CircuitBreaker),
        (nameof(options.AttemptTimeout), options.AttemptTimeout),
    ];
}
