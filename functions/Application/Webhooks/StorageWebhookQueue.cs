using System.Diagnostics;
using Kinerja.Application.Events;
using Kinerja.Application.Queues;

namespace Kinerja.Application.Webhooks;

public sealed class StorageWebhookQueue(WorkQueues queues) : IWebhookQueue
{
    public Task SendAsync(IReadOnlyCollection<WebhookStep> steps, CancellationToken cancel) =>
        queues.SendAsync(
            EntityNames.WebhooksQueue, steps.Select(step => WorkMessages.Write(step, Activity.Current?.Id)), cancel);
}
