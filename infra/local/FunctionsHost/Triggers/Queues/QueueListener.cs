using Azure;
using Azure.Storage.Queues.Models;
using Kinerja.FunctionsHost.Functions;
using Kinerja.FunctionsHost.Workers;
using Microsoft.Extensions.Logging;

namespace Kinerja.FunctionsHost.Triggers.Queues;

/// <summary>
/// Runs one function for each message of a queue, several at once. A message that ran is deleted; one that failed is
/// shown again, and after the last try moved to the poison queue. An empty or missing queue is looked at less and less
/// often.
/// </summary>
internal sealed partial class QueueListener(
    FunctionEntry function,
    QueueClients clients,
    QueueOptions options,
    WorkerSupervisor workers,
    ILogger log)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    private readonly List<Task> _running = [];
    private CancellationToken _stop;
    private CancellationToken _forced;
    private bool _isDown;

    /// <summary>
    /// Takes messages until it is stopped and those that run have ended. The second token cancels these too.
    /// </summary>
    public Task ListenAsync(CancellationToken stop, CancellationToken forced)
    {
        (_stop, _forced) = (stop, forced);
        return Task.Run(ListenAsync, CancellationToken.None);
    }

    private async Task ListenAsync()
    {
        var waits = new Backoff(ShortestWait, options.MaxPollingInterval);
        try
        {
            while (true)
            {
                var messages = await TakeAsync();
                _running.AddRange(
                    messages.Select(message => Task.Run(() => RunAsync(message), CancellationToken.None)));
                if (messages.Count == 0)
                {
                    await Task.Delay(waits.Next(), _stop);
                    continue;
                }

                waits.Reset();
                while (_running.RemoveAll(run => run.IsCompleted) is var _
                    && _running.Count > options.NewBatchThreshold)
                {
                    await Task.WhenAny(_running).WaitAsync(_stop);
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            await Task.WhenAll(_running);
        }
    }

    private async Task<IReadOnlyList<QueueMessage>> TakeAsync()
    {
        try
        {
            QueueMessage[] messages = await clients.Queue.ReceiveMessagesAsync(
                options.BatchSize, options.RunVisibility, _stop);
            if (_isDown)
            {
                _isDown = false;
                LogBack(log, function.Name, clients.Queue.Name);
            }

            return messages;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException
            || (_stop.IsCancellationRequested && e is not OperationCanceledException))
        {
            // A stop amid the client's retries comes so too, and one amid an answer's body as whatever its broken
            // connection throws; the wait that follows ends the listener then.
            if (!_isDown && !_stop.IsCancellationRequested)
            {
                _isDown = true;
                LogDown(log, e, function.Name, clients.Queue.Name);
            }

            return [];
        }
    }

    private async Task RunAsync(QueueMessage message)
    {
        using var done = new CancellationTokenSource();
        var hidden = new HiddenMessage(clients.Queue, message, options.RunVisibility);
        try
        {
            if (message.DequeueCount > options.MaxDequeueCount)
            {
                await GiveUpAsync(hidden);
                return;
            }

            var renewing = hidden.RenewAsync(done.Token);
            var succeeded = await InvokeAsync(message);
            await done.CancelAsync();
            await renewing;
            await (succeeded ? hidden.DeleteAsync()
                : message.DequeueCount >= options.MaxDequeueCount ? GiveUpAsync(hidden)
                : hidden.ShowAsync(options.VisibilityTimeout));
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            // It comes again when it is no longer hidden.
            LogLeft(log, e, message.MessageId, clients.Queue.Name);
        }
    }

    private async Task<bool> InvokeAsync(QueueMessage message)
    {
        try
        {
            var request = QueueInvocation.Request(
                function, message, QueueInvocation.Decode(message.Body, options.Encoding));
            request.InvocationId = Guid.NewGuid().ToString();
            await workers.InvokeAsync(function, request, _forced);
            return true;
        }
        catch (Exception e)
        {
            TriggerListeners.LogFailed(log, e, function.Name);
            return false;
        }
    }

    /// <summary>
    /// To the poison queue, in the text that it was stored in; without such a queue it stays hidden for its time.
    /// </summary>
    private async Task GiveUpAsync(HiddenMessage hidden)
    {
        if (clients.Poison is { } poison)
        {
            LogPoison(log, hidden.Message.MessageId, clients.Queue.Name, poison.Name);
            await poison.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
            await poison.SendMessageAsync(hidden.Message.Body, cancellationToken: CancellationToken.None);
            await hidden.DeleteAsync();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Message {Id} of {Queue} failed too often; it goes to {Poison}.")]
    private static partial void LogPoison(ILogger log, string id, string queue, string poison);

    [LoggerMessage(LogLevel.Warning, "Function {Name} cannot receive from {Queue}; it keeps trying.")]
    private static partial void LogDown(ILogger log, Exception e, string name, string queue);

    [LoggerMessage(LogLevel.Information, "Function {Name} receives from {Queue} again.")]
    private static partial void LogBack(ILogger log, string name, string queue);

    [LoggerMessage(LogLevel.Warning, "Message {Id} of {Queue} could not be settled; it comes again.")]
    private static partial void LogLeft(ILogger log, Exception e, string id, string queue);
}
