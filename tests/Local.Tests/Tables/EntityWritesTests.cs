using Azure;
using Azure.Data.Tables;

namespace Kinerja.Local.Tests.Tables;

[Collection(AzuriteTables.Name)]
public sealed class EntityWritesTests(AzuriteTables tables)
{
    [Fact]
    public async Task A_second_insert_is_a_conflict()
    {
        var table = await tables.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((409, "EntityAlreadyExists"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task Reading_what_is_not_there_fails_with_404()
    {
        var table = await tables.NewTableAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.GetEntityAsync<TableEntity>("p", "r"));

        Assert.Equal((404, "ResourceNotFound"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task Reading_if_it_exists_tells_without_failing()
    {
        var table = await tables.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "here") { ["Value"] = 1 });

        var missing = await table.GetEntityIfExistsAsync<TableEntity>("p", "gone");
        var present = await table.GetEntityIfExistsAsync<TableEntity>("p", "here");

        Assert.False(missing.HasValue);
        Assert.Throws<InvalidOperationException>(() => missing.Value);
        Assert.Equal(1, present.Value?.GetInt32("Value"));
    }

    [Fact]
    public async Task An_update_from_an_old_read_fails_with_412()
    {
        var table = await tables.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = 1 });
        var old = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await table.UpdateEntityAsync(old, old.ETag);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(old, old.ETag));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task A_delete_from_an_old_read_fails_with_412()
    {
        var table = await tables.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        var old = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await table.UpdateEntityAsync(old, ETag.All);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync(old, old.ETag));

        Assert.Equal(412, failure.Status);
    }

    [Fact]
    public async Task An_update_needs_an_etag()
    {
        var table = await tables.NewTableAsync();

        await Assert.ThrowsAsync<ArgumentException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r"), default));
    }

    [Fact]
    public async Task An_update_of_what_is_not_there_fails_with_404()
    {
        var table = await tables.NewTableAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All));

        Assert.Equal(404, failure.Status);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, true)]
    [InlineData(TableUpdateMode.Replace, false)]
    public async Task Merge_keeps_other_properties_and_replace_drops_them(TableUpdateMode mode, bool kept)
    {
        var table = await tables.NewTableAsync();
        foreach (var row in new[] { "update", "upsert" })
            await table.AddEntityAsync(new TableEntity("p", row) { ["Old"] = 1 });

        await table.UpdateEntityAsync(new TableEntity("p", "update") { ["New"] = 2 }, ETag.All, mode);
        await table.UpsertEntityAsync(new TableEntity("p", "upsert") { ["New"] = 2 }, mode);

        await foreach (var read in table.QueryAsync<TableEntity>())
        {
            Assert.Equal(2, read.GetInt32("New"));
            Assert.Equal(kept, read.ContainsKey("Old"));
        }
    }

    [Fact]
    public async Task Deleting_twice_is_no_failure()
    {
        var table = await tables.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(204, (await table.DeleteEntityAsync("p", "r")).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r")).Status);
    }

    [Fact]
    public async Task Select_brings_only_what_was_asked_for()
    {
        var table = await tables.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["One"] = 1, ["Two"] = 2 });

        var read = (await table.GetEntityAsync<TableEntity>("p", "r", ["Two"])).Value;

        Assert.Equal(2, read.GetInt32("Two"));
        Assert.False(read.ContainsKey("One"));
    }

    [Fact]
    public async Task Creating_a_table_twice_succeeds()
    {
        var first = await tables.Client.CreateTableIfNotExistsAsync("Twice");
        var second = await tables.Client.CreateTableIfNotExistsAsync("Twice");

        Assert.Equal(("Twice", "Twice"), (first.Value.Name, second.Value.Name));
        Assert.Equal((204, 409), (first.GetRawResponse().Status, second.GetRawResponse().Status));
        Assert.Equal(204, (await tables.Client.GetTableClient("Twice").DeleteAsync()).Status);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_by_the_service()
    {
        var wrong = tables.ConnectionString.Replace("AccountKey=Eby8", "AccountKey=Ebz8", StringComparison.Ordinal);
        var client = new TableServiceClient(wrong);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => client.CreateTableIfNotExistsAsync("Never"));

        Assert.Equal(403, failure.Status);
    }
}
