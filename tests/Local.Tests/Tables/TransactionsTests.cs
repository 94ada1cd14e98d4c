using Azure;
using Azure.Data.Tables;

namespace Kinerja.Local.Tests.Tables;

[Collection(AzuriteTables.Name)]
public sealed class TransactionsTests(AzuriteTables tables)
{
    [Fact]
    public async Task A_hundred_actions_succeed_together_with_an_answer_each()
    {
        var table = await tables.NewTableAsync();

        var answers = await table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(row =>
            new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{row:d3}"))));

        var stored = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(202, answers.GetRawResponse().Status);
        Assert.All(answers.Value, answer => Assert.Equal(204, answer.Status));
        Assert.Equal(stored.Select(row => (ETag?)row.ETag), answers.Value.Select(answer => answer.Headers.ETag));
    }

    [Fact]
    public async Task A_failed_action_undoes_all_and_is_named()
    {
        var table = await tables.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "taken"));

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("p", "a")),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "b")),
            new(TableTransactionActionType.Add, new TableEntity("p", "taken")),
            new(TableTransactionActionType.Add, new TableEntity("p", "z")),
        ]));

        Assert.Equal((409, "EntityAlreadyExists"), (failure.Status, failure.ErrorCode));
        Assert.Equal(2, failure.FailedTransactionActionIndex);
        Assert.Equal("taken", (await table.QueryAsync<TableEntity>().SingleAsync()).RowKey);
    }

    [Fact]
    public async Task An_old_etag_fails_the_transaction_with_412()
    {
        var table = await tables.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        var old = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await table.UpdateEntityAsync(old, ETag.All);

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("p", "a")),
            new(TableTransactionActionType.UpdateReplace, old, old.ETag),
        ]));

        Assert.Equal((412, 1), (failure.Status, failure.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task Each_kind_of_action_does_what_it_says()
    {
        var table = await tables.NewTableAsync();
        foreach (var row in new[] { "merge", "replace", "gone", "upmerge", "upreplace" })
            await table.AddEntityAsync(new TableEntity("it's", row) { ["Old"] = 1 });
        TableEntity New(string row) => new("it's", row) { ["New"] = 2 };

        await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, New("added")),
            new(TableTransactionActionType.UpdateMerge, New("merge"), ETag.All),
            new(TableTransactionActionType.UpdateReplace, New("replace"), ETag.All),
            new(TableTransactionActionType.Delete, New("gone")),
            new(TableTransactionActionType.UpsertMerge, New("upmerge")),
            new(TableTransactionActionType.UpsertReplace, New("upreplace")),
        ]);

        var rows = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(["added", "merge", "replace", "upmerge", "upreplace"], rows.Select(row => row.RowKey));
        Assert.All(rows, row => Assert.Equal(2, row.GetInt32("New")));
        Assert.Equal([false, true, false, true, false], rows.Select(row => row.ContainsKey("Old")));
    }

    [Fact]
    public async Task An_empty_transaction_is_refused()
    {
        var table = await tables.NewTableAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));
    }
}
