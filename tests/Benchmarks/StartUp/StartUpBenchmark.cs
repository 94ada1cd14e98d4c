using System.Diagnostics;
using System.Text.RegularExpressions;
using Kinerja.Benchmarks.CheckIns;
using Kinerja.Benchmarks.Harness;
using Kinerja.Local.Cloud;
using Kinerja.Local.Processes;

namespace Kinerja.Benchmarks.StartUp;

/// <summary>From starting a process to its first answer: the function app against a bare ASP.NET Core app.</summary>
internal static partial class StartUpBenchmark
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>
    /// First answer of all, and the first check-in answered, which has to reach the tables and the token issuer.
    /// </summary>
    private sealed record Sample(double FirstAnswerSeconds, double FirstCheckInSeconds);

    public static async Task<Report> RunAsync(RunSize size)
    {
        await NodePackages.EnsureAsync(Console.WriteLine);
        using var folder = new TemporaryFolder();
        await using var cloud = await LocalCloud.StartAsync(
            folder.Path, issuerPort: 0, lockSeconds: null, CancellationToken.None);
        var agency = await RegisteredAgency.RegisterAsync(cloud);

        var found = await Rounds.RunAsync(size.Rounds,
        [
            new Contender<Sample>("function app", () => FunctionAppAsync(cloud, agency)),
            new Contender<Sample>("bare app", BareAsync),
        ]);

        Func<Sample, double> first = s => s.FirstAnswerSeconds, checkIn = s => s.FirstCheckInSeconds;
        var (ours, bare) = (found[0], found[1]);
        return new Report("startup", "process", "first answer s", "first check-in s")
            .Row(ours.Name, Report.Text(ours.Median(first)), Report.Text(ours.Median(checkIn)))
            .Row(bare.Name, Report.Text(bare.Median(first)), "-")
            .Note("from the start of the process (dotnet <assembly>) to the answer read")
            .Fact("ours_s", ours.Median(first))
            .Fact("bare_s", bare.Median(first))
            .Fact("ratio", ours.RatioTo(bare, first))
            .Fact("first_check_in_s", ours.Median(checkIn));
    }

    private static async Task<Sample> FunctionAppAsync(LocalCloud cloud, RegisteredAgency agency)
    {
        // Each start is of a new instance: nothing of an earlier one's timers or state helps it.
        using var state = new TemporaryFolder();
        var watch = Stopwatch.StartNew();
        await using var app = await FunctionProcess.StartAsync(cloud.OptionsFor() with { StateFolder = state.Path });
        var first = await FirstAnswerAsync(app.Address, watch);
        await agency.CheckInAsync(app.Address);
        return new(first, watch.Elapsed.TotalSeconds);
    }

    private static async Task<Sample> BareAsync()
    {
        var watch = Stopwatch.StartNew();
        await using var process = ChildProcess.Start("dotnet", [typeof(BareApp).Assembly.Location, BareApp.Verb]);
        var listening = await process.FirstMatchAsync(Listening(), Patience);
        return new(await FirstAnswerAsync(new Uri(listening.Groups[1].Value), watch), double.NaN);
    }

    private static async Task<double> FirstAnswerAsync(Uri address, Stopwatch watch)
    {
        using var http = new HttpClient();
        await http.GetStringAsync(new Uri(address, "/api/health"));
        return watch.Elapsed.TotalSeconds;
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
