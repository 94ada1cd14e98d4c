using System.Diagnostics;
using Kinerja.Application.Events;
using Kinerja.Application.Queues;

namespace Kinerja.Application.Files.Imports;

public sealed class StorageImportQueue(WorkQueues queues) : IImportQueue
{
    public Task SendAsync(ImportStep step, CancellationToken cancel) =>
        queues.SendAsync(EntityNames.ImportsQueue, [ImportMessages.Write(step, Activity.Current?.Id)], cancel);
}
