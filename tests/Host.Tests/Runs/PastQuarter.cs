using Kinerja.Local.Cloud;
using Kinerja.Local.Ministry;

namespace Kinerja.Host.Tests.Runs;

/// <summary>
/// A second function app on the same cloud whose clock stands after the quarter and its days of grace, and a ministry
/// that listens. The app of the fixture stays in January, so that other tests can go on checking in.
/// </summary>
public sealed class PastQuarter : IAsyncDisposable
{
    private static readonly DateTimeOffset AfterGrace = new(2026, 4, 8, 9, 0, 0, TimeSpan.FromHours(9));
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly CloudFixture _cloud;
    private readonly string _folder;
    private readonly FunctionApp _app;
    private readonly RankingSubscriber _ministry;

    private PastQuarter(CloudFixture cloud, string folder, FunctionApp app)
    {
        _cloud = cloud;
        _folder = folder;
        _app = app;
        _ministry = new RankingSubscriber(cloud.Cloud.Bus.ConnectionString, Path.Combine(folder, "ministry"));
    }

    public static async Task<PastQuarter> OpenAsync(CloudFixture cloud)
    {
        var folder = Directory.CreateTempSubdirectory("kinerja-quarter-").FullName;
        var options = cloud.Cloud.OptionsFor(new ReplayClock(AfterGrace)) with
        {
            StateFolder = folder,
            Settings = CloudFixture.WithoutTimers,
        };
        var quarter = new PastQuarter(cloud, folder, await FunctionApp.StartAsync(options, CancellationToken.None));
        await quarter._ministry.StartAsync(CancellationToken.None);
        return quarter;
    }

    public Uri Address => _app.Address;

    public Api ApiOf(string agency) => new(_app.Address, _cloud.Cloud.Issuer.TokenFor(agency));

    public Task<Answer> StartRunAsync(string agency, string? traceparent = null) => ApiOf(agency).SendAsync(
        HttpMethod.Post, $"/api/v1/agencies/{agency}/runs", """{"period":"2026-Q1"}""", ("traceparent", traceparent));

    public Task FireTimerAsync() => _app.StartByHandAsync("QuarterTimer");

    public async Task<ReceivedRanking> RankingOfAsync(string agency, int revision = 1)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (_ministry.Find(agency, "2026-Q1", revision) is { IsComplete: true } ranking)
            {
                return ranking;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    public IReadOnlyList<string> FaultsOf(ReceivedRanking ranking) => _ministry.FaultsOf(ranking);

    /// <summary>
    /// The events go out before the run's own row says so; whoever receives them may be the faster one.
    /// </summary>
    public Task<Answer> PublishedAsync(string agency) => ReachedAsync(agency, "published");

    /// <summary>A timer that is fired by hand goes on after it has answered.</summary>
    public Task<Answer> ReachedAsync(string agency, string state) =>
        WaitedRun.ReachedAsync(ApiOf(agency), $"/api/v1/agencies/{agency}/runs/2026-Q1", state: state);

    public async ValueTask DisposeAsync()
    {
        await _ministry.DisposeAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
