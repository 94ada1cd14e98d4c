using System.Collections.Concurrent;
using Grpc.Core;

namespace Kinerja.FunctionsHost.Rpc;

/// <summary>Where workers call. Only one that this host started, and once, gets in.</summary>
internal sealed class WorkerStreams(WorkerLog log) : FunctionRpc.FunctionRpcBase
{
    private readonly ConcurrentDictionary<string, WorkerChannel> _expected = new();

    /// <summary>Lets a worker of that name in.</summary>
    public WorkerChannel Expect(string workerId) => _expected[workerId] = new WorkerChannel(workerId, log);

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream,
        IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken)
            || requestStream.Current.StartStream is not { } start
            || !_expected.TryRemove(start.WorkerId, out var channel))
        {
            throw new Grpc.Core.RpcException(
                new Status(StatusCode.PermissionDenied, "No worker of this name is expected."));
        }

        await channel.ServeAsync(requestStream, responseStream, context.CancellationToken);
    }
}
