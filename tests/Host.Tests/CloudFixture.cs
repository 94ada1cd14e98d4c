using Kinerja.Application.Presence.Reviews;
using Kinerja.Local.Cloud;
using Kinerja.Local.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests;

/// <summary>
/// One local cloud and one function app for all tests over HTTP; each test takes an agency of its own.
/// </summary>
public sealed class CloudFixture : IAsyncLifetime
{
    /// <summary>A Monday in the quarter of the tests, 08:00 in Jakarta.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 1, 5, 8, 0, 0, TimeSpan.FromHours(7));

    private readonly string _folder = Directory.CreateTempSubdirectory("kinerja-host-").FullName;
    private FunctionApp _app = null!;

    public LocalCloud Cloud { get; private set; } = null!;

    public ReplayClock Clock { get; } = new(Monday);

    public IServiceProvider Services => _app.Services;

    public Uri Address => _app.Address;

    public async Task InitializeAsync()
    {
        await NodePackages.EnsureAsync();
        Cloud = await LocalCloud.StartAsync(_folder, issuerPort: 0, lockSeconds: 5, CancellationToken.None);
        // The day's timer runs by the machine's clock, whenever that is: tests that want it fire it themselves.
        var options = Cloud.OptionsFor(Clock) with
        {
            Settings = new Dictionary<string, string> { ["AzureWebJobs.DayTimer.Disabled"] = "true" },
        };
        _app = await FunctionApp.StartAsync(options, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await Cloud.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A client whose token speaks for that agency.</summary>
    public Api ApiOf(string agency) => new(_app.Address, Cloud.Issuer.TokenFor(agency));

    /// <summary>Looks for signals, and comes back when that is done.</summary>
    public Task SweepAsync() => Services.GetRequiredService<SweepSignals>().ExecuteAsync(CancellationToken.None);

    /// <summary>Runs a timer's function once, as an operator does by hand.</summary>
    public Task FireTimerAsync(string function) => _app.StartByHandAsync(function);

    public Api ApiWith(string? token) => new(_app.Address, token);
}

[CollectionDefinition(nameof(CloudFixture))]
public sealed class OneCloud : ICollectionFixture<CloudFixture>;
