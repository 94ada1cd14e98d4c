using System.Text.Json;
using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.BusClient.Wire;

public sealed class SendingTests
{
    private static readonly byte[] NoText = [0xff, 0x00, 0xfe];

    [Fact]
    public async Task A_single_message_goes_bare_with_its_properties_as_headers()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        var message = new ServiceBusMessage(BinaryData.FromBytes(NoText))
        {
            MessageId = "m-1",
            CorrelationId = "c-1",
            Subject = "agensi/2026-Q1 é",
            To = "to",
            ReplyTo = "back",
            ContentType = "application/json; charset=utf-8",
            TimeToLive = TimeSpan.FromSeconds(90),
            ScheduledEnqueueTime = new DateTimeOffset(2026, 4, 1, 7, 0, 0, 500, TimeSpan.FromHours(7)),
            SessionId = "s",
        };
        message.ApplicationProperties["type"] = "id.go.kinerja \"é\"";
        message.ApplicationProperties["count"] = 5;
        message.ApplicationProperties["share"] = 5.0;
        message.ApplicationProperties["final"] = true;
        message.ApplicationProperties["at"] = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

        await client.CreateSender("kinerja-runs").SendMessageAsync(message);

        var request = Assert.Single(service.Requests);
        Assert.Equal(("POST", "/kinerja-runs/messages"), (request.Method, request.Path));
        Assert.Equal(NoText, request.Body);
        Assert.Equal("application/json; charset=utf-8", request.Headers["Content-Type"]);
        Assert.Equal("\"id.go.kinerja \\u0022\\u00E9\\u0022\"", request.Headers["type"]);
        Assert.Equal("5", request.Headers["count"]);
        Assert.Equal("5.0", request.Headers["share"]);
        Assert.Equal("true", request.Headers["final"]);
        Assert.Equal("\"Wed, 01 Apr 2026 00:00:00 GMT\"", request.Headers["at"]);
        using var broker = JsonDocument.Parse(request.Headers["BrokerProperties"]);
        Assert.Equal(
            """
            {"MessageId":"m-1","CorrelationId":"c-1","Label":"agensi/2026-Q1 é","To":"to","ReplyTo":"back",
            "SessionId":"s","TimeToLive":90,"ScheduledEnqueueTimeUtc":"Wed, 01 Apr 2026 00:00:01 GMT"}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(broker.RootElement, Readable));
        Assert.All(request.Headers["BrokerProperties"], letter => Assert.True(char.IsAscii(letter)));
    }

    [Fact]
    public async Task Several_messages_go_as_one_json_array()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        var second = new ServiceBusMessage("{\"a\":1}")
        {
            MessageId = "two",
            ContentType = "application/json",
            TimeToLive = TimeSpan.FromSeconds(40),
        };
        second.ApplicationProperties["agency"] = "a";
        second.ApplicationProperties["weight"] = 2.0;

        await client.CreateSender("kinerja-events").SendMessagesAsync([new ServiceBusMessage("satu"), second]);

        var request = Assert.Single(service.Requests);
        Assert.Equal("application/vnd.microsoft.servicebus.json", request.Headers["Content-Type"]);
        Assert.Equal(
            """
            [{"Body":"satu","BrokerProperties":{}},{"Body":"{\"a\":1}","BrokerProperties":{"MessageId":"two",
            "ContentType":"application/json","TimeToLiveTimeSpan":"00:00:40"},
            "UserProperties":{"agency":"a","weight":2.0}}]
            """.ReplaceLineEndings(""),
            request.Text);
    }

    [Fact]
    public async Task A_body_that_is_no_text_goes_alone_and_in_its_place()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        ServiceBusMessage[] messages =
            [new("1"), new("2"), new(BinaryData.FromBytes(NoText)), new("4"), new("5")];

        await client.CreateSender("q").SendMessagesAsync(messages);

        var requests = service.Requests;
        Assert.Equal(3, requests.Count);
        Assert.Contains("\"Body\":\"2\"", requests[0].Text, StringComparison.Ordinal);
        Assert.Equal(NoText, requests[1].Body);
        Assert.Contains("\"Body\":\"4\"", requests[2].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Date")]
    [InlineData("content-language")]
    [InlineData("two words")]
    [InlineData("cloudEvents:id")]
    public async Task A_property_that_cannot_be_a_header_goes_in_a_batch_of_one(string name)
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        var message = new ServiceBusMessage("x");
        message.ApplicationProperties[name] = 7;

        await client.CreateSender("q").SendMessageAsync(message);

        Assert.Equal(
            "[{\"Body\":\"x\",\"BrokerProperties\":{},\"UserProperties\":{\"" + name + "\":7}}]",
            Assert.Single(service.Requests).Text);
    }

    [Fact]
    public async Task Nothing_to_send_sends_nothing()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();

        await client.CreateSender("q").SendMessagesAsync([]);

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Scheduling_tells_the_time_and_the_number_where_the_service_does()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        service.Answer(201).Answer(201, "", ("BrokerProperties", "{\"SequenceNumber\":42}"));
        var sender = client.CreateSender("q");
        var at = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(-1, await sender.ScheduleMessageAsync(new ServiceBusMessage("x"), at));
        Assert.Equal(42, await sender.ScheduleMessageAsync(new ServiceBusMessage("x"), at));
        Assert.Contains(
            "\"ScheduledEnqueueTimeUtc\":\"Wed, 01 Jul 2026 00:00:00 GMT\"",
            service.Requests[1].Headers["BrokerProperties"],
            StringComparison.Ordinal);
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
