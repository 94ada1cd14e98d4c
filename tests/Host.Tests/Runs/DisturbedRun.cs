using Kinerja.Local.Cloud;
using Kinerja.Local.Ministry;

namespace Kinerja.Host.Tests.Runs;

/// <summary>
/// A quarter's run on a cloud of its own, in processes of their own, that something happens to until it has published.
/// Meanwhile a client writes fences, one after another, and remembers which were acknowledged.
/// </summary>
internal sealed class DisturbedRun : IAsyncDisposable
{
    /// <summary>The same wherever rankings are compared, since the salts of their lines come from it.</summary>
    internal const string Salt = "the same everywhere, since the salts of lines come from it";

    private const int Disturbances = 6;

    private readonly List<string> _acknowledged = [];
    private readonly List<string> _happened = [];
    private readonly string _folder;
    private readonly string _agency;
    private readonly Random _random;
    private readonly FunctionAppOptions _options;
    private readonly RankingSubscriber _ministry;
    private FunctionProcess _app;

    private DisturbedRun(
        int seed, string agency, string folder, LocalCloud cloud, FunctionAppOptions options,
        RankingSubscriber ministry, FunctionProcess app)
    {
        (_folder, _agency, Cloud, _options, _ministry, _app) = (folder, agency, cloud, options, ministry, app);
        _random = new Random(seed);
        Seed = seed;
    }

    internal LocalCloud Cloud { get; }

    internal int Seed { get; }

    internal ReceivedRanking? Ranking => _ministry.Rankings.FirstOrDefault();

    private string Run => $"/api/v1/agencies/{_agency}/runs";

    private Api Api => new(_app.Address, Cloud.Issuer.TokenFor(_agency)) { WorkerMayDie = true };

    internal static async Task<DisturbedRun> StartAsync(
        int seed, string agency, Func<LocalCloud, Task> fill, Dictionary<string, string> settings)
    {
        var folder = Directory.CreateTempSubdirectory("kinerja-disturbed-").FullName;
        var cloud = await LocalCloud.StartAsync(folder, issuerPort: 0, lockSeconds: 2, CancellationToken.None);
        await fill(cloud);
        var ministry = new RankingSubscriber(cloud.Bus.ConnectionString, Path.Combine(folder, "ministry"));
        await ministry.StartAsync(CancellationToken.None);
        var options = cloud.OptionsFor() with { SpotCheckSalt = Salt, Settings = settings };
        return new DisturbedRun(
            seed, agency, folder, cloud, options, ministry, await FunctionProcess.StartAsync(options));
    }

    /// <summary>Starts the run, disturbs it, and comes back once it has published.</summary>
    internal async Task PlayAsync()
    {
        await UntilAsync(async () => (await Api.PostAsync(Run, """{"period":"2026-Q1"}""")).Status == 202);
        for (var i = 0; i < Disturbances; i++)
        {
            await Task.Delay(_random.Next(50, 900));
            await WriteFenceAsync(i);
            await DisturbAsync();
        }

        await UntilAsync(async () => (string?)(await Api.GetAsync($"{Run}/2026-Q1")).Json?["state"] == "published");
    }

    /// <summary>The fences that were acknowledged and are not there.</summary>
    internal async Task<IReadOnlyList<string>> LostAsync()
    {
        var lost = new List<string>();
        foreach (var fence in _acknowledged)
        {
            if ((await Api.GetAsync(fence)).Status != 200)
            {
                lost.Add(fence);
            }
        }

        return lost;
    }

    public override string ToString() => $"Seed {Seed} ({string.Join(", ", _happened)})";

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _ministry.DisposeAsync();
        await Cloud.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task DisturbAsync()
    {
        switch (_random.Next(5))
        {
            case 0:
                _happened.Add("worker killed");
                _app.KillWorker();
                break;
            case 1:
                _happened.Add("host killed");
                await _app.KillAsync();
                await _app.DisposeAsync();
                _app = await FunctionProcess.StartAsync(_options);
                break;
            case 2:
                _happened.Add("bus killed");
                await Cloud.Bus.KillAsync();
                await Cloud.Bus.StartAgainAsync();
                break;
            case 3:
                _happened.Add("store restarted");
                await Cloud.Tables.RestartAsync();
                break;
            default:
                _happened.Add("store hung");
                await Cloud.Tables.HangAsync(TimeSpan.FromSeconds(2));
                break;
        }
    }

    private async Task WriteFenceAsync(int number)
    {
        const string Square =
            """{"type":"Polygon","coordinates":[[[140,-2.001],[140.001,-2.001],[140.001,-2],[140,-2],[140,-2.001]]]}""";
        var path = $"/api/v1/agencies/{_agency}/geofences/pagar-{number}";
        var body = $$"""
            {"type":"Feature","properties":{"name":"Pagar {{number}}","kind":"office","zone":"Asia/Jayapura"},"geometry":{{Square}}}
            """;
        if (await AnsweredAsync(async () => (await Api.PutAsync(path, body)).Status is 200 or 201))
        {
            _acknowledged.Add(path);
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        while (!await AnsweredAsync(condition))
        {
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>No answer is no: whoever was asked has just died.</summary>
    private static async Task<bool> AnsweredAsync(Func<Task<bool>> ask)
    {
        try
        {
            return await ask();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
