using Azure;
using Azure.Storage.Queues;
using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Microsoft.Extensions.Logging;

namespace Kinerja.Application.Queues;

/// <summary>
/// Whether the stores answer, and how fast: one row written and read again, one queue asked whether it is there. Always
/// the same row, so that a repeat leaves nothing behind.
/// </summary>
public sealed partial class ProbeStores(
    TableStore tables, QueueServiceClient queues, TimeProvider clock, ILogger<ProbeStores> log)
{
    public const string Tables = "tables";
    public const string Queues = "queues";

    private const string Row = "probe";

    /// <summary>Who waits for longer waits in vain.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<StoreProbe>> ProbeAsync(CancellationToken cancel) => await Task.WhenAll(
        TimeAsync(Tables, WriteAndReadAsync, cancel),
        TimeAsync(Queues, stop => queues.GetQueueClient(EntityNames.Queues[0]).ExistsAsync(stop), cancel));

    private async Task WriteAndReadAsync(CancellationToken cancel)
    {
        await tables.PutAsync(TableNames.Operations, PlatformMarkRows.Write(new(Row, clock.Now())), cancel);
        await tables.FindAsync(TableNames.Operations, TableKeys.PlatformMarks, Row, cancel);
    }

    private async Task<StoreProbe> TimeAsync(
        string store, Func<CancellationToken, Task> act, CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await act(limit.Token);
            return new(store, (int)Math.Ceiling(clock.GetElapsedTime(began).TotalMilliseconds));
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested
            && failure is RequestFailedException or AggregateException or OperationCanceledException)
        {
            LogFailed(failure, store);
            return new(store, null);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The store {Store} did not answer the probe")]
    private partial void LogFailed(Exception failure, string store);
}
