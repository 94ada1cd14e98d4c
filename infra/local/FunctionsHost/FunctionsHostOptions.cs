using Microsoft.Extensions.Logging;

namespace Kinerja.FunctionsHost;

/// <summary>What a host is started with.</summary>
public sealed record FunctionsHostOptions
{
    /// <summary>The folder of the published function app: host.json beside the worker's assembly.</summary>
    public required string AppFolder { get; init; }

    /// <summary>How the worker is started: as a process or in this one.</summary>
    public required IWorkerLauncher Worker { get; init; }

    /// <summary>
    /// Where the status and the lock of each timer are kept. Hosts that share it take turns with each timer.
    /// </summary>
    public required string StateFolder { get; init; }

    /// <summary>Where requests are taken, on the loopback address. 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>App settings, spelt as the shell spells them; the worker gets them too.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Opens every function and the admin addresses.</summary>
    public string MasterKey { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>Opens the functions of level Function.</summary>
    public string FunctionKey { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>Timers run by this clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// What the worker sends of its log unless the app's settings say otherwise; each line costs a message.
    /// </summary>
    public LogLevel WorkerLogLevel { get; init; } = LogLevel.Warning;

    /// <summary>How long a stop waits for what is under way before it cancels it.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where the host and, through it, the worker log to; nowhere by default.</summary>
    public Action<ILoggingBuilder> Logging { get; init; } = _ => { };
}
