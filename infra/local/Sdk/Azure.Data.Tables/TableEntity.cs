using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public sealed partial class TableEntity : ITableEntity
{
    private readonly Dictionary<string, object?> _values;

    public TableEntity() => _values = [];

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object?>? values) =>
        _values = values is null ? [] : new Dictionary<string, object?>(values);

    // The keys, the timestamp and the ETag live among the values, as callers that walk them expect.
    public string PartitionKey
    {
        get => GetString(ColumnNames.PartitionKey)!; // Null only before it is set, as officially.
        set => _values[ColumnNames.PartitionKey] = value;
    }

    public string RowKey
    {
        get => GetString(ColumnNames.RowKey)!; // Null only before it is set, as officially.
        set => _values[ColumnNames.RowKey] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(ColumnNames.Timestamp);
        set => _values[ColumnNames.Timestamp] = value;
    }

    public ETag ETag
    {
        get => GetString(ColumnNames.ETag) is { } text ? new ETag(text) : default;
        set => _values[ColumnNames.ETag] = value.ToString();
    }

    public string? GetString(string key) => Get(key) switch
    {
        null => null,
        string value => value,
        { } other => throw Mismatch(key, typeof(string), other),
    };

    public byte[]? GetBinary(string key) => Get(key) switch
    {
        null => null,
        byte[] value => value,
        BinaryData value => value.ToArray(),
        { } other => throw Mismatch(key, typeof(byte[]), other),
    };

    public BinaryData? GetBinaryData(string key) => Get(key) switch
    {
        null => null,
        BinaryData value => value,
        byte[] value => new BinaryData(value),
        { } other => throw Mismatch(key, typeof(BinaryData), other),
    };

    public bool? GetBoolean(string key) => Get<bool>(key);

    public double? GetDouble(string key) => Get<double>(key);

    public Guid? GetGuid(string key) => Get<Guid>(key);

    public int? GetInt32(string key) => Get<int>(key);

    public long? GetInt64(string key) => Get<long>(key);

    public DateTime? GetDateTime(string key) => Get(key) switch
    {
        null => null,
        DateTimeOffset value => value.UtcDateTime,
        DateTime value => value,
        { } other => throw Mismatch(key, typeof(DateTime), other),
    };

    public DateTimeOffset? GetDateTimeOffset(string key) => Get(key) switch
    {
        null => null,
        DateTimeOffset value => value,
        DateTime value => new DateTimeOffset(value),
        { } other => throw Mismatch(key, typeof(DateTimeOffset), other),
    };

    private object? Get(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _values.GetValueOrDefault(key);
    }

    private T? Get<T>(string key)
        where T : struct => Get(key) switch
        {
            null => null,
            T value => value,
            { } other => throw Mismatch(key, typeof(T), other),
        };

    private static InvalidOperationException Mismatch(string key, Type wanted, object value) =>
        new($"Property '{key}' holds a {value.GetType()} and cannot be read as a {wanted}.");
}
