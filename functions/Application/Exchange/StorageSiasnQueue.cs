using System.Diagnostics;
using Kinerja.Application.Events;
using Kinerja.Application.Queues;

namespace Kinerja.Application.Exchange;

public sealed class StorageSiasnQueue(WorkQueues queues) : ISiasnQueue
{
    public Task SendAsync(IReadOnlyCollection<SiasnStep> steps, CancellationToken cancel) =>
        queues.SendAsync(
            EntityNames.SiasnQueue, steps.Select(step => SiasnMessages.Write(step, Activity.Current?.Id)), cancel);
}
