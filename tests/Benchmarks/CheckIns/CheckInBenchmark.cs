using System.Text.Json;
using Kinerja.Application;
using Kinerja.Benchmarks.Harness;
using Kinerja.Local.Cloud;
using Kinerja.Local.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Benchmarks.CheckIns;

/// <summary>POST /api/v1/check-ins as an agency's app sends it, against Kestrel doing next to nothing with the same body.</summary>
internal static class CheckInBenchmark
{
    private const int TableCallers = 16;
    private const int MemoryCallers = 64;

    /// <summary>Server: processor time of this process, which holds both sides' servers, for each request.</summary>
    private sealed record Sample(double PerSecond, double P50, double P99, double ServerMicroseconds);

    public static async Task<Report> RunAsync(RunSize size)
    {
        await NodePackages.EnsureAsync(Console.WriteLine);
        using var folder = new TemporaryFolder();
        await using var cloud = await LocalCloud.StartAsync(folder.Path, issuerPort: 0, lockSeconds: null, CancellationToken.None);
        var agency = await RegisteredAgency.RegisterAsync(cloud);
        await using var bare = await BareEndpoints.StartAsync(cloud.Tables.ConnectionString);
        var report = new Report("checkin", "endpoint", "requests/s", "p50 ms", "p99 ms", "server cpu us", "ours/bare", "cpu ours/bare");

        await using (var app = await FunctionApp.StartAsync(cloud.OptionsFor(), CancellationToken.None))
        {
            await CompareAsync("tables", app.Address, bare.Insert, TableCallers, () => { });
        }

        var memory = new CheckInsInMemory();
        await using (var app = await FunctionApp.StartAsync(cloud.OptionsFor(), CancellationToken.None, s => s.AddSingleton<ICheckIns>(memory)))
        {
            await CompareAsync("memory", app.Address, bare.Echo, MemoryCallers, memory.Forget);
        }

        return report.Note($"tables: Azurite, {TableCallers} callers, bare = one raw insert; memory: {MemoryCallers} callers, bare = echo");

        async Task CompareAsync(string store, Uri app, Uri peer, int callers, Action forget)
        {
            var found = await Rounds.RunAsync(size.Rounds,
            [
                new Contender<Sample>($"{store}, ours", () => MeasureAsync(new Uri(app, "/api/v1/check-ins"))),
                new Contender<Sample>($"{store}, bare", () => MeasureAsync(peer)),
            ]);
            Add(report, store, found[0], found[1]);

            Task<Sample> MeasureAsync(Uri address)
            {
                forget();
                return LoadAsync(new(address, agency.Token, RegisteredAgency.Template(), callers, size.Seconds), folder.Path);
            }
        }
    }

    private static async Task<Sample> LoadAsync(LoadPlan plan, string folder)
    {
        var file = Path.Combine(folder, "load-plan.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(plan));
        var cpu = Environment.CpuUsage.TotalTime;
        await using var load = ChildProcess.Start("dotnet", [typeof(LoadWorkers).Assembly.Location, LoadWorkers.Verb, file]);
        if (await load.WaitForExitAsync() != 0)
        {
            throw new InvalidOperationException($"The load process failed:\n{load.Output}");
        }

        var result = JsonSerializer.Deserialize<LoadResult>(load.Output)!;
        var used = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds;
        return result.Fault is { } fault
            ? throw new InvalidOperationException($"{plan.Address} did not take a check-in: {fault}")
            : new(result.PerSecond, result.P50Milliseconds, result.P99Milliseconds, used / result.All);
    }

    private static void Add(Report report, string store, Series<Sample> ours, Series<Sample> bare)
    {
        Func<Sample, double> rate = s => s.PerSecond, cpu = s => s.ServerMicroseconds;
        foreach (var side in new[] { ours, bare })
        {
            var mine = side == ours;
            report.Row(
                side.Name,
                Report.Text(side.Median(rate)),
                Report.Text(side.Median(s => s.P50)),
                Report.Text(side.Median(s => s.P99)),
                Report.Text(side.Median(cpu)),
                mine ? Report.Text(ours.RatioTo(bare, rate)) : "",
                mine ? Report.Text(ours.RatioTo(bare, cpu)) : "");
        }

        report.Fact($"{store}_ours_per_s", ours.Median(rate))
            .Fact($"{store}_bare_per_s", bare.Median(rate))
            .Fact($"{store}_ratio", ours.RatioTo(bare, rate))
            .Fact($"{store}_cpu_ratio", ours.RatioTo(bare, cpu))
            .Fact($"{store}_ours_p99_ms", ours.Median(s => s.P99));
    }
}
