using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Runs;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class RunsServices
{
    public static IServiceCollection AddRuns(this IServiceCollection services) => services
        .AddSingleton<INipResolutions, TableNipResolutions>()
        .AddSingleton<RevealNips>()
        .AddSingleton<ResolveNips>()
        .AddSingleton<IRuns, TableRuns>()
        .AddSingleton<IRunResults, TableRunResults>()
        .AddSingleton<IRunQueue, StorageRunQueue>()
        .AddSingleton<PinnedPolicies>()
        .AddSingleton<EvaluatedPeriods>()
        .AddSingleton<FinaliseRuns>()
        .AddSingleton<ReviseRun>()
        .AddSingleton<ReopenRun>()
        .AddSingleton<LateRatings>()
        .AddSingleton<RepeatRun>()
        .AddSingleton<DryRunRun>()
        .AddSingleton<ReadRevision>()
        .AddSingleton<CompareRevisions>()
        .AddSingleton<DispatchSteps>()
        .AddSingleton<RunPeople>()
        .AddSingleton<FindMissingRatings>()
        .AddSingleton<HoldRun>()
        .AddSingleton<PlanRuns>()
        .AddSingleton<RemindRaters>()
        .AddSingleton<AdvanceRun>()
        .AddSingleton<RunUnitsCache>()
        .AddSingleton<GatherShard>()
        .AddSingleton<EvaluateShard>()
        .AddSingleton<AnnounceFinal>()
        .AddSingleton<ReadRun>();
}
