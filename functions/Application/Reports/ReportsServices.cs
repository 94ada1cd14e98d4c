using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Reports;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class ReportsServices
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ReadReports>()
        .AddSingleton<ReadNationalResults>()
        .AddSingleton<ReportMonth>();
}
