using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Kinerja.Application.Telemetry;

namespace Kinerja.Application.Tests.Telemetry;

public sealed class StoreRetriesTests
{
    [Fact]
    public async Task Every_repeat_counts_by_what_came_before_it_and_a_first_try_does_not()
    {
        using var measured = new Measured();
        using var answers = new Answers(
            () => new(HttpStatusCode.ServiceUnavailable), () => throw new HttpRequestException("broken off"),
            () => new(HttpStatusCode.NotFound));
        using var http = new HttpClient(answers);
        var options = new TableClientOptions { Transport = new HttpClientTransport(http) };
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        options.AddPolicy(new StoreRetries("tables"), Azure.Core.HttpPipelinePosition.PerRetry);
        var table = new TableClient(
            new Uri("https://account.table.core.windows.net"),
            "any",
            new TableSharedKeyCredential("account", "a2V5"),
            options);

        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);

        Assert.Equal(
            [
                "kinerja.store.retries 1 http.response.status_code=503 kinerja.store.name=tables",
                "kinerja.store.retries 1 error.type=_OTHER kinerja.store.name=tables",
            ],
            measured.Of("kinerja.store.retries"));
    }

    /// <summary>Answers once each, in their order.</summary>
    private sealed class Answers(params IEnumerable<Func<HttpResponseMessage>> answers) : HttpMessageHandler
    {
        private readonly Queue<Func<HttpResponseMessage>> _answers = new(answers);

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(_answers.Dequeue()());
    }
}
