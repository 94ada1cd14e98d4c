using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Http.Resilience.Pipeline;
using Microsoft.Extensions.Options;
using Polly;
using Polly.RateLimiting;

namespace Kinerja.Local.Tests.HttpResilience;

public sealed class StandardOptionsTests
{
    [Fact]
    public void The_defaults_are_the_official_ones()
    {
        var options = new HttpStandardResilienceOptions();

        Assert.Equal(TimeSpan.FromSeconds(30), options.TotalRequestTimeout.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(10), options.AttemptTimeout.Timeout);
        Assert.Equal(3, options.Retry.MaxRetryAttempts);
        Assert.Equal(TimeSpan.FromSeconds(2), options.Retry.Delay);
        Assert.Equal(DelayBackoffType.Exponential, options.Retry.BackoffType);
        Assert.True(options.Retry.UseJitter);
        Assert.True(options.Retry.ShouldRetryAfterHeader);
        Assert.Equal(0.1, options.CircuitBreaker.FailureRatio);
        Assert.Equal(100, options.CircuitBreaker.MinimumThroughput);
        Assert.Equal(TimeSpan.FromSeconds(30), options.CircuitBreaker.SamplingDuration);
        Assert.Equal(TimeSpan.FromSeconds(5), options.CircuitBreaker.BreakDuration);
        Assert.True(new StandardOptionsCheck().Validate(null, options).Succeeded);
    }

    [Fact]
    public void An_attempt_may_not_outlast_the_whole() =>
        Refused("shorter than the attempt", options => options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(9));

    [Fact]
    public void The_circuit_breaker_samples_at_least_two_attempts() =>
        Refused("two attempt", options => options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(19));

    [Fact]
    public void The_retries_fit_the_whole() =>
        Refused("add up to", options => options.Retry.Delay = TimeSpan.FromSeconds(5));

    [Fact]
    public void A_value_out_of_its_range_is_refused() =>
        Refused("CircuitBreaker: ", options => options.CircuitBreaker.FailureRatio = 2);

    [Fact]
    public void A_missing_part_is_refused() =>
        Refused("Retry is required", options => options.Retry = null!); // What a configuration could do.

    [Fact]
    public void A_client_with_refused_options_is_not_made() =>
        Assert.Throws<OptionsValidationException>(() => new StandardClient(
            _ => StandardClient.Answer(HttpStatusCode.OK),
            options => options.AttemptTimeout.Timeout = TimeSpan.FromMinutes(1)));

    [Fact]
    public void The_clients_own_timeout_is_off()
    {
        using var standard = new StandardClient(_ => StandardClient.Answer(HttpStatusCode.OK));

        Assert.Equal(Timeout.InfiniteTimeSpan, standard.Client.Timeout);
    }

    [Fact]
    public async Task One_request_too_many_at_once_is_refused()
    {
        using var two = new ManyAtOnce(permits: 2);
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddStrategy(_ => two, new ManyAtOnce.Options()).Build();
        var held = new TaskCompletionSource<HttpResponseMessage>();
        var first = pipeline.ExecuteAsync(async _ => await held.Task).AsTask();
        var second = pipeline.ExecuteAsync(async _ => await held.Task).AsTask();

        await Assert.ThrowsAsync<RateLimiterRejectedException>(
            () => pipeline.ExecuteAsync(async _ => await held.Task).AsTask());

        held.SetResult(StandardClient.Answer(HttpStatusCode.OK));
        using var answer = await first;
        using var same = await second;
        using var later = await pipeline.ExecuteAsync(_ => new ValueTask<HttpResponseMessage>(new HttpResponseMessage()));
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    private static void Refused(string why, Action<HttpStandardResilienceOptions> change)
    {
        var options = new HttpStandardResilienceOptions();
        change(options);

        var result = new StandardOptionsCheck().Validate("roster-standard", options);

        Assert.True(result.Failed);
        Assert.Contains(why, result.FailureMessage, StringComparison.Ordinal);
    }
}
