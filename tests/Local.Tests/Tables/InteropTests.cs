using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.Tables;

/// <summary>Ours and the official JavaScript client read what the other wrote.</summary>
[Collection(AzuriteTables.Name)]
public sealed class InteropTests(AzuriteTables tables)
{
    private const int Rows = 1234;
    private static readonly DateTimeOffset Time =
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1234567);

    private static readonly Guid Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Fact]
    public async Task Each_client_reads_what_the_other_wrote()
    {
        var ours = await tables.NewTableAsync();
        var etag = await FillAsync(ours);

        var answer = await RunAsync(ours.Name, "WrittenByNode");

        AssertRead(answer["read"], etag);
        await AssertWrittenAsync(tables.Client.GetTableClient("WrittenByNode"), answer["write"]);
        // Were these false, the emulator would have begun to check and our own checks were proved by it.
        Assert.Equal("""{"wide":true,"heavy":true}""", answer["accepted"]?.ToJsonString());
    }

    private static async Task<ETag?> FillAsync(TableClient table)
    {
        var added = await table.AddEntityAsync(new TableEntity("types", "r")
        {
            ["Text"] = "it's \"so\" 😀",
            ["Flag"] = true,
            ["Int"] = int.MinValue,
            ["Long"] = long.MaxValue,
            ["Double"] = -6.175392,
            ["Time"] = Time,
            ["Id"] = Id,
            ["Bytes"] = new byte[] { 0, 1, 254, 255 },
        });
        foreach (var chunk in Enumerable.Range(0, Rows).Chunk(100))
            await table.SubmitTransactionAsync(chunk.Select(row => Upsert("rows", row)));
        await table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(row => Upsert("it's", row)));
        return added.Headers.ETag;
    }

    private static TableTransactionAction Upsert(string partitionKey, int row) => new(
        TableTransactionActionType.UpsertReplace,
        new TableEntity(partitionKey, $"{row:d5}") { ["Number"] = row });

    private static void AssertRead(JsonNode? read, ETag? etag)
    {
        var values = read?["values"];
        Assert.Equal("Int64 9223372036854775807", Shown(values, "Long"));
        Assert.Equal("DateTime 2026-01-02T03:04:05.1234567Z", Shown(values, "Time"));
        Assert.Equal($"Guid {Id}", Shown(values, "Id"));
        Assert.Equal("Int32 -2147483648", Shown(values, "Int"));
        // A whole number would not do: on the wire it is 1.0, which JavaScript cannot tell from an Int32.
        Assert.Equal("Double -6.175392", Shown(values, "Double"));
        Assert.Equal("Binary AAH+/w==", Shown(values, "Bytes"));
        Assert.Equal("it's \"so\" 😀", (string?)read?["text"]);
        Assert.Equal(etag?.ToString(), (string?)read?["etag"]);
        Assert.Equal((Rows, 2, true), ((int?)read?["count"], (int?)read?["pages"], (bool?)read?["sorted"]));
        Assert.Equal((100, 4950), ((int?)read?["transactionRows"], (int?)read?["transactionSum"]));
    }

    private static string Shown(JsonNode? values, string name) =>
        $"{values?[name]?["type"]} {values?[name]?["value"]}";

    private static async Task AssertWrittenAsync(TableClient table, JsonNode? write)
    {
        var entity = (await table.GetEntityAsync<TableEntity>("types", "r")).Value;
        Assert.Equal("it's \"so\" 😀", entity.GetString("Text"));
        Assert.Equal(int.MinValue, entity.GetInt32("Int"));
        Assert.Equal(long.MaxValue, entity.GetInt64("Long"));
        Assert.Equal(1.0, entity.GetDouble("Double"));
        Assert.Equal(-6.175392, entity.GetDouble("Fraction"));
        Assert.Equal(Time, entity.GetDateTimeOffset("Time"));
        Assert.Equal(Id, entity.GetGuid("Id"));
        Assert.True(entity.GetBoolean("Flag"));
        Assert.Equal([0, 1, 254, 255], entity.GetBinary("Bytes") ?? []);
        Assert.Equal((string?)write?["etag"], entity.ETag.ToString());
        Assert.Equal(204, (await table.UpdateEntityAsync(entity, entity.ETag)).Status);

        var numbers = await table.QueryAsync<TableEntity>("PartitionKey eq 'rows'", select: ["Number"])
            .Select(row => row.GetInt32("Number") ?? -1)
            .ToListAsync();
        Assert.Equal(Enumerable.Range(0, Rows), numbers);
    }

    private async Task<JsonNode> RunAsync(string written, string wanted)
    {
        var script = Path.Combine(RepositoryFolder.Root, "tests", "Local.Tests", "Tables", "interop.mjs");
        await using var node = ChildProcess.Start(
            "node", [script, tables.ConnectionString, written, wanted, NodePackages.Folder]);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        Assert.True(await node.WaitForExitAsync(deadline.Token) == 0, node.Output);
        return JsonNode.Parse(node.Output) ?? throw new JsonException("The script said nothing.");
    }
}
