using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Tables;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class TablesServices
{
    public static IServiceCollection AddTables(this IServiceCollection services) => services
        .AddSingleton<TableStore>()
        .AddSingleton<BucketPlan>();
}
