namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>Renews the lock of one message while its handler runs; disposing it ends that.</summary>
internal sealed class LockRenewal : IAsyncDisposable
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _done = new();
    private readonly ServiceBusReceiver _receiver;
    private readonly ServiceBusReceivedMessage _message;
    private readonly Func<Exception, ServiceBusErrorSource, Task> _report;
    private readonly Task _loop;

    private LockRenewal(
        ServiceBusReceiver receiver,
        ServiceBusReceivedMessage message,
        TimeSpan longest,
        Func<Exception, ServiceBusErrorSource, Task> report)
    {
        _receiver = receiver;
        _message = message;
        _report = report;
        if (longest != Timeout.InfiniteTimeSpan)
        {
            _done.CancelAfter(longest);
        }

        _loop = Task.Run(RunAsync);
    }

    public static LockRenewal? Start(
        ServiceBusReceiver receiver,
        ServiceBusReceivedMessage message,
        TimeSpan longest,
        Func<Exception, ServiceBusErrorSource, Task> report) =>
        longest == TimeSpan.Zero ? null : new LockRenewal(receiver, message, longest, report);

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _done.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (!_message.IsSettled)
            {
                await Task.Delay(UntilRenewal(), _done.Token).ConfigureAwait(false);
                if (!_message.IsSettled)
                {
                    await _receiver.RenewMessageLockAsync(_message, _done.Token).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (_done.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure)
        {
            // A handler that settled in the meantime took the lock away itself.
            if (!_message.IsSettled && !_done.IsCancellationRequested)
            {
                await _report(failure, ServiceBusErrorSource.RenewLock).ConfigureAwait(false);
            }
        }
    }

    // Half of what is left, or ten seconds before the end where that is later.
    private TimeSpan UntilRenewal()
    {
        var left = _message.LockedUntil - DateTimeOffset.UtcNow;
        var half = left / 2;
        var wait = left - (half < LongestMargin ? half : LongestMargin);
        return wait > ShortestWait ? wait : ShortestWait;
    }
}
