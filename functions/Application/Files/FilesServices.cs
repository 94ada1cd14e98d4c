using Kinerja.Application.Files.Exports;
using Kinerja.Application.Files.Imports;
using Kinerja.Application.Files.Prints;
using Kinerja.Application.Geofencing;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Files;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class FilesServices
{
    /// <summary>
    /// Each previewed file holds some tens of megabytes, and each that waits its own bytes; of one agency one waits.
    /// </summary>
    private const int PreviewsAtOnce = 2, PreviewsWaiting = 6, PreviewsOfAgency = 2;

    public static IServiceCollection AddFiles(this IServiceCollection services) => services
        .AddSingleton<ExportMonths>()
        .AddSingleton<ExportResults>()
        .AddSingleton<ExportRanking>()
        .AddSingleton<ExportSurvey>()
        .AddSingleton<PrintSeals>()
        .AddSingleton<ReadPrintouts>()
        .AddSingleton<IImports, TableImports>()
        .AddSingleton<IImportQueue, StorageImportQueue>()
        .AddSingleton<ImportKinds>()
        .AddKeyedSingleton(
            PreviewImport.Lane, (_, _) => new ExpensiveWorkLane(PreviewsAtOnce, PreviewsWaiting, PreviewsOfAgency))
        .AddSingleton<PreviewImport>()
        .AddSingleton<ApplyImport>()
        .AddSingleton<ReadImport>()
        .AddSingleton<SweepImports>();
}
