using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;

namespace Kinerja.FunctionsHost.Rpc;

/// <summary>The worker ended, or its stream broke, before it answered.</summary>
internal sealed class WorkerLostException() : InvalidOperationException("The worker is gone.");

/// <summary>The conversation with one worker over its one stream.</summary>
internal sealed class WorkerChannel(string workerId, WorkerLog log)
{
    private static readonly WriteOptions More = new(WriteFlags.BufferHint);
    private static readonly WriteOptions Last = new();

    private readonly Channel<StreamingMessage> _toSend =
        Channel.CreateUnbounded<StreamingMessage>(new UnboundedChannelOptions { SingleReader = true });

    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _asked = new();
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string WorkerId => workerId;

    /// <summary>Completes when the worker has called.</summary>
    public Task Opened => _opened.Task;

    /// <summary>Completes when nothing more will come from the worker.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Sends a question and waits for its answer, which carries the same request id.</summary>
    public async Task<StreamingMessage> AskAsync(StreamingMessage question)
    {
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[question.RequestId] = answer;
        try
        {
            return TryTell(question) ? await answer.Task : throw new WorkerLostException();
        }
        finally
        {
            _asked.TryRemove(question.RequestId, out _);
        }
    }

    /// <summary>Sends what nobody answers; false when the worker is gone.</summary>
    public bool TryTell(StreamingMessage message) => _toSend.Writer.TryWrite(message);

    /// <summary>Carries the stream until either side ends it.</summary>
    public async Task ServeAsync(
        IAsyncStreamReader<StreamingMessage> from,
        IServerStreamWriter<StreamingMessage> to,
        CancellationToken gone)
    {
        _opened.TrySetResult();
        try
        {
            var reading = ReadAsync(from, gone);
            var writing = WriteAsync(to, gone);
            await await Task.WhenAny(reading, writing);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or InvalidOperationException
            or Grpc.Core.RpcException)
        {
            // The worker is gone; whoever waits for it is told below.
        }
        finally
        {
            Close();
        }
    }

    /// <summary>Ends the conversation: all who still wait for an answer learn that none will come.</summary>
    public void Close()
    {
        _toSend.Writer.TryComplete();
        foreach (var answer in _asked.Values)
        {
            answer.TrySetException(new WorkerLostException());
        }

        _closed.TrySetResult();
    }

    private async Task ReadAsync(IAsyncStreamReader<StreamingMessage> from, CancellationToken gone)
    {
        while (await from.MoveNext(gone))
        {
            var message = from.Current;
            if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog)
            {
                log.Write(message.RpcLog);
            }
            else if (_asked.TryGetValue(message.RequestId, out var answer))
            {
                answer.TrySetResult(message);
            }
        }
    }

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> to, CancellationToken gone)
    {
        while (await _toSend.Reader.WaitToReadAsync(gone))
        {
            while (_toSend.Reader.TryRead(out var message))
            {
                to.WriteOptions = _toSend.Reader.TryPeek(out _) ? More : Last;
                await to.WriteAsync(message, gone);
            }
        }
    }
}
