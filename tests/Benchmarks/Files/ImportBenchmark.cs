using System.Diagnostics;
using System.Globalization;
using Kinerja.Application.Files.Imports;
using Kinerja.Application.Files.Sheets;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Workforce;
using Kinerja.Benchmarks.Harness;
using Kinerja.Benchmarks.Quarters;
using Kinerja.Domain.Files;
using Kinerja.Local.Cloud;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Benchmarks.Files;

/// <summary>
/// Files of new people, each with a NIP, previewed and then written, each form in a store of its own: Azurite looks
/// through all rows of a table for a query and through all rows of one row key for an insert, so that a second file
/// takes longer there whatever its form; the last lines show how much. A real table store does neither.
/// </summary>
internal static class ImportBenchmark
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    internal static async Task AddAsync(Report report, int people)
    {
        await AddAsync(report, people, SheetFormat.Csv, SheetFormat.Xlsx);
        await AddAsync(report, people, SheetFormat.Xlsx);
    }

    private static async Task AddAsync(Report report, int people, SheetFormat first, SheetFormat? second = null)
    {
        using var folder = new TemporaryFolder();
        await using var cloud = await LocalCloud.StartAsync(
            folder.Path, issuerPort: 0, lockSeconds: null, CancellationToken.None);
        using var app = await QuarterBenchmark.BuildAsync(cloud, new StepsInProcess());
        var services = app.Services;
        await new ManyPeople(people).RegisterAsync(
            services.GetRequiredService<IAgencies>(), services.GetRequiredService<IWorkforce>());
        await ManyPeople.CloseMonthsAsync(
            services.GetRequiredService<IDayCloses>(), services.GetRequiredService<CloseBucket>(),
            QuarterBenchmark.Now);

        var file = await FileAsync(first, people, turn: 0);
        await AddAsync(report, services, $"in, {first}", people, file, counts => counts.New);
        if (second is { } format)
        {
            await AddAsync(report, services, "in, the same again", people, file, counts => counts.Unchanged);
            await AddAsync(
                report, services, $"in, as many more, {format}", people, await FileAsync(format, people, turn: 1),
                counts => counts.New);
        }
    }

    private static async Task AddAsync(
        Report report, IServiceProvider services, string name, int people, byte[] file,
        Func<ImportCounts, int> expected)
    {
        var queue = new OneStep();
        var imports = services.GetRequiredService<IImports>();
        Import? import = null;
        await TimeAsync(report, $"preview {name}", people, file.Length, async () =>
            import = (await services.GetRequiredService<PreviewImport>().ExecuteAsync(
                ManyPeople.Actor, ImportKind.People, file, default)).Value);
        if (expected(import!.Counts) != people)
        {
            throw new InvalidOperationException($"{import.Counts} is not what {name} does.");
        }

        await TimeAsync(report, $"apply {name}", people, file.Length, async () =>
        {
            var apply = new ApplyImport(
                imports, queue, services.GetRequiredService<ImportKinds>(),
                services.GetRequiredService<TimeProvider>());
            _ = (await apply.StartAsync(ManyPeople.Actor, import.Id, ImportChoice.All, null, default)).Value;
            while (queue.Take() is { } step)
            {
                await apply.StepAsync(step, default);
            }
        });
        if ((await imports.FindAsync(ManyPeople.Agency, import.Id, default))!.Value.Counts.Done != people)
        {
            throw new InvalidOperationException("Not all were written.");
        }
    }

    private static async Task TimeAsync(Report report, string name, int people, int bytes, Func<Task> work)
    {
        var least = GC.GetTotalMemory(forceFullCollection: true);
        var most = least;
        using var stop = new CancellationTokenSource();
        var looking = Task.Run(async () =>
        {
            using var timer = new PeriodicTimer(Look);
            while (!stop.IsCancellationRequested && await timer.WaitForNextTickAsync())
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            }
        });
        using var calls = new CountedCalls();
        var watch = Stopwatch.StartNew();
        await work();
        var (seconds, count) = (watch.Elapsed.TotalSeconds, calls.Count);
        await stop.CancelAsync();
        await looking;
        report
            .Row(
                name, Report.Text(seconds), Report.Text(people / seconds), Report.Text(count),
                Report.Text(bytes / 1e6), Report.Text(least / 1e6), Report.Text(most / 1e6))
            .Fact(name.Replace(",", "", StringComparison.Ordinal).Replace(' ', '_').ToLowerInvariant() + "_s", seconds);
    }

    private static async Task<byte[]> FileAsync(SheetFormat format, int people, int turn)
    {
        string[] keys =
        [
            "id", "unitId", "kind", "raterId", "active", "postId", "startedOn", "discipline", "endedOn", "from", "nip",
        ];
        var rows = Enumerable.Range(0, people).Select(i => new[]
        {
            string.Create(CultureInfo.InvariantCulture, $"baru-{turn}-{i:D6}"), "unit-0", "pns", null, "ya", null,
            "2020-03-01", "none", null, null,
            string.Create(CultureInfo.InvariantCulture, $"19880412201{turn}{i:D5}1"),
        });
        using var file = new MemoryStream();
        var sheet = new Sheet(
            "people", [.. keys.Select(key => new SheetColumn(key, key, key))],
            rows.Select(row => (IReadOnlyList<SheetCell>)[.. row.Select(cell => (SheetCell)cell)]).ToAsyncEnumerable());
        await format.WriteAsync(sheet, file, false, default);
        return file.ToArray();
    }

    private sealed class OneStep : IImportQueue
    {
        private ImportStep? _step;

        public Task SendAsync(ImportStep step, CancellationToken cancel)
        {
            _step = step;
            return Task.CompletedTask;
        }

        internal ImportStep? Take()
        {
            var (step, _) = (_step, _step = null);
            return step;
        }
    }
}
