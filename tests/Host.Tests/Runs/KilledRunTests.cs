using System.Text.Json;
using Kinerja.Local.Cloud;
using Kinerja.Local.Ministry;
using Kinerja.Local.Processes;

namespace Kinerja.Host.Tests.Runs;

/// <summary>A quarter's run in a process that is killed twice on the way, beside one that is left alone.</summary>
public sealed class KilledRunTests
{
    private const int People = 40;
    private const string Agency = "contoh-kill";
    private const string Run = $"/api/v1/agencies/{Agency}/runs/2026-Q1";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>
    /// One person a shard, so that a death falls into the middle of many messages; what a dead host held is seen again
    /// soon.
    /// </summary>
    private static readonly Dictionary<string, string> ImpatientHost = new()
    {
        ["KinerjaRuns__ShardSize"] = "1",
        ["AzureFunctionsJobHost__extensions__queues__runVisibility"] = "00:00:03",
        ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:01",
        ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.2",
        ["AzureFunctionsJobHost__extensions__queues__maxDequeueCount"] = "200",
    };

    [Fact]
    public async Task A_run_killed_twice_publishes_once_and_the_same_bytes()
    {
        await NodePackages.EnsureAsync();

        var undisturbed = await RankAsync(killAt: []);
        var killed = await RankAsync(killAt: ["gatheredShards", "evaluatedShards"]);

        Assert.Equal(2, killed.Kills);
        Assert.Equal(undisturbed.Sha256, killed.Sha256);
        Assert.Equal(undisturbed.Messages, killed.Messages);
        Assert.Equal(2, killed.Messages);
    }

    /// <summary>
    /// Worker, host and bus killed (kill -9), the store stopped in order or hung, one after another at moments that the
    /// seed says. KINERJA_LONG=1 plays twenty seeds instead of three.
    /// </summary>
    [Fact]
    public async Task Whatever_dies_a_run_publishes_once_the_same_bytes_and_no_acknowledged_write_is_lost()
    {
        await NodePackages.EnsureAsync();
        var undisturbed = await RankAsync(killAt: []);
        var seeds = Environment.GetEnvironmentVariable("KINERJA_LONG") == "1" ? 20 : 3;
        for (var seed = 1; seed <= seeds; seed++)
        {
            await using var disturbed = await DisturbedRun.StartAsync(seed, Agency, RegisterAsync, ImpatientHost);
            await disturbed.PlayAsync();
            var ranking = await WaitAsync(() => Task.FromResult(disturbed.Ranking), r => r is { IsComplete: true });

            Assert.Empty(ranking!.Faults());
            Assert.True(
                undisturbed.Sha256 == ranking.Sha256, $"{disturbed}: {ranking.Sha256} instead of {undisturbed.Sha256}");
            Assert.True(
                await MessagesAsync(disturbed.Cloud) == undisturbed.Messages, $"{disturbed}: published more than once");
            Assert.True(
                await disturbed.LostAsync() is [],
                $"{disturbed}: lost {string.Join(", ", await disturbed.LostAsync())}");
        }
    }

    private static async Task<(string Sha256, int Messages, int Kills)> RankAsync(string[] killAt)
    {
        var folder = Directory.CreateTempSubdirectory("kinerja-kill-").FullName;
        await using var cloud = await LocalCloud.StartAsync(
            folder, issuerPort: 0, lockSeconds: 2, CancellationToken.None);
        await RegisterAsync(cloud);
        await using var ministry = new RankingSubscriber(cloud.Bus.ConnectionString, Path.Combine(folder, "ministry"));
        await ministry.StartAsync(CancellationToken.None);

        var options = cloud.OptionsFor() with
        {
            SpotCheckSalt = DisturbedRun.Salt,
            Settings = ImpatientHost,
        };
        var app = await FunctionProcess.StartAsync(options);
        var kills = 0;
        try
        {
            await ApiOf(cloud, app).PostAsync($"/api/v1/agencies/{Agency}/runs", """{"period":"2026-Q1"}""");
            foreach (var progress in killAt)
            {
                var done = await WaitAsync(
                    async () => (int)(await ApiOf(cloud, app).GetAsync(Run)).Json![progress]!, count => count > 0);
                await app.KillAsync();
                kills += done < People ? 1 : 0;
                await app.DisposeAsync();
                app = await FunctionProcess.StartAsync(options);
            }

            await WaitAsync(
                async () => (string?)(await ApiOf(cloud, app).GetAsync(Run)).Json!["state"],
                state => state == "published");
            var ranking = await WaitAsync(
                () => Task.FromResult(ministry.Rankings.FirstOrDefault()), r => r is { IsComplete: true });
            Assert.Empty(ranking!.Faults());
            return (ranking.Sha256, await MessagesAsync(cloud), kills);
        }
        finally
        {
            await app.DisposeAsync();
            await ministry.DisposeAsync();
            await cloud.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Api ApiOf(LocalCloud cloud, FunctionProcess app) => new(app.Address, cloud.Issuer.TokenFor(Agency));

    private static async Task RegisterAsync(LocalCloud cloud)
    {
        var clock = new ReplayClock(CloudFixture.Monday);
        await using var app = await FunctionApp.StartAsync(cloud.OptionsFor(clock), CancellationToken.None);
        var api = new Api(app.Address, cloud.Issuer.TokenFor(Agency));
        var people = string.Join(',', Enumerable.Range(0, People).Select(i =>
            $$"""{"id":"orang-{{i:D2}}","unitId":"tu","kind":"pns","raterId":"kepala"}"""));
        await api.PutAsync($"/api/v1/agencies/{Agency}", """{"name":"Contoh","zone":"Asia/Jayapura","beganOn":"2026-01-01"}""");
        await api.PutAsync(
            $"/api/v1/agencies/{Agency}/units", """{"units":[{"id":"tu","name":"TU","zone":"Asia/Jayapura"}]}""");
        await api.PutAsync($"/api/v1/agencies/{Agency}/employees", $$"""{"employees":[{{people}}]}""");
        for (var i = 0; i < People; i++)
        {
            var answer = await api.PutAsync($"/api/v1/agencies/{Agency}/ratings/2026-Q1/orang-{i:D2}", $$"""
                {"raterId":"kepala","result":"{{(i % 3 == 0 ? "above" : "meets")}}","behaviour":"above","skpScore":{{80 + (i / 2)}},"behaviourScore":90}
                """);
            Assert.Equal(200, answer.Status);
        }
    }

    /// <summary>What the subscription that nobody reads has been given.</summary>
    private static async Task<int> MessagesAsync(LocalCloud cloud)
    {
        using var http = new HttpClient();
        var told = JsonDocument.Parse(
            await http.GetStringAsync(new Uri(cloud.Bus.Endpoint, "$local/entities"))).RootElement;
        return told.GetProperty("entities").EnumerateArray()
            .Single(e => e.GetProperty("path").GetString()!.EndsWith("all-events", StringComparison.OrdinalIgnoreCase))
            .GetProperty("active").GetInt32();
    }

    private static async Task<T> WaitAsync<T>(Func<Task<T>> look, Func<T, bool> enough)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await look() is var seen && enough(seen))
            {
                return seen;
            }

            await Task.Delay(2, patience.Token);
        }
    }
}
