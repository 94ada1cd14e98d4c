using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Http.Resilience;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Kinerja.Local.Tests.HttpResilience;

public sealed class StandardPipelineTests
{
    [Fact]
    public async Task After_three_retries_the_last_answer_is_given()
    {
        using var standard = new StandardClient(_ => StandardClient.Answer(HttpStatusCode.ServiceUnavailable));

        using var answer = await standard.GetAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(4, standard.Server.Bodies.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, 2)]
    [InlineData(HttpStatusCode.RequestTimeout, 2)]
    [InlineData(HttpStatusCode.TooManyRequests, 2)]
    [InlineData(HttpStatusCode.NotFound, 1)]
    [InlineData(HttpStatusCode.Conflict, 1)]
    public async Task Only_what_may_pass_is_tried_again(HttpStatusCode first, int attempts)
    {
        using var standard = new StandardClient(
            attempt => StandardClient.Answer(attempt == 1 ? first : HttpStatusCode.OK));

        using var answer = await standard.GetAsync();

        Assert.Equal(attempts, standard.Server.Bodies.Count);
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again()
    {
        using var standard = new StandardClient(attempt => attempt == 1
            ? throw new HttpRequestException("reset")
            : StandardClient.Answer(HttpStatusCode.OK));

        using var answer = await standard.GetAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_delay_that_the_server_asks_for_is_kept()
    {
        using var standard = new StandardClient(attempt =>
        {
            var answer = StandardClient.Answer(attempt == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK);
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7));
            return answer;
        });

        using var answer = await standard.GetAsync();

        Assert.Contains(TimeSpan.FromSeconds(7), standard.Clock.Waits);
    }

    [Fact]
    public async Task An_attempt_that_hangs_ends_after_ten_seconds_and_the_next_one_answers()
    {
        using var standard = new StandardClient(
            attempt => attempt == 1 ? null : StandardClient.Answer(HttpStatusCode.OK));

        using var answer = await standard.GetAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(10), standard.Clock.Waits[0]);
        Assert.Equal(2, standard.Server.Bodies.Count);
    }

    [Fact]
    public async Task All_attempts_together_end_after_thirty_seconds()
    {
        using var standard = new StandardClient(_ => null);
        var start = standard.Clock.GetUtcNow();

        await Assert.ThrowsAsync<TimeoutRejectedException>(standard.GetAsync);

        Assert.Equal(TimeSpan.FromSeconds(30), standard.Clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_circuit_opens_when_too_much_fails_and_closes_again()
    {
        var broken = true;
        using var standard = new StandardClient(
            _ => StandardClient.Answer(broken ? HttpStatusCode.InternalServerError : HttpStatusCode.OK),
            options =>
            {
                options.Retry.ShouldHandle = _ => new ValueTask<bool>(false);
                options.CircuitBreaker.MinimumThroughput = 3;
            });
        for (var count = 0; count < 3; count++)
        {
            using var failed = await standard.GetAsync();
        }

        await Assert.ThrowsAsync<BrokenCircuitException>(standard.GetAsync);
        Assert.Equal(3, standard.Server.Bodies.Count);

        broken = false;
        standard.Clock.Advance(TimeSpan.FromSeconds(6));
        using var answer = await standard.GetAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Each_attempt_sends_the_whole_body()
    {
        using var standard = new StandardClient(attempt =>
            StandardClient.Answer(attempt < 3 ? HttpStatusCode.BadGateway : HttpStatusCode.Created));
        using var once = new OnceReadable(Encoding.UTF8.GetBytes("{\"nip\":1}"));
        using var content = new StreamContent(once);

        using var answer = await standard.Clock.RunAsync(
            standard.Client.PostAsync(new Uri("/roster", UriKind.Relative), content));

        Assert.Equal(Enumerable.Repeat("{\"nip\":1}", 3), standard.Server.Bodies);
    }

    [Fact]
    public async Task Unsafe_methods_are_sent_once_where_the_caller_says_so()
    {
        using var standard = new StandardClient(
            _ => StandardClient.Answer(HttpStatusCode.BadGateway),
#pragma warning disable EXTEXP0001 // Official code asks for the same.
            options => options.Retry.DisableForUnsafeHttpMethods());
#pragma warning restore EXTEXP0001

        using var posted = await standard.Clock.RunAsync(
            standard.Client.PostAsync(new Uri("/", UriKind.Relative), null));
        Assert.Single(standard.Server.Bodies);

        using var got = await standard.GetAsync();
        Assert.Equal(5, standard.Server.Bodies.Count);
    }

    private sealed class OnceReadable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
