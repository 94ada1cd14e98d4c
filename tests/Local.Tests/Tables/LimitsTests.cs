using Azure;
using Azure.Data.Tables;

namespace Kinerja.Local.Tests.Tables;

/// <summary>Nobody listens where this client points: what is refused here was never sent.</summary>
public sealed class LimitsTests
{
    private const int MiB = 1024 * 1024;

    private readonly TableClient _table = new TableServiceClient(
        "AccountName=account;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:1/account",
        new TableClientOptions { Retry = { MaxRetries = 0 } }).GetTableClient("Test");

    public static TheoryData<string, TableEntity> Entities => new()
    {
        { "TooManyProperties", Wide(253) },
        { "EntityTooLarge", Heavy(MiB) },
        { "PropertyValueTooLarge", new("p", "r") { ["Text"] = new string('x', 32 * 1024 + 1) } },
        { "PropertyValueTooLarge", new("p", "r") { ["Bytes"] = new byte[64 * 1024 + 1] } },
        { "PropertyValueTooLarge", new("p", "r") { ["Data"] = new BinaryData(new byte[64 * 1024 + 1]) } },
        { "KeyValueTooLarge", new(new string('x', 513), "r") },
        { "KeyValueTooLarge", new("p", new string('x', 513)) },
        { "OutOfRangeInput", new("a/b", "r") },
        { "OutOfRangeInput", new("p", "a\\b") },
        { "OutOfRangeInput", new("p", "a#b") },
        { "OutOfRangeInput", new("p", "a?b") },
        { "OutOfRangeInput", new("p", "a\tb") },
        { "OutOfRangeInput", new("p", "a\u0085b") },
        { "OutOfRangeInput", new("p", "r") { ["At"] = new DateTime(1600, 12, 31, 0, 0, 0, DateTimeKind.Utc) } },
        { "OutOfRangeInput", new("p", "r") { ["At"] = DateTimeOffset.MinValue } },
        { "PropertyNameTooLong", new("p", "r") { [new string('x', 256)] = 1 } },
        { "PropertyNameInvalid", new("p", "r") { ["1st"] = 1 } },
        { "PropertyNameInvalid", new("p", "r") { ["two words"] = 1 } },
        { "PropertyNameInvalid", new("p", "r") { ["a-b"] = 1 } },
    };

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task An_entity_past_a_limit_is_refused_by_every_write(string code, TableEntity entity)
    {
        await RefusedAsync(code, () => _table.AddEntityAsync(entity));
        await RefusedAsync(code, () => _table.UpsertEntityAsync(entity));
        await RefusedAsync(code, () => _table.UpdateEntityAsync(entity, ETag.All));
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task An_entity_past_a_limit_is_refused_in_a_transaction(string code, TableEntity entity)
    {
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => _table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity(entity.PartitionKey, "other")),
            new(TableTransactionActionType.Add, entity),
        ]));

        // A bad partition key is already bad in the first action.
        var index = entity.PartitionKey == "p" ? 1 : 0;
        Assert.Equal((400, code, index), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task A_bad_key_is_refused_by_reads_and_deletes()
    {
        await RefusedAsync("OutOfRangeInput", () => _table.GetEntityAsync<TableEntity>("a/b", "r"));
        await RefusedAsync("OutOfRangeInput", () => _table.GetEntityIfExistsAsync<TableEntity>("p", "a?b"));
        await RefusedAsync("KeyValueTooLarge", () => _table.DeleteEntityAsync("p", new string('x', 513)));
    }

    [Fact]
    public async Task A_transaction_over_two_partitions_is_refused() =>
        await RefusedAsync(
            "CommandsInBatchActOnDifferentPartitions", 1, [new TableEntity("p", "a"), new TableEntity("q", "b")]);

    [Fact]
    public async Task A_row_twice_in_a_transaction_is_refused() =>
        await RefusedAsync(
            "InvalidDuplicateRow",
            2,
            [new TableEntity("p", "a"), new TableEntity("p", "b"), new TableEntity("p", "a")]);

    [Fact]
    public async Task More_than_a_hundred_actions_are_refused() =>
        await RefusedAsync(
            "InvalidInput", 99, [.. Enumerable.Range(0, 101).Select(row => new TableEntity("p", $"{row}"))]);

    [Fact]
    public async Task A_transaction_of_more_than_4_MiB_is_refused() =>
        await RefusedAsync(
            "ContentLengthExceeded",
            4,
            [.. Enumerable.Range(0, 5).Select(row => Heavy(MiB - 1024, $"{row}", new string('é', 30_000)))]);

    [Fact]
    public async Task Other_entity_classes_are_named_as_unsupported()
    {
        var failure = await Assert.ThrowsAsync<NotSupportedException>(() => _table.AddEntityAsync(new Other()));

        Assert.Contains("official Azure.Data.Tables package", failure.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => _table.QueryAsync<Other>());
        await Assert.ThrowsAsync<NotSupportedException>(() => _table.GetEntityAsync<Other>("p", "r"));
    }

    private static TableEntity Wide(int columns)
    {
        var entity = new TableEntity("p", "r");
        for (var column = 0; column < columns; column++)
            entity[$"C{column}"] = column;
        return entity;
    }

    // The service counts two bytes a character.
    private static TableEntity Heavy(int bytes, string row = "r", string? text = null)
    {
        var entity = new TableEntity("p", row);
        text ??= new string('x', 30_000);
        for (var column = 0; bytes > 0; column++, bytes -= 2 * text.Length)
            entity[$"C{column}"] = text.Length * 2 <= bytes ? text : text[..(bytes / 2)];
        return entity;
    }

    private async Task RefusedAsync(string code, int index, TableEntity[] entities)
    {
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => _table.SubmitTransactionAsync(
            entities.Select(entity => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity))));

        Assert.Equal((400, code, index), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
    }

    private static async Task RefusedAsync(string code, Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(call);

        Assert.Equal((400, code), (failure.Status, failure.ErrorCode));
    }

    private sealed class Other : ITableEntity
    {
        public string PartitionKey { get; set; } = "p";

        public string RowKey { get; set; } = "r";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }
    }
}
