using Kinerja.Local.Cloud;
using Kinerja.Local.Ministry;
using Kinerja.Local.Processes;

namespace Kinerja.Host.Tests.Runs;

/// <summary>
/// An agency whose people all have their ratings of a quarter, registered once: its store is copied for each run of the
/// quarter, and one run that nothing happens to says what the others must come to.
/// </summary>
public sealed class RatedAgency : IAsyncLifetime, IDisposable
{
    internal const string Id = "contoh-kill";
    internal const int People = 40;

    /// <summary>The same wherever rankings are compared, since the salts of their lines come from it.</summary>
    private const string Salt = "the same everywhere, since the salts of lines come from it";

    private static readonly DateTimeOffset AfterGrace = new(2026, 4, 8, 9, 0, 0, TimeSpan.FromHours(9));

    /// <summary>
    /// One person a shard, so that a death falls into the middle of many messages; what a dead host held is seen again
    /// soon.
    /// </summary>
    private static readonly Dictionary<string, string> ImpatientHost = new(CloudFixture.WithoutTimers)
    {
        ["KinerjaRuns__ShardSize"] = "1",
        ["AzureFunctionsJobHost__extensions__queues__runVisibility"] = "00:00:03",
        ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:01",
        ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.2",
        ["AzureFunctionsJobHost__extensions__queues__maxDequeueCount"] = "200",
    };

    private readonly TempFolder _rated = new();

    /// <summary>The hash of the undisturbed run's ranking, and how many messages it came in.</summary>
    internal (string Sha256, int Messages) Undisturbed { get; private set; }

    public async Task InitializeAsync()
    {
        await NodePackages.EnsureAsync();
        using var folder = new TempFolder();
        await using var cloud = await OpenAsync(folder.Path);
        await using var ministry = await ListenAsync(cloud);
        var clock = new ReplayClock(CloudFixture.Monday);
        await using var app = await FunctionApp.StartAsync(
            OptionsFor(cloud) with { Clock = clock }, CancellationToken.None);
        var api = new Api(app.Address, cloud.Issuer.TokenFor(Id));
        await RegisterAsync(api);
        await cloud.Tables.RestartAsync(atRest: () => Copy(AzuriteOf(folder.Path), AzuriteOf(_rated.Path)));
        clock.MoveTo(AfterGrace);
        await RunProgress.AskAsync(() => api);
        Undisturbed = await RunProgress.EndAsync(() => api, cloud, ministry);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _rated.Dispose();

    /// <summary>A cloud of its own in that folder, which holds the rated agency once there is one.</summary>
    internal async Task<LocalCloud> OpenAsync(string folder)
    {
        if (Directory.Exists(AzuriteOf(_rated.Path)))
        {
            Copy(AzuriteOf(_rated.Path), AzuriteOf(folder));
        }

        return await LocalCloud.StartAsync(folder, issuerPort: 0, lockSeconds: 2, CancellationToken.None);
    }

    internal static FunctionAppOptions OptionsFor(LocalCloud cloud) =>
        cloud.OptionsFor() with { SpotCheckSalt = Salt, Settings = ImpatientHost };

    internal static async Task<RankingSubscriber> ListenAsync(LocalCloud cloud)
    {
        var ministry = new RankingSubscriber(cloud.Bus.ConnectionString, Path.Combine(cloud.Folder, "ministry"));
        await ministry.StartAsync(CancellationToken.None);
        return ministry;
    }

    private static async Task RegisterAsync(Api api)
    {
        var people = string.Join(',', Enumerable.Range(0, People).Select(i =>
            $$"""{"id":"orang-{{i:D2}}","unitId":"tu","kind":"pns","raterId":"kepala"}"""));
        await PutAsync("", """{"name":"Contoh","zone":"Asia/Jayapura","beganOn":"2026-01-01"}""");
        await PutAsync("/units", """{"units":[{"id":"tu","name":"TU","zone":"Asia/Jayapura"}]}""");
        await PutAsync("/employees", $$"""{"employees":[{{people}}]}""");
        await Parallel.ForEachAsync(Enumerable.Range(0, People), async (i, _) =>
            await PutAsync($"/ratings/2026-Q1/orang-{i:D2}", $$"""
                {"raterId":"kepala","result":"{{(i % 3 == 0 ? "above" : "meets")}}","behaviour":"above",
                 "skpScore":{{80 + (i / 2)}},"behaviourScore":90}
                """));

        async Task PutAsync(string path, string body) =>
            Assert.Equal(200, (await api.PutAsync($"/api/v1/agencies/{Id}{path}", body)).Status);
    }

    private static string AzuriteOf(string folder) => Path.Combine(folder, "azurite");

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
