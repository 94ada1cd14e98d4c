using Azure;
using Azure.Data.Tables;

namespace Kinerja.Local.Tests.Tables;

public sealed class TableEntityTests
{
    [Fact]
    public void The_keys_live_among_the_values()
    {
        var entity = new TableEntity("p", "r") { ["Value"] = 1 };

        Assert.Equal(["PartitionKey", "RowKey", "Value"], entity.Keys);
        Assert.Equal("p", entity["PartitionKey"]);
        Assert.Equal(3, entity.Count);
    }

    [Fact]
    public void A_missing_value_is_null()
    {
        var entity = new TableEntity();

        Assert.Null(entity["Value"]);
        Assert.Null(entity.GetInt32("Value"));
        Assert.Null(entity.GetString("Value"));
        Assert.Null(entity.Timestamp);
        Assert.Equal(default, entity.ETag);
    }

    [Fact]
    public void Reading_another_type_is_refused()
    {
        var entity = new TableEntity { ["Value"] = 1 };

        Assert.Throws<InvalidOperationException>(() => entity.GetInt64("Value"));
        Assert.Throws<InvalidOperationException>(() => entity.GetString("Value"));
        Assert.Throws<InvalidOperationException>(() => entity.GetDateTime("Value"));
    }

    [Fact]
    public void A_property_widens_but_never_changes_its_kind()
    {
        var entity = new TableEntity { ["Double"] = 1.0, ["Long"] = 1L, ["Int"] = 1, ["Text"] = "x" };

        entity["Double"] = 2;
        entity["Long"] = 2;
        entity["Int"] = 2L;

        Assert.Equal((2.0, 2L, 2L), (entity.GetDouble("Double"), entity.GetInt64("Long"), entity.GetInt64("Int")));
        Assert.Throws<InvalidOperationException>(() => entity["Text"] = 1);
        Assert.Throws<InvalidOperationException>(() => entity["Double"] = "x");
    }

    [Fact]
    public void Binary_values_read_as_bytes_and_as_data()
    {
        var entity = new TableEntity { ["Bytes"] = new byte[] { 1 }, ["Data"] = new BinaryData(new byte[] { 2 }) };

        Assert.Equal([1], entity.GetBinaryData("Bytes")?.ToArray() ?? []);
        Assert.Equal([2], entity.GetBinary("Data") ?? []);
    }

    [Fact]
    public void A_copy_shares_nothing()
    {
        var source = new Dictionary<string, object?> { ["PartitionKey"] = "p", ["RowKey"] = "r" };
        var entity = new TableEntity(source) { ETag = new ETag("e") };

        source["PartitionKey"] = "q";

        Assert.Equal("p", entity.PartitionKey);
        Assert.Equal("e", entity["odata.etag"]);
    }

    [Theory]
    [InlineData("it's", "A eq 'it''s'")]
    [InlineData(5, "A eq 5")]
    [InlineData(5L, "A eq 5L")]
    [InlineData(1.5, "A eq 1.5")]
    [InlineData(false, "A eq false")]
    [InlineData(new byte[] { 10, 255 }, "A eq X'0AFF'")]
    public void A_filter_value_becomes_a_literal(object value, string filter) =>
        Assert.Equal(filter, TableClient.CreateQueryFilter($"A eq {value}"));

    [Fact]
    public void A_filter_refuses_what_has_no_literal() =>
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {new Uri("http://a")}"));

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1/T")]
    [InlineData(
        "DefaultEndpointsProtocol=https;AccountName=abc;AccountKey=a2V5;EndpointSuffix=core.windows.net",
        "abc",
        "https://abc.table.core.windows.net/T")]
    [InlineData(
        "AccountName=abc;AccountKey=a2V5;TableEndpoint=http://host:1/abc/", "abc", "http://host:1/abc/T")]
    public void A_connection_string_says_where_and_who(string text, string account, string address)
    {
        var table = new TableServiceClient(text).GetTableClient("T");

        Assert.Equal((account, "T", new Uri(address)), (table.AccountName, table.Name, table.Uri));
    }

    [Theory]
    [InlineData("AccountName=abc")]
    [InlineData("nonsense")]
    [InlineData("TableEndpoint=https://abc.table.core.windows.net;SharedAccessSignature=x")]
    public void An_incomplete_connection_string_is_refused(string text) =>
        Assert.Throws<FormatException>(() => new TableServiceClient(text));
}
