using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Azure.Core.Pipeline;
using Azure.Storage;
using Azure.Storage.Queues;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Queues;
using Kinerja.Application.Runs;
using Kinerja.Application.Telemetry;
using NodaTime;

namespace Kinerja.Application.Tests.Queues;

public sealed class StorageQueuesTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task A_queued_step_carries_the_trace_of_whoever_queued_it()
    {
        using var service = new RecordedRequests();
        using var http = new HttpClient(service);
        var queues = new WorkQueues(new QueueServiceClient(
            new Uri("https://account.queue.core.windows.net"),
            new StorageSharedKeyCredential("account", "a2V5"),
            new QueueClientOptions { Transport = new HttpClientTransport(http) }));

        using (InvocationTrace.Start("any", ActivityKind.Server, $"00-{Trace}-b7ad6b7169203331-01"))
        {
            await new StorageRunQueue(queues).SendAsync(
                [new(Some.AgencyId, Some.Quarter, 1, RunStepKind.Rank, 0, 1)], default);
            await new StorageDayQueue(queues).SendAsync(
                [new(Some.AgencyId, new YearMonth(2026, 3), 4, Some.Morning)], default);
        }

        Assert.StartsWith($"00-{Trace}-", WorkMessages.ReadRunStep(service.Sent("kinerja-runs")).Traceparent);
        Assert.StartsWith($"00-{Trace}-", WorkMessages.ReadCloseStep(service.Sent("kinerja-days")).Traceparent);
    }

    /// <summary>Takes one message a queue.</summary>
    private sealed class RecordedRequests : HttpMessageHandler
    {
        private const string Taken = """
            <QueueMessagesList><QueueMessage><MessageId>1</MessageId>
            <InsertionTime>Mon, 05 Jan 2026 01:00:00 GMT</InsertionTime>
            <ExpirationTime>Fri, 31 Dec 9999 23:59:59 GMT</ExpirationTime><PopReceipt>1</PopReceipt>
            <TimeNextVisible>Mon, 05 Jan 2026 01:00:00 GMT</TimeNextVisible></QueueMessage></QueueMessagesList>
            """;

        private readonly ConcurrentDictionary<string, string> _sent = [];

        internal BinaryData Sent(string queue) => new(XElement.Parse(_sent[queue]).Element("MessageText")!.Value);

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _sent[request.RequestUri!.Segments[1].TrimEnd('/')] = await request.Content!.ReadAsStringAsync(
                cancellationToken);
            return new HttpResponseMessage(
                HttpStatusCode.Created)
            { Content = new StringContent(Taken, Encoding.UTF8, "application/xml") };
        }
    }
}
