using System.Text.Json.Nodes;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.ServiceBus;

/// <summary>
/// What Microsoft's own JavaScript client sees of the local bus over AMQP. The checks are in
/// OfficialClient/*.mjs; each one is a test of its own here.
/// </summary>
public sealed class OfficialClientTests(OfficialClientRun run) : IClassFixture<OfficialClientRun>
{
    private static readonly string[] Names =
    [
        "every_property_of_a_message_arrives",
        "a_batch_arrives_whole_and_in_order",
        "a_message_without_an_id_gets_one",
        "a_batch_stops_at_256_kilobytes",
        "a_message_of_200_kilobytes_arrives_unchanged",
        "sequence_numbers_grow_by_one",
        "a_scheduled_message_comes_at_its_time",
        "a_cancelled_message_never_comes",
        "a_repeated_message_id_is_taken_once",
        "subscriptions_get_what_their_filters_let_through",
        "a_message_scheduled_to_a_topic_fans_out_at_its_time",
        "a_completed_message_is_gone",
        "an_abandoned_message_comes_back_with_a_higher_count",
        "the_last_delivery_leads_to_the_dead_letter_queue",
        "a_dead_lettered_message_keeps_its_reason",
        "a_renewed_lock_outlives_its_first_end",
        "a_lapsed_lock_brings_the_message_back",
        "a_deferred_message_is_read_by_its_number",
        "peeking_takes_nothing",
        "receive_and_delete_removes_at_once",
        "a_receiver_can_wait_again_after_an_empty_wait",
        "a_subscribed_handler_gets_every_message",
        "an_expired_message_moves_to_the_dead_letter_queue",
        "a_message_over_256_kilobytes_is_refused",
        "an_unknown_queue_is_not_found",
        "an_unknown_subscription_is_not_found",
        "a_wrong_key_is_refused",
        "a_busy_send_fails_and_the_next_succeeds",
        "a_busy_receive_fails_and_the_next_succeeds",
        "a_busy_settlement_fails_and_the_next_succeeds",
        "what_amqp_sent_keeps_its_types_over_http",
        "what_http_sent_keeps_its_types_over_amqp",
        "a_batch_over_http_arrives_over_amqp",
    ];

    public static TheoryData<string> Checks => [.. Names];

    [Theory]
    [MemberData(nameof(Checks))]
    public void The_official_client_sees_that(string check)
    {
        Assert.True(run.Results.TryGetValue(check, out var result), $"The check did not run:\n{run.Output}");
        Assert.True(result.Ok, result.Detail);
    }

    [Fact]
    public void Every_check_of_the_scripts_is_listed_here() =>
        Assert.Equal(Names.Order(), run.Results.Keys.Order());
}

/// <summary>Runs all checks once, against one bus.</summary>
public sealed class OfficialClientRun : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public Dictionary<string, (bool Ok, string Detail)> Results { get; } = [];

    public string Output { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await NodePackages.EnsureAsync();
        using var folder = new TemporaryFolder();
        await using var bus = await LocalServiceBus.StartAsync(
            folder.Path, topologyFile: BusCalls.TestTopology);
        var script = Path.Combine(
            RepositoryFolder.Root, "tests", "Local.Tests", "ServiceBus", "OfficialClient", "run.mjs");
        using var deadline = new CancellationTokenSource(Patience);
        await using var client = ChildProcess.Start(
            "node", [script, bus.ConnectionString, bus.Endpoint.AbsoluteUri.TrimEnd('/')]);
        await client.WaitForExitAsync(deadline.Token);
        Output = client.Output;
        foreach (var line in Output.Split('\n').Where(line => line.StartsWith('{')))
        {
            var result = JsonNode.Parse(line)!;
            var name = result["name"]!.GetValue<string>();
            Results[name] = (result["ok"]!.GetValue<bool>(), result["detail"]!.GetValue<string>());
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
