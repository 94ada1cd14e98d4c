using System.Diagnostics;
using Kinerja.Application.Events;
using Kinerja.Application.Queues;

namespace Kinerja.Application.Presence.Attendance;

public sealed class StorageDayQueue(WorkQueues queues) : IDayQueue
{
    public Task<int> CountAsync(CancellationToken cancel) => queues.CountAsync(EntityNames.DaysQueue, cancel);

    public Task SendAsync(IReadOnlyCollection<CloseStep> steps, CancellationToken cancel) =>
        queues.SendAsync(
            EntityNames.DaysQueue, steps.Select(step => WorkMessages.Write(step, Activity.Current?.Id)), cancel);
}
