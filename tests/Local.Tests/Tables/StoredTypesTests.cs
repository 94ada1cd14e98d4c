using Azure;
using Azure.Data.Tables;

namespace Kinerja.Local.Tests.Tables;

[Collection(AzuriteTables.Name)]
public sealed class StoredTypesTests(AzuriteTables tables)
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 31, 12, 0, 0, 123, TimeSpan.FromHours(7));

    public static TheoryData<string, object> Values => new()
    {
        { "empty text", "" },
        { "quotes", "it's \"so\" \\ <&>" },
        { "lines", "one\r\n--batch_x\r\n\ttwo\u0001" },
        { "letters", "Jl. Jenderal Sudirman № 1 — ꦗꦮ 😀" },
        { "longest text", new string('x', 32 * 1024) },
        { "smallest int", int.MinValue },
        { "largest int", int.MaxValue },
        { "zero", 0 },
        { "smallest long", long.MinValue },
        { "largest long", long.MaxValue },
        { "whole double", 1.0 },
        { "negative zero", -0.0 },
        { "fraction", -6.175392 },
        { "smallest double", double.Epsilon },
        { "largest double", double.MaxValue },
        { "not a number", double.NaN },
        { "infinity", double.PositiveInfinity },
        { "minus infinity", double.NegativeInfinity },
        { "true", true },
        { "false", false },
        { "id", Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e") },
        { "first time", new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero) },
        { "utc time", new DateTimeOffset(2026, 12, 31, 23, 59, 59, TimeSpan.Zero) },
        { "ticks", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1234567) },
        { "bytes", new byte[] { 0, 1, 254, 255 } },
        { "no bytes", Array.Empty<byte>() },
        { "most bytes", new byte[64 * 1024] },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_with_its_type(string what, object value)
    {
        var table = await tables.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", what) { ["Value"] = value });

        var read = await table.GetEntityAsync<TableEntity>("p", what);

        Assert.Equal(value, read.Value["Value"]);
        Assert.IsType(value.GetType(), read.Value["Value"]);
    }

    [Fact]
    public async Task All_values_of_one_entity_come_back_in_a_page_and_in_a_transaction()
    {
        var table = await tables.NewTableAsync();
        var entity = new TableEntity("p", "r");
        foreach (var (what, value) in Values.Select(row => ((string)row[0], row[1])))
            entity[what.Replace(' ', '_')] = value;
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, entity)]);

        var read = await table.QueryAsync<TableEntity>().SingleAsync();

        Assert.All(Values, row =>
            Assert.Equal(row[1], read[((string)row[0]).Replace(' ', '_')]));
    }

    [Fact]
    public async Task A_time_is_the_same_instant_in_utc()
    {
        var table = await tables.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r")
        {
            ["Offset"] = Noon,
            ["Utc"] = Noon.UtcDateTime,
        });

        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(Noon, read.GetDateTimeOffset("Offset"));
        Assert.Equal(TimeSpan.Zero, read.GetDateTimeOffset("Offset")?.Offset);
        Assert.Equal(Noon.UtcDateTime, read.GetDateTime("Utc"));
        Assert.Equal(DateTimeKind.Utc, read.GetDateTime("Utc")?.Kind);
    }

    [Fact]
    public async Task A_local_time_is_refused()
    {
        var table = await tables.NewTableAsync();
        var entity = new TableEntity("p", "r") { ["At"] = new DateTime(2026, 1, 1, 8, 0, 0, DateTimeKind.Local) };

        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(entity));
    }

    [Fact]
    public async Task A_null_is_not_stored()
    {
        var table = await tables.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Gone"] = null, ["Here"] = 1 });

        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.False(read.ContainsKey("Gone"));
        Assert.Equal(1, read.GetInt32("Here"));
    }

    [Fact]
    public async Task An_entity_has_keys_a_timestamp_and_an_etag()
    {
        var table = await tables.NewTableAsync();
        var added = await table.AddEntityAsync(new TableEntity("p", "r"));

        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(("p", "r"), (read.PartitionKey, read.RowKey));
        Assert.NotNull(read.Timestamp);
        Assert.NotEqual(default, read.ETag);
        Assert.Equal(added.Headers.ETag, read.ETag);
        Assert.Equal(4, read.Count);
    }

    [Theory]
    [InlineData("it's", "o''clock")]
    [InlineData("50% & more", "a+b=c;d,e")]
    [InlineData("ꦗꦮ 😀", "(x)'y'")]
    [InlineData("", "")]
    public async Task Any_allowed_key_finds_its_entity(string partitionKey, string rowKey)
    {
        var table = await tables.NewTableAsync();
        await table.AddEntityAsync(new TableEntity(partitionKey, rowKey) { ["Value"] = 1 });

        await table.UpsertEntityAsync(new TableEntity(partitionKey, rowKey) { ["Value"] = 2 });

        var read = (await table.GetEntityAsync<TableEntity>(partitionKey, rowKey)).Value;
        Assert.Equal((partitionKey, rowKey, 2), (read.PartitionKey, read.RowKey, read.GetInt32("Value")));
        Assert.Equal(204, (await table.DeleteEntityAsync(read, ETag.All)).Status);
    }
}
