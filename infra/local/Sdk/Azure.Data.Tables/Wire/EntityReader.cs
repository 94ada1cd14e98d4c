using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>Reads entities of one answer. Rows of a table look alike, so names and the partition key are shared.</summary>
internal sealed class EntityReader
{
    private readonly List<string> _names = [];
    private readonly List<(string Name, string Type)> _pendingTypes = [];
    private string _partitionKey = "";
    private int _columns = 16;

    public static TableEntity ReadOne(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return new EntityReader().Read(ref reader);
    }

    public static List<TableEntity> ReadPage(ReadOnlySpan<byte> json)
    {
        var entities = new List<TableEntity>();
        var one = new EntityReader();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (!isValue)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                entities.Add(one.Read(ref reader));
        }

        return entities;
    }

    private TableEntity Read(ref Utf8JsonReader reader)
    {
        var entity = TableEntity.WithCapacity(_columns);
        var place = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Name(ref reader, place++);
            reader.Read();
            if (name.EndsWith(ColumnNames.TypeSuffix, StringComparison.Ordinal))
                _pendingTypes.Add((name[..^ColumnNames.TypeSuffix.Length], reader.GetString() ?? ""));
            else if (name == ColumnNames.ETag || !name.StartsWith(ColumnNames.AnnotationPrefix, StringComparison.Ordinal))
                entity.Columns[name] = Value(ref reader, name);
            else
                reader.Skip();
        }

        // A type usually comes before its value and is taken there; one that came after is applied now.
        foreach (var (name, type) in _pendingTypes)
        {
            if (entity.Columns.TryGetValue(name, out var value))
                entity.Columns[name] = EdmValue.Retyped(value, type);
        }

        _pendingTypes.Clear();
        _columns = Math.Max(entity.Columns.Count, 4);
        return entity;
    }

    // The same place of the row before nearly always held the same name.
    private string Name(ref Utf8JsonReader reader, int place)
    {
        if (place < _names.Count && reader.ValueTextEquals(_names[place]))
            return _names[place];
        foreach (var known in _names)
        {
            if (reader.ValueTextEquals(known))
                return known;
        }

        var name = reader.GetString() ?? "";
        _names.Add(name);
        return name;
    }

    private object? Value(ref Utf8JsonReader reader, string name)
    {
        if (name == ColumnNames.PartitionKey)
        {
            if (!reader.ValueTextEquals(_partitionKey))
                _partitionKey = reader.GetString() ?? "";
            return _partitionKey;
        }

        if (name == ColumnNames.Timestamp)
            return reader.GetDateTimeOffset();
        return EdmValue.Read(ref reader, TakeType(name));
    }

    private string? TakeType(string name)
    {
        for (var index = _pendingTypes.Count - 1; index >= 0; index--)
        {
            if (!string.Equals(_pendingTypes[index].Name, name, StringComparison.Ordinal))
                continue;
            var type = _pendingTypes[index].Type;
            _pendingTypes.RemoveAt(index);
            return type;
        }

        return null;
    }
}
