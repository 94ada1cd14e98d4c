using Kinerja.Application.Surveys;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Queues;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class QueuesServices
{
    public static IServiceCollection AddQueues(this IServiceCollection services) => services
        .AddSingleton<WorkQueues>()
        .AddSingleton<ISurveyQueue, StorageSurveyQueue>()
        .AddSingleton<PoisonQueues>()
        .AddSingleton<ProbeStores>()
        .AddSingleton<ReadStalledRuns>()
        .AddSingleton<IOperationSamples, TableOperationSamples>()
        .AddSingleton<SampleOperations>()
        .AddSingleton<ReadOperations>();
}
