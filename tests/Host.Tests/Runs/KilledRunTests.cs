using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.Runs;

/// <summary>
/// A quarter's run in processes that die on the way, beside one that is left alone. A gate before the tables holds the
/// run at a write until the death has come, so that none comes too early or too late, on a fast machine or a slow one.
/// </summary>
public sealed class KilledRunTests(RatedAgency agency) : IClassFixture<RatedAgency>
{
    private const int Passing = 5;

    [Fact]
    public async Task A_run_killed_amid_its_writes_publishes_once_and_the_same_bytes()
    {
        await using var run = await ProcessRun.StartAsync(agency);
        var gathering = run.Gate.Hold(Writes("_gathered_"), Passing);
        await RunProgress.AskAsync(() => run.Api);

        // Frozen and not marked.
        await KillAsync(gathering, r => State(r) == "planned" && Some(r["gatheredShards"]));
        var evaluating = run.Gate.Hold(Writes("/Evaluations("), Passing);
        await run.StartAgainAsync();

        // Neither evaluated nor marked.
        await KillAsync(evaluating, r => State(r) == "gathered" && Some(r["evaluatedShards"]));
        var publishing = run.Gate.Hold(Writes("\"State\":\"published\""), passing: 0);
        await run.StartAgainAsync();

        // Sent and not noted.
        await KillAsync(publishing, r => State(r) == "ranked");
        Assert.Equal(2, await RunProgress.MessagesAsync(run.Cloud));
        run.Gate.Open();
        await run.StartAgainAsync();

        Assert.Equal(agency.Undisturbed, await run.EndAsync());
        Assert.Equal(2, agency.Undisturbed.Messages);

        async Task KillAsync(HeldWrites held, Func<JsonNode, bool> isThere)
        {
            await held.FirstAsync();
            await RunProgress.ReachedAsync(() => run.Api, isThere);
            await run.KillAsync(held);
        }
    }

    /// <summary>
    /// Worker, host and bus killed (kill -9), the store stopped in order and hung, each once, in an order and at writes
    /// that the seed says. KINERJA_LONG=1 plays twenty seeds instead of one.
    /// </summary>
    [Fact]
    public async Task Whatever_dies_a_run_publishes_once_the_same_bytes_and_no_acknowledged_write_is_lost()
    {
        var seeds = LongMode.Of(1, 20);
        for (var seed = 1; seed <= seeds; seed++)
        {
            await using var run = await ProcessRun.StartAsync(agency);
            var disturbed = new DisturbedRun(run, seed);

            var end = await disturbed.PlayAsync();

            Assert.True(agency.Undisturbed == end, $"{disturbed}: {end} instead of {agency.Undisturbed}");
            var lost = await disturbed.LostAsync();
            Assert.True(lost is [], $"{disturbed}: lost {string.Join(", ", lost)}");
        }
    }

    private static Func<string, bool> Writes(string text) => write => write.Contains(text, StringComparison.Ordinal);

    private static string? State(JsonNode run) => (string?)run["state"];

    /// <summary>
    /// Amid them: done are those that were let pass and those without people, and the rest waits at the gate.
    /// </summary>
    private static bool Some(JsonNode? shards) => (int?)shards is > 0 and < RatedAgency.People;
}
