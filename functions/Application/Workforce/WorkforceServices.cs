using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Workforce;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class WorkforceServices
{
    public static IServiceCollection AddWorkforce(this IServiceCollection services) => services
        .AddSingleton<IAgencies, TableAgencies>()
        .AddSingleton<IWorkforce, TableWorkforce>()
        .AddSingleton<IDelegations, TableDelegations>()
        .AddSingleton<AgencyDirectory>()
        .AddSingleton<RegisterAgency>()
        .AddSingleton<UpsertWorkforce>()
        .AddSingleton<KeepDelegations>()
        .AddSingleton<ReportingLine>();
}
