namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>The loop behind a processor: receive, keep the lock, call the handler, settle.</summary>
internal sealed class MessagePump(
    ServiceBusReceiver receiver,
    ServiceBusProcessorOptions options,
    Func<ProcessMessageEventArgs, Task> onMessage,
    Func<ProcessErrorEventArgs, Task> onError,
    CancellationToken stop)
{
    // After a failed receive, which has been tried several times by then.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    public async Task RunAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (await receiver.ReceiveMessageAsync(cancellationToken: stop).ConfigureAwait(false) is { } message)
                {
                    await HandleAsync(message).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                await ReportAsync(failure, ServiceBusErrorSource.Receive).ConfigureAwait(false);
                await Task.Delay(Rest, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // From here on nothing is cancelled: a message that was handled must be settled even while stopping.
    private async Task HandleAsync(ServiceBusReceivedMessage message)
    {
        var locked = options.ReceiveMode == ServiceBusReceiveMode.PeekLock;
        await using var renewal = locked
            ? LockRenewal.Start(receiver, message, options.MaxAutoLockRenewalDuration, ReportAsync)
            : null;
        try
        {
            await onMessage(new ProcessMessageEventArgs(message, receiver, stop)).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            await ReportAsync(failure, ServiceBusErrorSource.ProcessMessageCallback).ConfigureAwait(false);
            if (locked && !message.IsSettled && !LostLock(failure))
            {
                await TryAsync(() => receiver.AbandonMessageAsync(message), ServiceBusErrorSource.Abandon)
                    .ConfigureAwait(false);
            }

            return;
        }

        if (locked && options.AutoCompleteMessages && !message.IsSettled)
        {
            await TryAsync(() => receiver.CompleteMessageAsync(message), ServiceBusErrorSource.Complete)
                .ConfigureAwait(false);
        }
    }

    private async Task TryAsync(Func<Task> settle, ServiceBusErrorSource source)
    {
        try
        {
            await settle().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            await ReportAsync(failure, source).ConfigureAwait(false);
        }
    }

    private static bool LostLock(Exception failure) =>
        failure is ServiceBusException { Reason: ServiceBusFailureReason.MessageLockLost };

    // A failing error handler must not end the loop, and there is nobody left to tell.
    private async Task ReportAsync(Exception failure, ServiceBusErrorSource source)
    {
        try
        {
            await onError(new ProcessErrorEventArgs(
                failure, source, receiver.FullyQualifiedNamespace, receiver.EntityPath, stop)).ConfigureAwait(false);
        }
        catch (Exception)
        {
            return;
        }
    }
}
