using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Kinerja.Application.Runs;
using Kinerja.Local.Cloud;
using Kinerja.Local.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.WorkedExample;

/// <summary>
/// A cloud of its own with one function app, whose clock goes through a year, and the agency of the worked example in
/// it.
/// </summary>
public sealed class ExampleYear : IAsyncLifetime, IDisposable
{
    internal const string Zone = "Asia/Jakarta";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TempFolder _folder = new();
    private readonly ReplayClock _clock = new(At("2026-01-05T08:00:00"));
    private LocalCloud _cloud = null!;
    private FunctionApp _app = null!;

    internal ExampleData Data { get; } = ExampleData.Read();

    internal Api Api { get; private set; } = null!;

    internal string Root => $"/api/v1/agencies/{Data.Agency}";

    internal PlanRuns Plan => _app.Services.GetRequiredService<PlanRuns>();

    internal FinaliseRuns Finalise => _app.Services.GetRequiredService<FinaliseRuns>();

    public async Task InitializeAsync()
    {
        await NodePackages.EnsureAsync();
        _cloud = await LocalCloud.StartAsync(_folder.Path, issuerPort: 0, lockSeconds: 5, CancellationToken.None);
        _app = await FunctionApp.StartAsync(
            _cloud.OptionsFor(_clock) with { Settings = CloudFixture.WithoutTimers }, CancellationToken.None);
        Api = new Api(_app.Address, _cloud.Issuer.TokenFor(Data.Agency));
        await PutAsync("", $$"""{"name":"Dinas Contoh","zone":"{{Zone}}","beganOn":"2026-01-01"}""");
        await PutAsync("/units", Data.Units);
        await PutAsync("/posts", $$"""{"posts":[{"id":"{{ExampleData.Post}}","name":"Analis","flexibleWork":true}]}""");
        await PutAsync("/policies/flexible-work/2026-01-01", "{}");
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _cloud.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>In the agency's zone; time only goes forward.</summary>
    internal void MoveTo(string localTime) => _clock.MoveTo(At(localTime));

    internal Task FireQuarterTimerAsync() => _app.StartByHandAsync("QuarterTimer");

    /// <summary>
    /// AgencyDirectory, unit performance and ratings of a period, as they come in before it is evaluated.
    /// </summary>
    internal async Task PostAsync(string period)
    {
        await PutAsync("/employees", Data.Employees(period));
        foreach (var (unit, body) in Data.Levels(period))
        {
            await PutAsync($"/units/{unit}/performance/{period}", body);
        }

        await Parallel.ForEachAsync(
            Data.Ratings(period), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (rating, _) =>
            await PutAsync($"/ratings/{period}/{rating.Person}", rating.Body));
    }

    internal async Task PutAsync(string path, string body)
    {
        var answer = await Api.PutAsync(Root + path, body);
        Assert.True(answer.Status is 200 or 201, $"{path}: {answer.Status} {answer.Json}");
    }

    internal async Task<JsonNode> GetAsync(string path)
    {
        var answer = await Api.GetAsync(Root + path);
        Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Json}");
        return answer.Json!;
    }

    internal async Task ReachedAsync(string period, string state)
    {
        using var patience = new CancellationTokenSource(Patience);
        while ((string?)(await Api.GetAsync($"{Root}/runs/{period}")).Json!["state"] != state)
        {
            await Task.Delay(50, patience.Token);
        }
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

    private static DateTimeOffset At(string localTime) =>
        new(DateTime.Parse(localTime, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
