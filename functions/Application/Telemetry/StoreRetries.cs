using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Kinerja.Application.Telemetry;

/// <summary>
/// Counts what the store's own client sends again, by the store and by what it got the time before. It stands in the
/// client's pipeline behind its retries (<see cref="HttpPipelinePosition.PerRetry"/>), where each try comes by.
/// </summary>
/// <param name="store">Such as <c>tables</c>.</param>
public sealed class StoreRetries(string store) : HttpPipelineSynchronousPolicy
{
    private static readonly Counter<long> Retries = Instrumentation.Meter.CreateCounter<long>(
        "kinerja.store.retries", "{retry}", "Requests to a store that were sent again.");

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.ProcessingContext.RetryNumber > 0 && Retries.Enabled)
        {
            // Until the next answer comes the message holds the last one; there is none when the try broke off.
            var cause = message.HasResponse
                ? new KeyValuePair<string, object?>("http.response.status_code", message.Response.Status)
                : new KeyValuePair<string, object?>("error.type", "_OTHER");
            Retries.Add(1, new("kinerja.store.name", store), cause);
        }
    }
}
