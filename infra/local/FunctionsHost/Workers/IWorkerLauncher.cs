namespace Kinerja.FunctionsHost;

/// <summary>What a worker is told at its start: whom to call, and under which name.</summary>
/// <param name="HostEndpoint">Where this host listens for workers.</param>
/// <param name="WorkerId">The name that the worker gives when it calls.</param>
/// <param name="RequestId">The id of this start.</param>
/// <param name="AppFolder">Where the worker finds host.json.</param>
/// <param name="Settings">App settings, spelt as the shell spells them.</param>
public sealed record WorkerStart(
    Uri HostEndpoint,
    string WorkerId,
    string RequestId,
    string AppFolder,
    IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>The same as configuration keys, for a worker that is put together in this process.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Configuration() =>
    [
        .. Settings.Select(
            s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value)),
        new("Functions:Worker:HostEndpoint", HostEndpoint.AbsoluteUri),
        new("Functions:Worker:WorkerId", WorkerId),
        new("Functions:Worker:RequestId", RequestId),
        new("Functions:Worker:GrpcMaxMessageLength", "2147483647"),
    ];
}

/// <summary>Starts workers. A worker that cannot start throws, or ends without ever calling.</summary>
public interface IWorkerLauncher
{
    Task<IWorker> StartAsync(WorkerStart start, CancellationToken cancel);
}

/// <summary>A started worker. Disposing it waits a little for an end of its own and then ends it.</summary>
public interface IWorker : IAsyncDisposable
{
    /// <summary>Its process, when that is not ours.</summary>
    int? ProcessId { get; }

    /// <summary>Completes when it has ended, whyever.</summary>
    Task Ended { get; }
}
