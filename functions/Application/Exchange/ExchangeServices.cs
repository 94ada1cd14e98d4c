using Kinerja.Application.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Exchange;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class ExchangeServices
{
    public static IServiceCollection AddExchange(this IServiceCollection services) => services
        .AddSingleton<ISiasnResults, TableSiasnResults>()
        .AddSingleton<ISiasnQueue, StorageSiasnQueue>()
        .AddSingleton<PlanSending>()
        .AddSingleton<IFinalResults>(provider => provider.GetRequiredService<PlanSending>())
        .AddSingleton<KeepSiasnAccount>()
        .AddSingleton<SaveResult>()
        .AddSingleton<SendResults>()
        .AddSingleton<ReadSending>();
}
