using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Policies;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class PoliciesServices
{
    public static IServiceCollection AddPolicies(this IServiceCollection services) => services
        .AddSingleton(ShippedFiles.Policies)
        .AddSingleton<IPolicies, TablePolicies>()
        .AddSingleton<PublishPolicy>()
        .AddSingleton<ReadPolicies>()
        .AddSingleton<ReadPoliciesInForce>()
        .AddSingleton<DryRunPolicy>();
}
