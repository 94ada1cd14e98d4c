using System.Diagnostics;
using System.Text.Json;
using Kinerja.Application.Files.Exports;
using Kinerja.Application.Files.Sheets;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Workforce;
using Kinerja.Benchmarks.Harness;
using Kinerja.Benchmarks.Quarters;
using Kinerja.Domain;
using Kinerja.Local.Cloud;
using Kinerja.Local.Processes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kinerja.Benchmarks.Files;

/// <summary>
/// Files of one agency of 10,000 on Azurite, each form once: seconds, size, and what lives in memory while rows go.
/// </summary>
internal static class FilesBenchmark
{
    private const int People = 10_000;

    private static readonly YearMonth Month = new(2026, 3);

    public static async Task<Report> RunAsync(RunSize size)
    {
        await NodePackages.EnsureAsync(Console.WriteLine);
        using var folder = new TemporaryFolder();
        await using var cloud = await LocalCloud.StartAsync(
            folder.Path, issuerPort: 0, lockSeconds: null, CancellationToken.None);
        using var app = await QuarterBenchmark.BuildAsync(cloud, new StepsInProcess());
        var agency = new ManyPeople(size.Scaled(People, 1000));
        await agency.RegisterAsync(Get<IAgencies>(), Get<IWorkforce>());
        var scheme = JsonDocument.Parse("""{"shipped":"deduction-pertanian-68-2012"}""").RootElement;
        _ = (await Get<PublishPolicy>().ExecuteAsync(
            new Actor(ManyPeople.Agency, "benchmark", null, ActorProof.AppWord), PolicyKinds.Deduction,
            ManyPeople.Quarter.FirstDay, null, scheme, default)).Value;

        var report = new Report(
            "files", "file", "seconds", "people/s", "table calls", "MB", "live MB, least", "live MB, most");
        var months = Get<ExportMonths>();
        await AddAsync(
            report, "deductions, folded", agency.Count, SheetFormat.Csv,
            () => months.DeductionsAsync(ManyPeople.Agency, Month, default));
        await ManyPeople.CloseMonthsAsync(Get<IDayCloses>(), Get<CloseBucket>(), QuarterBenchmark.Now);
        foreach (var format in Enum.GetValues<SheetFormat>())
        {
            await AddAsync(
                report, "deductions", agency.Count, format,
                () => months.DeductionsAsync(ManyPeople.Agency, Month, default));
            await AddAsync(
                report, "attendance", agency.Count, format,
                () => months.AttendanceAsync(ManyPeople.Agency, Month, default));
        }

        await ImportBenchmark.AddAsync(report, agency.Count);
        return report.Note(
            $"{agency.Count} people, {agency.Units} units; stored months but for the first line; "
            + "in the process, without HTTP; "
            + "live: after a collection, every 1,000 rows of a second pass, and of what comes in once a second");

        T Get<T>()
            where T : notnull => app.Services.GetRequiredService<T>();
    }

    private static async Task AddAsync(
        Report report, string name, int people, SheetFormat format, Func<Task<Result<Sheet>>> open)
    {
        var to = new CountedStream();
        using var calls = new CountedCalls();
        var watch = Stopwatch.StartNew();
        await format.WriteAsync((await open()).Value, to, false, default);
        var (seconds, count) = (watch.Elapsed.TotalSeconds, calls.Count);
        var (sheet, live) = ((await open()).Value, new List<double>());
        await format.WriteAsync(sheet with { Rows = Watched(sheet.Rows, live) }, Stream.Null, false, default);
        report
            .Row(
                $"{name}, {format}", Report.Text(seconds), Report.Text(people / seconds), Report.Text(count),
                Report.Text(to.Bytes / 1e6), Report.Text(live.Min()), Report.Text(live.Max()))
            .Fact($"{name.Replace(", ", "_", StringComparison.Ordinal)}_{format}_s".ToLowerInvariant(), seconds);
    }

    private static async IAsyncEnumerable<IReadOnlyList<SheetCell>> Watched(
        IAsyncEnumerable<IReadOnlyList<SheetCell>> rows, List<double> live)
    {
        var count = 0;
        await foreach (var row in rows)
        {
            if (++count % 1000 == 0)
            {
                live.Add(GC.GetTotalMemory(forceFullCollection: true) / 1e6);
            }

            yield return row;
        }
    }
}
