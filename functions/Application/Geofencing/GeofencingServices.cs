using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Geofencing;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class GeofencingServices
{
    public static IServiceCollection AddGeofencing(this IServiceCollection services) => services
        .AddSingleton<IGeofences, TableGeofences>()
        .AddSingleton(_ => new ExpensiveWorkLane())
        .AddSingleton<PublishGeofence>()
        .AddSingleton<ReadGeofences>()
        .AddSingleton<WithdrawGeofence>()
        .AddSingleton<ImportGeofences>()
        .AddSingleton<DryRunPosition>()
        .AddSingleton<DryRunFence>()
        .AddSingleton<RepairFence>();
}
