using System.Diagnostics;
using Kinerja.Application.Events;
using Kinerja.Application.Queues;

namespace Kinerja.Application.Intake.Pulls;

public sealed class StorageRegisterPullQueue(WorkQueues queues) : IRegisterPullQueue
{
    public Task SendAsync(RegisterPullStep step, CancellationToken cancel) =>
        queues.SendAsync(EntityNames.PullsQueue, [WorkMessages.Write(step, Activity.Current?.Id)], cancel);
}
