using System.Text.Json;
using System.Text.Json.Nodes;
using Kinerja.Local.Cloud;
using Kinerja.Local.Ministry;

namespace Kinerja.Host.Tests.Runs;

/// <summary>
/// Follows the rated agency's run from outside. Whoever is asked may have died just then: no answer is asked again.
/// </summary>
internal static class RunProgress
{
    private const string Runs = $"/api/v1/agencies/{RatedAgency.Id}/runs";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    internal static Task AskAsync(Func<Api> api) => UntilAsync(
        async () => (await api().PostAsync(Runs, """{"period":"2026-Q1"}""")).Status == 202);

    /// <summary>Comes back when the run is as it is waited for.</summary>
    internal static Task ReachedAsync(Func<Api> api, Func<JsonNode, bool> isAsWaitedFor) => UntilAsync(
        async () => (await api().GetAsync($"{Runs}/2026-Q1")).Json is { } run && isAsWaitedFor(run));

    /// <summary>Comes back when it has published: the hash of what the ministry got, and how many messages.</summary>
    internal static async Task<(string Sha256, int Messages)> EndAsync(
        Func<Api> api, LocalCloud cloud, RankingSubscriber ministry)
    {
        await ReachedAsync(api, run => (string?)run["state"] == "published");
        await UntilAsync(() => Task.FromResult(ministry.Rankings.FirstOrDefault() is { IsComplete: true }));
        var ranking = ministry.Rankings.Single();
        Assert.Empty(ranking.Faults());
        return (ranking.Sha256, await MessagesAsync(cloud));
    }

    /// <summary>What the subscription that nobody reads has been given.</summary>
    internal static async Task<int> MessagesAsync(LocalCloud cloud)
    {
        using var http = new HttpClient();
        var told = JsonDocument.Parse(
            await http.GetStringAsync(new Uri(cloud.Bus.Endpoint, "$local/entities"))).RootElement;
        return told.GetProperty("entities").EnumerateArray()
            .Single(e => e.GetProperty("path").GetString()!.EndsWith("all-events", StringComparison.OrdinalIgnoreCase))
            .GetProperty("active").GetInt32();
    }

    /// <summary>Whether it is answered so; no answer is no.</summary>
    internal static async Task<bool> AnsweredAsync(Func<Task<bool>> ask)
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

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await AnsweredAsync(condition))
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
