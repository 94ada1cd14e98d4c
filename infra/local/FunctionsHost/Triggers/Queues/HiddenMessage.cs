using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Kinerja.FunctionsHost.Triggers.Queues;

/// <summary>A message that this host holds, with the receipt of the last time it was hidden.</summary>
internal sealed class HiddenMessage(QueueClient queue, QueueMessage message, TimeSpan visibility)
{
    private string _receipt = message.PopReceipt;

    public QueueMessage Message => message;

    /// <summary>Hides it anew at half of its time until it is done. One that is lost meanwhile is left alone.</summary>
    public async Task RenewAsync(CancellationToken done)
    {
        try
        {
            while (true)
            {
                await Task.Delay(visibility / 2, done);
                if (!await UpdateAsync(visibility))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // Done.
        }
    }

    public async Task DeleteAsync()
    {
        try
        {
            await queue.DeleteMessageAsync(message.MessageId, _receipt, CancellationToken.None);
        }
        catch (RequestFailedException lost) when (IsLost(lost))
        {
            // Another host has it now.
        }
    }

    /// <summary>Shows it again after that time, to whoever looks first.</summary>
    public Task ShowAsync(TimeSpan after) => UpdateAsync(after);

    private async Task<bool> UpdateAsync(TimeSpan hidden)
    {
        try
        {
            UpdateReceipt receipt = await queue.UpdateMessageAsync(
                message.MessageId, _receipt, message.Body, hidden, CancellationToken.None);
            _receipt = receipt.PopReceipt;
            return true;
        }
        catch (RequestFailedException lost) when (IsLost(lost))
        {
            return false;
        }
    }

    private static bool IsLost(RequestFailedException e) =>
        e.ErrorCode == QueueErrorCode.PopReceiptMismatch
        || e.ErrorCode == QueueErrorCode.MessageNotFound
        || e.ErrorCode == QueueErrorCode.QueueNotFound;
}
