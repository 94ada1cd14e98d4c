using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Kinerja.Application.Runs;
using Kinerja.Local.Cloud;
using Kinerja.Local.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.WorkedExample;

/// <summary>A cloud of its own with one function app and one agency, whose clock goes through a year.</summary>
public abstract class AgencyYear(string agency, string begins) : IAsyncLifetime
{
    internal const string Zone = "Asia/Jakarta";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("kinerja-year-").FullName;
    private readonly ReplayClock _clock = new(At(begins));
    private LocalCloud _cloud = null!;
    private FunctionApp _app = null!;

    internal Api Api { get; private set; } = null!;

    internal string Agency => agency;

    internal string Root => $"/api/v1/agencies/{agency}";

    internal PlanRuns Plan => _app.Services.GetRequiredService<PlanRuns>();

    internal FinaliseRuns Finalise => _app.Services.GetRequiredService<FinaliseRuns>();

    public async Task InitializeAsync()
    {
        await NodePackages.EnsureAsync();
        _cloud = await LocalCloud.StartAsync(_folder, issuerPort: 0, lockSeconds: 5, CancellationToken.None);
        _app = await FunctionApp.StartAsync(
            _cloud.OptionsFor(_clock) with { Settings = CloudFixture.WithoutTimers }, CancellationToken.None);
        Api = new Api(_app.Address, _cloud.Issuer.TokenFor(agency));
        await RegisterAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _cloud.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>In the agency's zone; time only goes forward.</summary>
    internal void MoveTo(string localTime) => _clock.MoveTo(At(localTime));

    internal Task FireQuarterTimerAsync() => _app.StartByHandAsync("QuarterTimer");

    internal async Task PutAsync(string path, string body)
    {
        var answer = await Api.PutAsync(Root + path, body);
        Assert.True(answer.Status is 200 or 201 or 207, $"{path}: {answer.Status} {answer.Json}");
    }

    internal async Task<JsonNode> GetAsync(string path)
    {
        var answer = await Api.GetAsync(Root + path);
        Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Json}");
        return answer.Json!;
    }

    /// <summary>Once the timer has planned a run of the period.</summary>
    internal async Task FoundAsync(string period)
    {
        for (var tries = 0; tries < 600 && (await Api.GetAsync($"{Root}/runs/{period}")).Status == 404; tries++)
        {
            await Task.Delay(50);
        }
    }

    internal async Task ReachedAsync(string period, string state, int revision = 1)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!IsThere((await Api.GetAsync($"{Root}/runs/{period}")).Json!))
        {
            await Task.Delay(50, patience.Token);
        }

        bool IsThere(JsonNode run) => (string?)run["state"] == state && (int?)run["revision"] >= revision;
    }

    /// <summary>What the bus has for somebody who listens to everything: ids by type.</summary>
    internal async Task<ILookup<string, string>> ToldAsync()
    {
        await using var bus = new ServiceBusClient(_cloud.Bus.ConnectionString);
        await using var receiver = bus.CreateReceiver("kinerja-events", "all-events");
        var told = new List<(string Type, string Id)>();
        while (await receiver.ReceiveMessagesAsync(100, TimeSpan.FromSeconds(1)) is { Count: > 0 } messages)
        {
            told.AddRange(messages.Select(m => ((string)m.ApplicationProperties["type"], m.MessageId!)));
            await Task.WhenAll(messages.Select(m => receiver.CompleteMessageAsync(m)));
        }

        return told.ToLookup(t => t.Type, t => t.Id);
    }

    /// <summary>What the agency and its people are before anything happens.</summary>
    protected abstract Task RegisterAsync();

    private static DateTimeOffset At(string localTime) =>
        new(DateTime.Parse(localTime, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
