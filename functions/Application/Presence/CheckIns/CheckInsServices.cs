using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class CheckInsServices
{
    public static IServiceCollection AddCheckIns(this IServiceCollection services) => services
        .AddSingleton<ICheckIns, TableCheckIns>()
        .AddSingleton<RecordCheckIn>()
        .AddSingleton<RecordCheckInBatch>()
        .AddSingleton<IPresenceProofs, TablePresenceProofs>()
        .AddSingleton<AskForPresence>()
        .AddSingleton<IDayCheckIns, TableCheckIns>()
        .AddSingleton<ReadDay>()
        .AddSingleton<ReadEvidence>()
        .AddSingleton<ReadSpotChecks>()
        .AddSingleton<AnnounceSpotChecks>();
}
