using Kinerja.Application.Presence.Reviews;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
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

    /// <summary>
    /// Timers run by the machine's clock, whenever that is: tests that want one fire it themselves.
    /// </summary>
    internal static readonly IReadOnlyDictionary<string, string> WithoutTimers = new[]
    {
        "DailyEntryReminder", "DayTimer", "DeadlineTimer", "OperationTimer", "PublishOutbox", "QuarterTimer",
        "RaterReminder", "RegisterPullTimer", "SignalSweep", "SpotCheckTimer", "SurveyTimer",
        "TimeGapReminder",
    }.ToDictionary(timer => $"AzureWebJobs.{timer}.Disabled", _ => "true");

    /// <summary>
    /// The steps of runs, of closed days and of what is counted are for the app that a test opens at its own time: were
    /// this one to take them, they would be dated on its Monday.
    /// </summary>
    private static readonly Dictionary<string, string> WithoutSteps = new(WithoutTimers)
    {
        ["AzureWebJobs.CloseBucket.Disabled"] = "true",
        ["AzureWebJobs.RunStep.Disabled"] = "true",
        ["AzureWebJobs.CountAgency.Disabled"] = "true",
    };

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
        var options = Cloud.OptionsFor(Clock) with { Settings = WithoutSteps };
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

    /// <summary>Looks for signals in one agency, and comes back when that is done.</summary>
    public Task SweepAsync(string agency) => SweepAsync(Services, agency);

    /// <summary>Runs a timer's function once, as an operator does by hand.</summary>
    public Task FireTimerAsync(string function) => _app.StartByHandAsync(function);

    public Api ApiWith(string? token) => new(_app.Address, token);

    internal static async Task SweepAsync(IServiceProvider services, string agency)
    {
        var registered = await services.GetRequiredService<IAgencies>().FindAsync(
            AgencyId.Parse(agency).Value, CancellationToken.None);
        await services.GetRequiredService<SweepSignals>().SweepAsync(registered!, CancellationToken.None);
    }
}

[CollectionDefinition(nameof(CloudFixture))]
public sealed class OneCloud : ICollectionFixture<CloudFixture>;

/// <summary>A second one, beside it, for the tests that open an app of their own at a later time.</summary>
[CollectionDefinition(nameof(LaterCloud))]
public sealed class LaterCloud : ICollectionFixture<CloudFixture>;

/// <summary>
/// A third one for the tests that fire timers: these go through all agencies there are, and here are few.
/// </summary>
[CollectionDefinition(nameof(TimerCloud))]
public sealed class TimerCloud : ICollectionFixture<CloudFixture>;
