using System.Diagnostics;
using Kinerja.Application.Events;
using Kinerja.Application.Queues;

namespace Kinerja.Application.Runs;

public sealed class StorageRunQueue(WorkQueues queues) : IRunQueue
{
    public Task SendAsync(IReadOnlyCollection<RunStep> steps, CancellationToken cancel) =>
        queues.SendAsync(
            EntityNames.RunsQueue, steps.Select(step => WorkMessages.Write(step, Activity.Current?.Id)), cancel);
}
