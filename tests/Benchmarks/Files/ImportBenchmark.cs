using System.Diagnostics;
using System.Globalization;
using Kinerja.Application.Files.Imports;
using Kinerja.Application.Files.Sheets;
using Kinerja.Benchmarks.Harness;
using Kinerja.Benchmarks.Quarters;
using Kinerja.Domain.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Benchmarks.Files;

/// <summary>
/// Files of new people, each with a NIP, previewed and then written: seconds, and the managed heap from the least to
/// the most that ten looks a second saw.
/// </summary>
internal static class ImportBenchmark
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    internal static async Task AddAsync(Report report, IServiceProvider services, int people)
    {
        foreach (var (turn, format) in new[] { SheetFormat.Csv, SheetFormat.Xlsx }.Index())
        {
            var file = await FileAsync(format, people, turn);
            var queue = new OneStep();
            var imports = services.GetRequiredService<IImports>();
            var kinds = services.GetRequiredService<ImportKinds>();
            var clock = services.GetRequiredService<TimeProvider>();
            Import? import = null;
            await TimeAsync(report, $"people in, preview, {format}", people, file.Length, async () =>
                import = (await services.GetRequiredService<PreviewImport>().ExecuteAsync(
                    ManyPeople.Actor, ImportKind.People, file, default)).Value);
            if (import!.Counts.New != people)
            {
                throw new InvalidOperationException($"{import.Counts} is not all new.");
            }

            await TimeAsync(report, $"people in, apply, {format}", people, file.Length, async () =>
            {
                var apply = new ApplyImport(imports, queue, kinds, clock);
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
    }

    private static async Task TimeAsync(Report report, string name, int people, int bytes, Func<Task> work)
    {
        var (least, most) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        using var stop = new CancellationTokenSource();
        var looking = Task.Run(async () =>
        {
            using var timer = new PeriodicTimer(Look);
            while (!stop.IsCancellationRequested && await timer.WaitForNextTickAsync())
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
            }
        });
        var watch = Stopwatch.StartNew();
        await work();
        var seconds = watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await looking;
        report
            .Row(
                name, Report.Text(seconds), Report.Text(people / seconds), Report.Text(bytes / 1e6),
                Report.Text(least / 1e6), Report.Text(most / 1e6))
            .Fact(
                name.Replace(", ", "_", StringComparison.Ordinal).Replace(' ', '_').ToLowerInvariant() + "_s", seconds);
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
            string.Create(CultureInfo.InvariantCulture, $"19880412201{turn}{i:D6}"),
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
