using Kinerja.Application.Files.Exports;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Files;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class FilesServices
{
    public static IServiceCollection AddFiles(this IServiceCollection services) => services
        .AddSingleton<ExportMonths>()
        .AddSingleton<ExportResults>()
        .AddSingleton<ExportRanking>();
}
