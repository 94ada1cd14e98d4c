using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Runs;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class RunsServices
{
    public static IServiceCollection AddRuns(this IServiceCollection services) => services
        .AddSingleton<IRuns, TableRuns>()
        .AddSingleton<IRunResults, TableRunResults>()
        .AddSingleton<IRunQueue, StorageRunQueue>()
        .AddSingleton<RunPolicies>()
        .AddSingleton<FinaliseRuns>()
        .AddSingleton<ReviseRun>()
        .AddSingleton<RepeatRun>()
        .AddSingleton<TryRunPolicies>()
        .AddSingleton<DispatchSteps>()
        .AddSingleton<PlanRuns>()
        .AddSingleton<AdvanceRun>()
        .AddSingleton<UnitsOfRuns>()
        .AddSingleton<GatherShard>()
        .AddSingleton<EvaluateShard>()
        .AddSingleton<AnnounceFinal>()
        .AddSingleton<ReadRun>();
}
