using System.Text.Json;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Benchmarks.Harness;
using Kinerja.Local.Cloud;
using Kinerja.Local.Processes;
using Kinerja.PeerApp;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Benchmarks.CheckIns;

/// <summary>
/// POST /api/v1/check-ins as an agency's app sends it, against a minimal function on the same host and worker, and
/// against Kestrel alone doing the minimal function's work.
/// </summary>
internal static class CheckInBenchmark
{
    private const int TableCallers = 16;
    private const int MemoryCallers = 64;

    private static readonly string[] PeerAssembly = ["Kinerja.PeerApp.dll"];

    /// <summary>
    /// Server: processor time of this process for each request; it says something where all servers run in it.
    /// </summary>
    private sealed record Sample(double PerSecond, double P50, double P99, double ServerMicroseconds);

    public static async Task<Report> RunAsync(RunSize size)
    {
        await NodePackages.EnsureAsync(Console.WriteLine);
        var report = new Report(
            "checkin", "endpoint", "requests/s", "p50 ms", "p99 ms", "server cpu us", "ours/this", "cpu ours/this");

        // As in Azure: host and worker are processes of their own, on both sides.
        foreach (var (name, inMemory) in new[] { ("tables", true), ("kept", false) })
        {
            await using var all = await Contenders.StartAsync(inMemory);
            await using var app = await FunctionProcess.StartAsync(all.Options);
            await using var peer = await FunctionProcess.StartAsync(PeerAssembly, all.Options);
            var found = await all.MeasureAsync(
                size, app.Address, new Uri(peer.Address, "/peer/insert"), all.Bare.Insert, TableCallers, () => { });
            Add(report, name, found, cpu: false);
        }

        // Host, worker and a dictionary as store in this process: what is left is the app's own work.
        await using (var all = await Contenders.StartAsync(tablesInMemory: true))
        {
            var memory = new CheckInsInMemory();
            await using var app = await FunctionApp.StartAsync(
                all.Options, CancellationToken.None, s => s.AddSingleton<ICheckIns>(memory));
            await using var peer = await PeerInProcess.StartAsync(all.Folder, all.Options.Environment());
            var found = await all.MeasureAsync(
                size, app.Address, new Uri(peer.Address, "/peer/echo"), all.Bare.Echo, MemoryCallers, memory.Forget);
            Add(report, "memory", found, cpu: true);
        }

        return report
            .Note(
                $"tables: Azurite in memory, {TableCallers} callers, host and worker as processes; "
                    + "the peers insert one raw row")
            .Note("kept: the same with Azurite as it comes, which saves all that it has every five seconds")
            .Note($"memory: {MemoryCallers} callers, host and worker in one process; the peers echo the body");
    }

    /// <summary>One cloud, one registered agency, and what is measured against them.</summary>
    private sealed class Contenders(
        TemporaryFolder folder, LocalCloud cloud, RegisteredAgency agency, BareEndpoints bare) : IAsyncDisposable
    {
        internal string Folder => folder.Path;

        internal BareEndpoints Bare => bare;

        internal FunctionAppOptions Options { get; } = cloud.OptionsFor()
            with
        { Settings = new Dictionary<string, string> { [PeerWorker.Tables] = cloud.Tables.ConnectionString } };

        internal static async Task<Contenders> StartAsync(bool tablesInMemory)
        {
            var folder = new TemporaryFolder();
            var cloud = await LocalCloud.StartAsync(
                folder.Path, issuerPort: 0, lockSeconds: null, CancellationToken.None, tablesInMemory);
            return new Contenders(
                folder,
                cloud,
                await RegisteredAgency.RegisterAsync(cloud),
                await BareEndpoints.StartAsync(cloud.Tables.ConnectionString));
        }

        internal Task<IReadOnlyList<Series<Sample>>> MeasureAsync(
            RunSize size, Uri app, Uri function, Uri kestrel, int callers, Action forget)
        {
            return Rounds.RunAsync(size.Rounds,
            [
                new Contender<Sample>("ours", () => LoadOneAsync(new Uri(app, "/api/v1/check-ins"))),
                new Contender<Sample>("minimal function", () => LoadOneAsync(function)),
                new Contender<Sample>("bare Kestrel", () => LoadOneAsync(kestrel)),
            ]);

            Task<Sample> LoadOneAsync(Uri address)
            {
                forget();
                return LoadAsync(
                    new(address, agency.Token, RegisteredAgency.Template(), callers, size.Seconds), Folder);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await bare.DisposeAsync();
            await cloud.DisposeAsync();
            folder.Dispose();
        }
    }

    private static async Task<Sample> LoadAsync(LoadPlan plan, string folder)
    {
        var file = Path.Combine(folder, "load-plan.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(plan));
        var cpu = Environment.CpuUsage.TotalTime;
        await using var load = ChildProcess.Start(
            "dotnet", [typeof(LoadWorkers).Assembly.Location, LoadWorkers.Verb, file]);
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

    private static void Add(Report report, string store, IReadOnlyList<Series<Sample>> found, bool cpu)
    {
        Func<Sample, double> rate = s => s.PerSecond, processor = s => s.ServerMicroseconds;
        var (ours, function, kestrel) = (found[0], found[1], found[2]);
        foreach (var side in found)
        {
            var mine = side == ours;
            report.Row(
                $"{store}, {side.Name}",
                Report.Text(side.Median(rate)),
                Report.Text(side.Median(s => s.P50)),
                Report.Text(side.Median(s => s.P99)),
                cpu ? Report.Text(side.Median(processor)) : "-",
                mine ? "" : Report.Text(ours.RatioTo(side, rate)),
                mine || !cpu ? "" : Report.Text(ours.RatioTo(side, processor)));
        }

        report.Fact($"{store}_ours_per_s", ours.Median(rate))
            .Fact($"{store}_function_per_s", function.Median(rate))
            .Fact($"{store}_kestrel_per_s", kestrel.Median(rate))
            .Fact($"{store}_ratio", ours.RatioTo(function, rate))
            .Fact($"{store}_function_to_kestrel", function.RatioTo(kestrel, rate))
            .Fact($"{store}_ours_p99_ms", ours.Median(s => s.P99));
    }
}
