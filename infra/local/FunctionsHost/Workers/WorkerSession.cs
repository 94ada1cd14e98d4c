using Google.Protobuf.WellKnownTypes;
using Kinerja.FunctionsHost.Functions;
using Kinerja.FunctionsHost.Rpc;
using ContentCase = Kinerja.FunctionsHost.Rpc.StreamingMessage.ContentOneofCase;

namespace Kinerja.FunctionsHost.Workers;

/// <summary>A function ended badly; the message is the worker's.</summary>
internal sealed class FunctionFailedException(string message) : Exception(message);

/// <summary>One started worker with its functions loaded: what invocations go to.</summary>
internal sealed class WorkerSession : IAsyncDisposable
{
    private const string HttpAddress = "HttpUri";
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly IWorker _worker;
    private readonly WorkerChannel _channel;
    private readonly Dictionary<string, string> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _loadFailures = new(StringComparer.OrdinalIgnoreCase);

    private WorkerSession(IWorker worker, WorkerChannel channel)
    {
        _worker = worker;
        _channel = channel;
        Ended = Task.WhenAny(worker.Ended, channel.Closed);
    }

    public int? ProcessId => _worker.ProcessId;

    /// <summary>The worker's own web server; null when it has none.</summary>
    public string? HttpUri { get; private set; }

    public IReadOnlyList<RpcFunctionMetadata> Functions { get; private set; } = [];

    /// <summary>Functions that the worker could not load, and why; running one fails with that.</summary>
    public IReadOnlyDictionary<string, string> LoadFailures => _loadFailures;

    /// <summary>Completes when the worker or its stream has ended.</summary>
    public Task Ended { get; }

    /// <summary>Starts a worker and leads it through its first steps, up to its functions being loaded.</summary>
    public static async Task<WorkerSession> StartAsync(
        IWorkerLauncher launcher,
        WorkerStreams streams,
        WorkerStart start,
        CancellationToken cancel)
    {
        var channel = streams.Expect(start.WorkerId);
        var session = new WorkerSession(await launcher.StartAsync(start, cancel), channel);
        try
        {
            await session.PrepareAsync(start.AppFolder).WaitAsync(StartPatience, cancel);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Runs a function and waits for its end. When the caller gives up, the function is told and still waited for.
    /// Throws when the function fails, could not be loaded, or the worker ends before it.
    /// </summary>
    public async Task InvokeAsync(FunctionEntry function, InvocationRequest request, CancellationToken giveUp)
    {
        if (_loadFailures.TryGetValue(function.Name, out var failure))
        {
            throw new FunctionFailedException(failure);
        }

        request.FunctionId = _ids[function.Name];
        request.TraceContext ??= new RpcTraceContext();
        var answer = _channel.AskAsync(
            new StreamingMessage { RequestId = request.InvocationId, InvocationRequest = request });
        await using var cancelling = giveUp.Register(() => Cancel(request.InvocationId));
        var result = (await answer).InvocationResponse.Result;
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new FunctionFailedException(result.Exception?.Message ?? result.Status.ToString());
        }
    }

    /// <summary>Asks the worker to end, waits a little, and ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        _channel.TryTell(
            new StreamingMessage
            {
                WorkerTerminate = new WorkerTerminate { GracePeriod = Duration.FromTimeSpan(Grace) }
            });
        await _worker.DisposeAsync();
        _channel.Close();
    }

    private async Task PrepareAsync(string folder)
    {
        if (await Task.WhenAny(_channel.Opened, _worker.Ended) != _channel.Opened)
        {
            throw new WorkerLostException();
        }

        var init = await AskAsync(
            new StreamingMessage
            {
                WorkerInitRequest = new WorkerInitRequest
                {
                    HostVersion = "4",
                    FunctionAppDirectory = folder,
                    WorkerDirectory = folder
                }
            },
            ContentCase.WorkerInitResponse);
        Require(init.WorkerInitResponse.Result);
        HttpUri = init.WorkerInitResponse.Capabilities.TryGetValue(HttpAddress, out var uri) ? uri : null;

        var metadata = await AskAsync(
            new StreamingMessage
            {
                FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = folder }
            },
            ContentCase.FunctionMetadataResponse);
        Require(metadata.FunctionMetadataResponse.Result);
        Functions = metadata.FunctionMetadataResponse.FunctionMetadataResults;
        await Task.WhenAll(Functions.Select(LoadAsync));
    }

    private async Task LoadAsync(RpcFunctionMetadata function)
    {
        _ids[function.Name] = function.FunctionId;
        var loaded = await AskAsync(
            new StreamingMessage
            {
                FunctionLoadRequest = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function }
            },
            ContentCase.FunctionLoadResponse);
        if (loaded.FunctionLoadResponse.Result.Status != StatusResult.Types.Status.Success)
        {
            lock (_loadFailures)
            {
                _loadFailures[function.Name] = loaded.FunctionLoadResponse.Result.Exception?.Message
                    ?? "It could not be loaded.";
            }
        }
    }

    private async Task<StreamingMessage> AskAsync(StreamingMessage question, ContentCase expected)
    {
        question.RequestId = Guid.NewGuid().ToString();
        var answer = await _channel.AskAsync(question);
        return answer.ContentCase == expected
            ? answer
            : throw new InvalidOperationException(
                $"The worker answered {question.ContentCase} with {answer.ContentCase}.");
    }

    private void Cancel(string invocationId) =>
        _channel.TryTell(
            new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = invocationId } });

    private static void Require(StatusResult? result)
    {
        if (result is { Status: not StatusResult.Types.Status.Success })
        {
            throw new InvalidOperationException($"The worker could not start: {result.Exception?.Message}");
        }
    }
}
