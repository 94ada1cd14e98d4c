using System.Diagnostics;

namespace Kinerja.Application.Messaging;

public sealed class StorageRunQueue(WorkQueues queues) : IRunQueue
{
    public Task SendAsync(IReadOnlyCollection<RunStep> steps, CancellationToken cancel) =>
        queues.SendAsync(EntityNames.RunsQueue, steps.Select(step => WorkMessages.Write(step, Activity.Current?.Id)), cancel);
}
