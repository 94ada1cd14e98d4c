namespace Azure.Data.Tables.Wire;

/// <summary>The limits of one entity. The service refuses what breaks them; the emulator lets much of it pass.</summary>
internal static class EntityLimits
{
    private const int MaxColumns = 252;
    private const int MaxNameLength = 255;
    private const int MaxValueBytes = 64 * 1024;
    private const int MaxEntityBytes = 1024 * 1024;

    // The service's documents give 1 KiB in one place and 1,024 characters in another; this fits both.
    private const int MaxKeyLength = 512;

    private static readonly DateTime Earliest = new(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static Refusal? Check(TableEntity entity)
    {
        if (CheckKeys(entity.PartitionKey, entity.RowKey) is { } keys)
            return keys;
        var columns = 0;
        var bytes = 4L + 2 * (entity.PartitionKey.Length + entity.RowKey.Length);
        foreach (var (name, value) in entity.Columns)
        {
            if (value is null || !EntityWriter.IsOwn(name))
                continue;
            columns++;
            var size = Size(value);
            if ((CheckName(name) ?? CheckValue(name, value, size)) is { } refusal)
                return refusal;
            bytes += 8 + 2 * name.Length + size;
        }

        if (columns > MaxColumns)
        {
            return new Refusal(
                "TooManyProperties",
                $"The entity has {columns} properties of its own; at most {MaxColumns} are allowed.");
        }

        return bytes <= MaxEntityBytes
            ? null
            : new Refusal("EntityTooLarge", "The entity is larger than the maximum allowed size (1 MiB).");
    }

    public static Refusal? CheckKeys(string partitionKey, string rowKey) =>
        CheckKey(ColumnNames.PartitionKey, partitionKey) ?? CheckKey(ColumnNames.RowKey, rowKey);

    private static Refusal? CheckKey(string name, string key)
    {
        if (key.Length > MaxKeyLength)
            return new Refusal("KeyValueTooLarge", $"The {name} is longer than {MaxKeyLength} characters.");
        foreach (var letter in key)
        {
            if (letter is '/' or '\\' or '#' or '?' || char.IsControl(letter))
            {
                return new Refusal(
                    "OutOfRangeInput",
                    $"The {name} is out of range: / \\ # ? and control characters are not allowed.");
            }
        }

        return null;
    }

    private static Refusal? CheckName(string name)
    {
        if (name.Length > MaxNameLength)
            return new Refusal("PropertyNameTooLong", $"A property name is longer than {MaxNameLength} characters.");
        var valid = name.Length > 0 && !char.IsDigit(name[0]);
        foreach (var letter in name)
            valid &= letter == '_' || char.IsLetterOrDigit(letter);
        return valid ? null : new Refusal("PropertyNameInvalid", $"The property name '{name}' is invalid.");
    }

    private static Refusal? CheckValue(string name, object value, long size)
    {
        if (value is string or byte[] or BinaryData && size - 4 > MaxValueBytes)
            return new Refusal("PropertyValueTooLarge", $"The value of '{name}' is larger than 64 KiB.");
        return value switch
        {
            DateTime time when time < Earliest => Before1601(name),
            DateTimeOffset time when time.UtcDateTime < Earliest => Before1601(name),
            _ => null,
        };
    }

    private static Refusal Before1601(string name) =>
        new("OutOfRangeInput", $"The value of '{name}' is out of range: times start in the year 1601.");

    // The sizes that the service counts with, not those on the wire.
    private static long Size(object value) => value switch
    {
        string text => 4 + 2L * text.Length,
        byte[] bytes => 4 + bytes.LongLength,
        BinaryData bytes => 4 + bytes.ToMemory().Length,
        bool => 1,
        int => 4,
        Guid => 16,
        _ => 8,
    };
}
