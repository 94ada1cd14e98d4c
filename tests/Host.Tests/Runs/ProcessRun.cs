using Kinerja.Local.Cloud;
using Kinerja.Local.Ministry;

namespace Kinerja.Host.Tests.Runs;

/// <summary>
/// The rated agency's run on a cloud of its own, host and worker in processes of their own, the tables behind a gate.
/// </summary>
internal sealed class ProcessRun : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly FunctionAppOptions _options;
    private readonly RankingSubscriber _ministry;

    private ProcessRun(
        TempFolder folder, LocalCloud cloud, StoreGate gate, RankingSubscriber ministry, FunctionAppOptions options,
        FunctionProcess app)
    {
        (_folder, Cloud, Gate, _ministry, _options, App) = (folder, cloud, gate, ministry, options, app);
    }

    internal LocalCloud Cloud { get; }

    internal StoreGate Gate { get; }

    internal FunctionProcess App { get; private set; }

    internal Api Api => new(App.Address, Cloud.Issuer.TokenFor(RatedAgency.Id)) { WorkerMayDie = true };

    internal static async Task<ProcessRun> StartAsync(RatedAgency agency)
    {
        var folder = new TempFolder();
        var cloud = await agency.OpenAsync(folder.Path);
        var gate = await StoreGate.StartAsync(cloud.Tables.Endpoint);
        var options = RatedAgency.OptionsFor(cloud) with
        {
            StorageConnection = gate.Through(cloud.Tables.ConnectionString),
        };
        return new ProcessRun(
            folder, cloud, gate, await RatedAgency.ListenAsync(cloud), options,
            await FunctionProcess.StartAsync(options));
    }

    /// <summary>kill -9 of host and worker, amid the writes that are held: none of them reaches the store.</summary>
    internal async Task KillAsync(HeldWrites held)
    {
        await App.KillAsync();
        App.KillWorker();
        await App.DisposeAsync();
        await held.AbandonedAsync();
    }

    internal async Task StartAgainAsync() => App = await FunctionProcess.StartAsync(_options);

    internal Task<(string Sha256, int Messages)> EndAsync() => RunProgress.EndAsync(() => Api, Cloud, _ministry);

    public async ValueTask DisposeAsync()
    {
        // Nobody waits behind it while they end.
        Gate.Open();
        await App.DisposeAsync();
        await _ministry.DisposeAsync();
        await Gate.DisposeAsync();
        await Cloud.DisposeAsync();
        _folder.Dispose();
    }
}
