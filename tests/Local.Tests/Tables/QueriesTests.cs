using Azure;
using Azure.Data.Tables;

namespace Kinerja.Local.Tests.Tables;

[Collection(AzuriteTables.Name)]
public sealed class QueriesTests(AzuriteTables tables)
{
    private const int Rows = 1_234;

    [Fact]
    public async Task Every_row_comes_once_and_in_order_over_pages()
    {
        var table = await FilledAsync(Rows);

        var pages = await table.QueryAsync<TableEntity>("PartitionKey eq 'p'").AsPages().ToListAsync();

        Assert.Equal([1000, Rows - 1000], pages.Select(page => page.Values.Count));
        Assert.Equal(
            Enumerable.Range(0, Rows).Select(row => $"{row:d5}"),
            pages.SelectMany(page => page.Values).Select(entity => entity.RowKey));
    }

    [Fact]
    public async Task A_continuation_token_resumes_where_it_was_taken()
    {
        var table = await FilledAsync(30);
        var first = await table.QueryAsync<TableEntity>(maxPerPage: 7).AsPages().FirstAsync();

        var rest = await table.QueryAsync<TableEntity>(maxPerPage: 7).AsPages(first.ContinuationToken).ToListAsync();

        Assert.Equal([7, 7, 7, 2], rest.Select(page => page.Values.Count));
        Assert.Equal("00007", rest[0].Values[0].RowKey);
        Assert.Null(rest[^1].ContinuationToken);
    }

    [Fact]
    public async Task A_page_size_hint_goes_before_the_size_of_the_query()
    {
        var table = await FilledAsync(10);

        var page = await table.QueryAsync<TableEntity>(maxPerPage: 7).AsPages(pageSizeHint: 3).FirstAsync();

        Assert.Equal(3, page.Values.Count);
    }

    [Fact]
    public async Task A_filter_takes_values_as_literals()
    {
        var table = await tables.NewTableAsync();
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1);
        var id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        await table.AddEntityAsync(new TableEntity("it's", "r")
        {
            ["Long"] = 5_000_000_000,
            ["At"] = at,
            ["Id"] = id,
            ["Flag"] = true,
        });
        await table.AddEntityAsync(new TableEntity("other", "r"));

        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {"it's"} and Long eq {5_000_000_000} and At eq {at} and Id eq {id} and Flag eq {true}");

        var found = await table.QueryAsync<TableEntity>(filter).SingleAsync();
        Assert.Equal("it's", found.PartitionKey);
    }

    [Fact]
    public async Task Select_applies_to_every_row()
    {
        var table = await FilledAsync(3);

        var rows = await table.QueryAsync<TableEntity>(select: ["RowKey", "Number"]).ToListAsync();

        Assert.Equal([0, 1, 2], rows.Select(row => row.GetInt32("Number")));
        Assert.All(rows, row => Assert.False(row.ContainsKey("Text")));
    }

    [Fact]
    public async Task A_bad_filter_fails_with_400()
    {
        var table = await tables.NewTableAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            async () => await table.QueryAsync<TableEntity>("startswith(RowKey,'a')").ToListAsync());

        Assert.Equal(400, failure.Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_size_outside_1_to_1000_is_refused(int size)
    {
        var table = await tables.NewTableAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            async () => await table.QueryAsync<TableEntity>(maxPerPage: size).ToListAsync());

        Assert.Equal((400, "InvalidInput"), (failure.Status, failure.ErrorCode));
    }

    private async Task<TableClient> FilledAsync(int rows)
    {
        var table = await tables.NewTableAsync();
        foreach (var chunk in Enumerable.Range(0, rows).Chunk(100))
        {
            await table.SubmitTransactionAsync(chunk.Select(row => new TableTransactionAction(
                TableTransactionActionType.Add,
                new TableEntity("p", $"{row:d5}") { ["Number"] = row, ["Text"] = "x" })));
        }

        return table;
    }
}
