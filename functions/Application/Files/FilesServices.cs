using Kinerja.Application.Files.Exports;
using Kinerja.Application.Files.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Files;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class FilesServices
{
    public static IServiceCollection AddFiles(this IServiceCollection services) => services
        .AddSingleton<ExportMonths>()
        .AddSingleton<ExportResults>()
        .AddSingleton<ExportRanking>()
        .AddSingleton<IImports, TableImports>()
        .AddSingleton<IImportQueue, StorageImportQueue>()
        .AddSingleton<ImportKinds>()
        .AddSingleton<PreviewImport>()
        .AddSingleton<ApplyImport>()
        .AddSingleton<ReadImport>()
        .AddSingleton<SweepImports>();
}
