namespace Kinerja.Local.Tests.ServiceBus;

public sealed class RestRefusalTests(RunningBus running) : IClassFixture<RunningBus>
{
    private BusCalls Calls => running.Calls;

    public static TheoryData<string, string?> BadTokens => new()
    {
        { "none", null },
        { "another key", BusCalls.Token("http://localhost/limits", key: "another") },
        { "expired", BusCalls.Token("http://localhost/limits", lifeSeconds: -1) },
        { "another entity", BusCalls.Token("http://localhost/limit") },
        { "malformed", "SharedAccessSignature sr=limits" },
        { "bearer", "Bearer abc" },
    };

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_call_without_a_good_token_answers_401(string why, string? token)
    {
        using var calls = new BusCalls(running.Bus.Endpoint);
        calls.Authorize(token);
        Assert.True((await calls.SendAsync("limits", "body")).Status == 401, why);
    }

    [Theory]
    [InlineData("http://localhost/limits")]
    [InlineData("sb://elsewhere/LIMITS/messages")]
    [InlineData("https://localhost/")]
    public async Task A_token_opens_its_path_and_all_below(string resource)
    {
        using var calls = new BusCalls(running.Bus.Endpoint);
        calls.Authorize(BusCalls.Token(resource));
        Assert.Equal(201, (await calls.SendAsync("limits", "body")).Status);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("news/subscriptions/nobody")]
    public async Task An_unknown_entity_answers_410(string entity)
    {
        Assert.Equal(410, (await Calls.SendAsync(entity, "body")).Status);
        Assert.Equal(410, (await Calls.LockAsync(entity)).Status);
        Assert.Equal(410, (await Calls.CallAsync(HttpMethod.Delete, $"{entity}/messages/1/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task An_unknown_lock_answers_404()
    {
        foreach (var method in new[] { HttpMethod.Delete, HttpMethod.Put, HttpMethod.Post })
            Assert.Equal(404, (await Calls.CallAsync(method, $"limits/messages/1/{Guid.NewGuid()}")).Status);
    }

    [Theory]
    [InlineData("news")]
    [InlineData("later-news")]
    public async Task A_topic_cannot_be_read(string topic) =>
        Assert.Equal(400, (await Calls.LockAsync(topic)).Status);

    [Theory]
    [InlineData("limits/$DeadLetterQueue")]
    [InlineData("news/Subscriptions/everything")]
    public async Task Only_queues_and_topics_can_be_sent_to(string entity) =>
        Assert.Equal(400, (await Calls.SendAsync(entity, "body")).Status);

    [Theory]
    [InlineData(128, 201)]
    [InlineData(129, 400)]
    public async Task A_message_id_has_at_most_128_characters(int length, int status) =>
        Assert.Equal(status, (await Calls.SendAsync("limits", "x", new { MessageId = new string('i', length) })).Status);

    [Theory]
    [InlineData(250, 201)]
    [InlineData(257, 403)]
    [InlineData(5000, 403)]
    public async Task A_message_has_at_most_256_kilobytes(int kilobytes, int status) =>
        Assert.Equal(status, (await Calls.SendAsync("limits", new string('x', kilobytes * 1024))).Status);

    [Fact]
    public async Task Unreadable_broker_properties_answer_400()
    {
        var broken = await Calls.SendAsync("limits", "body", null, ("BrokerProperties", "{broken"));
        var batch = BusCalls.Json("{}", "application/vnd.microsoft.servicebus.json");
        Assert.Equal(400, broken.Status);
        Assert.Equal(400, (await Calls.CallAsync(HttpMethod.Post, "limits/messages", batch)).Status);
    }

    [Fact]
    public async Task A_batch_with_one_bad_message_is_refused_whole()
    {
        var batch = BusCalls.Json(
            $$$"""[{"Body":"good"},{"Body":"bad","BrokerProperties":{"MessageId":"{{{new string('i', 129)}}}"}}]""",
            "application/vnd.microsoft.servicebus.json");
        Assert.Equal(400, (await Calls.CallAsync(HttpMethod.Post, "http-batches/messages", batch)).Status);
        Assert.Equal(204, (await Calls.TakeAsync("http-batches")).Status);
    }
}
