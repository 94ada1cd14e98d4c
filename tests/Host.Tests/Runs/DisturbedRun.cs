namespace Kinerja.Host.Tests.Runs;

/// <summary>
/// A quarter's run that everything happens to, once each, at writes that the seed says: the run cannot go on until it
/// has happened. Meanwhile a client writes fences, and remembers which were acknowledged.
/// </summary>
internal sealed class DisturbedRun(ProcessRun run, int seed)
{
    // Each of forty shards is marked twice, those with people (more than half) are written twice more, and no more than
    // twelve steps are under way at once: when so many writes pass before each of four disturbances, and all those
    // under way after it, the last ones are still to come.
    private const int MostPassing = 17;

    private readonly Random _random = new(seed);
    private readonly List<string> _acknowledged = [];
    private readonly List<string> _happened = [];
    private HeldWrites _held = HeldWrites.None;

    /// <summary>Starts the run, disturbs it, and comes back once it has published.</summary>
    internal async Task<(string Sha256, int Messages)> PlayAsync()
    {
        HoldNext();
        var asked = RunProgress.AskAsync(() => run.Api);
        Func<Task>[] disturbances = [WorkerKilledAsync, HostKilledAsync, StoreRestartedAsync, StoreHungAsync];
        _random.Shuffle(disturbances);
        foreach (var disturb in (Func<Task>[])[.. disturbances, BusKilledAsync])
        {
            await _held.FirstAsync();
            await Task.Delay(_random.Next(100));
            await WriteFenceAsync(_happened.Count);
            await disturb();
        }

        await asked;
        return await run.EndAsync();
    }

    /// <summary>The fences that were acknowledged and are not there.</summary>
    internal async Task<IReadOnlyList<string>> LostAsync()
    {
        var lost = new List<string>();
        foreach (var fence in _acknowledged)
        {
            if ((await run.Api.GetAsync(fence)).Status != 200)
            {
                lost.Add(fence);
            }
        }

        return lost;
    }

    public override string ToString() => $"Seed {seed} ({string.Join(", ", _happened)})";

    private Task WorkerKilledAsync()
    {
        _happened.Add("worker killed");
        run.App.KillWorker();
        HoldNext();
        return Task.CompletedTask;
    }

    private async Task HostKilledAsync()
    {
        _happened.Add("host killed");
        await run.KillAsync(_held);
        HoldNext();
        await run.StartAgainAsync();
    }

    private Task StoreRestartedAsync()
    {
        _happened.Add("store restarted");
        HoldNext();
        return run.Cloud.Tables.RestartAsync();
    }

    private Task StoreHungAsync()
    {
        _happened.Add("store hung");
        HoldNext();
        return run.Cloud.Tables.HangAsync(TimeSpan.FromSeconds(2));
    }

    /// <summary>The last one: by then the run sends, or has sent and does not know it yet.</summary>
    private async Task BusKilledAsync()
    {
        _happened.Add("bus killed");
        await run.Cloud.Bus.KillAsync();
        run.Gate.Open();
        await Task.Delay(_random.Next(1000));
        await run.Cloud.Bus.StartAgainAsync();
    }

    /// <summary>Lets the run go on to where the next thing happens.</summary>
    private void HoldNext()
    {
        const int BeforeTheBus = 3;
        var last = _random.Next(2) == 0 ? "\"State\":\"ranked\"" : "\"State\":\"published\"";
        _held = _happened.Count > BeforeTheBus
            ? run.Gate.Hold(write => write.Contains(last, StringComparison.Ordinal), passing: 0)
            : run.Gate.Hold(
                write => write.Contains("2026-Q1", StringComparison.Ordinal), _random.Next(MostPassing + 1));
    }

    private async Task WriteFenceAsync(int number)
    {
        const string Square =
            """{"type":"Polygon","coordinates":[[[140,-2.001],[140.001,-2.001],[140.001,-2],[140,-2],[140,-2.001]]]}""";
        var path = $"/api/v1/agencies/{RatedAgency.Id}/geofences/pagar-{number}";
        var body = $$"""
            {"type":"Feature","properties":{"name":"Pagar {{number}}","kind":"office","zone":"Asia/Jayapura"},"geometry":{{Square}}}
            """;
        if (await RunProgress.AnsweredAsync(async () => (await run.Api.PutAsync(path, body)).Status is 200 or 201))
        {
            _acknowledged.Add(path);
        }
    }
}
