using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Messaging.ServiceBus;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.ServiceBus;

/// <summary>Each of the two official clients reads what the other sent.</summary>
public sealed partial class CrossingTests(RunningBus bus) : IClassFixture<RunningBus>
{
    private static readonly byte[] NoText = [0, 255, 128, 10];

    [Fact]
    public async Task JavaScript_reads_what_dotnet_sent()
    {
        await bus.SendAsync(
            "to-javascript",
            Message("cs-1", BinaryData.FromBytes(NoText)), Message("cs-2", BinaryData.FromString("{\"nilai\":\"é\"}")),
            Message("cs-3", BinaryData.FromString("3")));

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
    public async Task Dotnet_reads_what_JavaScript_sent()
    {
        await RunAsync("send", "from-javascript", "2");

        var received = await RunningBus.ReceiveAsync(bus.Client.CreateReceiver("from-javascript"), 2);

        Assert.Equal(NoText, received[0].Body.ToArray());
        Assert.Equal("{\"nilai\":[1,\"é\"]}", received[1].Body.ToString());
        Assert.Equal(["js-1", "js-2"], received.Select(message => message.MessageId));
        Assert.All(received, message =>
        {
            Assert.Equal(
                ("kemenkeu/2026-Q1 é", "application/json", "c", "to", "back"),
                (message.Subject, message.ContentType, message.CorrelationId, message.To, message.ReplyTo));
            Assert.Equal(TimeSpan.FromSeconds(90), message.TimeToLive);
            // The other client writes whole numbers as it pleases: their values count.
            Assert.Equal(
                [
                    ("digits", "5"),
                    ("large", "5000000000"),
                    ("part", "2.5"),
                    ("text", "\"é\" 5"),
                    ("whole", "5"),
                    ("yes", "True")
                ],
                message.ApplicationProperties.Where(each => each.Key != "when")
                    .Select(each => (each.Key, $"{each.Value}")).OrderBy(each => each.Key, StringComparer.Ordinal));
            Assert.Equal(
                new DateTime(2026, 3, 31, 16, 59, 59, DateTimeKind.Utc), message.ApplicationProperties["when"]);
        });
    }

    private async Task<JsonArray> RunAsync(string action, string queue, string count)
    {
        var script = Path.Combine(RunningBus.Folder, "JavaScript", "interop.mjs");
        await using var node = ChildProcess.Start("node", [script, bus.Bus.ConnectionString, action, queue, count]);
        var result = await node.FirstMatchAsync(Result(), TimeSpan.FromSeconds(60));
        return JsonNode.Parse(result.Groups[1].Value)?.AsArray() ?? [];
    }

    private static string Rest(JsonNode? message)
    {
        var rest = message?.AsObject() ?? [];
        rest.Remove("body");
        rest.Remove("messageId");
        return rest.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static ServiceBusMessage Message(string id, BinaryData body) => new(body)
    {
        MessageId = id,
        Subject = "kemenkeu/2026-Q1 é",
        ContentType = "application/json",
        CorrelationId = "c",
        To = "to",
        ReplyTo = "back",
        TimeToLive = TimeSpan.FromSeconds(90),
        ApplicationProperties =
        {
            ["text"] = "\"é\" 5",
            ["digits"] = "5",
            ["whole"] = 5,
            ["large"] = 5_000_000_000,
            ["part"] = 2.5,
            ["yes"] = true,
            ["when"] = new DateTime(2026, 3, 31, 16, 59, 59, DateTimeKind.Utc),
        },
    };

    [GeneratedRegex("^result (.*)$")]
    private static partial Regex Result();
}
