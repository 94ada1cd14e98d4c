using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Messaging.ServiceBus;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.BusClient.Running;

/// <summary>This client speaks REST, Microsoft's JavaScript client AMQP; each reads what the other sent.</summary>
public sealed partial class JavaScriptTests(ClientBus bus) : IClassFixture<ClientBus>
{
    private static readonly byte[] NoText = [0, 255, 128, 10];

    [Fact]
    public async Task JavaScript_reads_what_this_client_sent()
    {
        var sender = bus.Client.CreateSender("to-javascript");
        await sender.SendMessageAsync(Message("cs-1", BinaryData.FromBytes(NoText)));
        await sender.SendMessagesAsync(
            [Message("cs-2", BinaryData.FromString("{\"nilai\":\"é\"}")), Message("cs-3", BinaryData.FromString("3"))]);

        var received = await RunAsync("receive", "to-javascript", "3");

        Assert.Equal(["cs-1", "cs-2", "cs-3"], received.Select(message => $"{message?["messageId"]}"));
        Assert.Equal(
            [NoText, Encoding.UTF8.GetBytes("{\"nilai\":\"é\"}"), "3"u8.ToArray()],
            received.Select(message => Convert.FromBase64String($"{message?["body"]}")));
        Assert.All(received, message => Assert.Equal(
            """
            {"subject":"kemenkeu/2026-Q1 é","contentType":"application/json","correlationId":"c","to":"to",
            "replyTo":"back","timeToLive":90000,"properties":[["text","string","\"é\" 5"],["digits","string","5"],
            ["whole","number",5],["large","number",5000000000],["part","number",2.5],["yes","boolean",true],
            ["when","number",1774976399000]]}
            """.ReplaceLineEndings(""),
            Rest(message)));
    }

    [Fact]
    public async Task This_client_reads_what_JavaScript_sent()
    {
        await RunAsync("send", "from-javascript", "2");

        var receiver = bus.Client.CreateReceiver("from-javascript");
        var bytes = await ClientBus.ReceiveAsync(receiver);
        var json = await ClientBus.ReceiveAsync(receiver);

        Assert.Equal(NoText, bytes.Body.ToArray());
        Assert.Equal("{\"nilai\":[1,\"é\"]}", json.Body.ToString());
        Assert.Equal(("js-1", "js-2"), (bytes.MessageId, json.MessageId));
        Assert.All([bytes, json], message =>
        {
            Assert.Equal(
                ("kemenkeu/2026-Q1 é", "application/json", "c", "to", "back"),
                (message.Subject, message.ContentType, message.CorrelationId, message.To, message.ReplyTo));
            Assert.Equal(TimeSpan.FromSeconds(90), message.TimeToLive);
            Assert.Equal(
                new Dictionary<string, object>
                {
                    ["text"] = "\"é\" 5",
                    ["digits"] = "5",
                    ["whole"] = 5,
                    ["large"] = 5_000_000_000,
                    ["part"] = 2.5,
                    ["yes"] = true,
                    ["when"] = new DateTimeOffset(2026, 3, 31, 16, 59, 59, TimeSpan.Zero),
                },
                message.ApplicationProperties);
        });
    }

    private async Task<JsonArray> RunAsync(string action, string queue, string count)
    {
        await using var node = ChildProcess.Start(
            "node", [Path.Combine(ClientBus.Folder, "interop.mjs"), bus.Bus.ConnectionString, action, queue, count]);
        var result = await node.FirstMatchAsync(Result(), TimeSpan.FromSeconds(60));
        return JsonNode.Parse(result.Groups[1].Value)?.AsArray() ?? [];
    }

    private static string Rest(JsonNode? message)
    {
        var rest = message?.AsObject() ?? [];
        rest.Remove("body");
        rest.Remove("messageId");
        return rest.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static ServiceBusMessage Message(string id, BinaryData body)
    {
        var message = new ServiceBusMessage(body)
        {
            MessageId = id,
            Subject = "kemenkeu/2026-Q1 é",
            ContentType = "application/json",
            CorrelationId = "c",
            To = "to",
            ReplyTo = "back",
            TimeToLive = TimeSpan.FromSeconds(90),
        };
        message.ApplicationProperties["text"] = "\"é\" 5";
        message.ApplicationProperties["digits"] = "5";
        message.ApplicationProperties["whole"] = 5;
        message.ApplicationProperties["large"] = 5_000_000_000;
        message.ApplicationProperties["part"] = 2.5;
        message.ApplicationProperties["yes"] = true;
        message.ApplicationProperties["when"] = new DateTimeOffset(2026, 3, 31, 16, 59, 59, TimeSpan.Zero);
        return message;
    }

    [GeneratedRegex("^result (.*)$")]
    private static partial Regex Result();
}
