using Kinerja.Application.Queues;
using Kinerja.Application.Tables;
using Kinerja.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kinerja.Local.Cloud;

/// <summary>
/// The function app as the worker of the main command's host: what Azure runs, except that its clock is the replay's
/// and its tables and queues are made here, which Bicep does there. The deployed app knows nothing of either.
/// </summary>
internal static class LocalWorker
{
    /// <summary>The first argument that asks for it.</summary>
    internal const string Verb = "worker";

    /// <summary>The setting that names the clock's file.</summary>
    internal const string ClockSetting = "KinerjaLocal__ClockFile";

    internal static async Task RunAsync()
    {
        using var file = new ClockFile(Environment.GetEnvironmentVariable(ClockSetting)
            ?? throw new InvalidOperationException($"The setting {ClockSetting} is missing."));
        var builder = KinerjaHost.CreateBuilder([]);
        builder.Services.AddSingleton<TimeProvider>(new Clock(file));
        using var worker = builder.Build();
        await worker.Services.GetRequiredService<TableStore>().CreateTablesAsync(CancellationToken.None);
        await worker.Services.GetRequiredService<WorkQueues>().CreateAsync(CancellationToken.None);
        await worker.RunAsync();
    }

    private sealed class Clock(ClockFile file) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => file.Read();
    }
}
