using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Local.Tests.FunctionsHost;

internal sealed class BusSamples(Notes notes)
{
    [Function("Runs")]
    public async Task RunsAsync(
        [ServiceBusTrigger("%Queue%", Connection = "Bus")] ServiceBusReceivedMessage message,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        notes.Add($"runs {message.Body} #{message.DeliveryCount}");
        Assert.Equal(message.MessageId, context.BindingContext.BindingData["MessageId"]);
        if (message.Body.ToString() == "fail")
        {
            throw new InvalidOperationException("no luck");
        }

        if (message.Body.ToString() == "stay")
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    [Function("AsText")]
    public void AsText([ServiceBusTrigger("kinerja-events", "all-events", Connection = "Bus")] string text) => notes.Add($"text {text}");

    [Function("AsBytes")]
    public void AsBytes([ServiceBusTrigger("kinerja-events", "rankings", Connection = "Bus")] byte[] bytes) => notes.Add($"bytes {bytes.Length}");
}
