using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>Reads entities of one answer. Rows of a table look alike, so names and the partition key are shared.</summary>
internal sealed class EntityReader
{
    private readonly List<ReadColumn> _columns = [];
    private readonly List<(string Name, EdmType Type)> _pendingTypes = [];
    private string _partitionKey = "";
    private int _size = 16;

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
        var entity = TableEntity.WithCapacity(_size);
        var place = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var column = Column(ref reader, place++);
            reader.Read();
            switch (column.Kind)
            {
                case ReadColumnKind.Value:
                    entity.Columns[column.Name] = EdmValue.Read(ref reader, TakeType(column.Name));
                    break;
                case ReadColumnKind.Type:
                    _pendingTypes.Add((column.Name, EdmValue.TypeNamed(ref reader)));
                    break;
                case ReadColumnKind.PartitionKey:
                    entity.Columns[column.Name] = PartitionKey(ref reader);
                    break;
                case ReadColumnKind.Timestamp:
                    entity.Columns[column.Name] = reader.GetDateTimeOffset();
                    break;
                case ReadColumnKind.Skipped:
                    reader.Skip();
                    break;
            }
        }

        ApplyLateTypes(entity);
        _size = Math.Max(entity.Columns.Count, 4);
        return entity;
    }

    // The same place of the row before nearly always held the same name.
    private ReadColumn Column(ref Utf8JsonReader reader, int place)
    {
        if (place < _columns.Count && reader.ValueTextEquals(_columns[place].Utf8))
            return _columns[place];
        foreach (var known in _columns)
        {
            if (reader.ValueTextEquals(known.Utf8))
                return known;
        }

        var column = ReadColumn.Of(reader.GetString() ?? "");
        _columns.Add(column);
        return column;
    }

    private string PartitionKey(ref Utf8JsonReader reader)
    {
        if (!reader.ValueTextEquals(_partitionKey))
            _partitionKey = reader.GetString() ?? "";
        return _partitionKey;
    }

    // A type usually comes right before its value.
    private EdmType TakeType(string name)
    {
        for (var index = _pendingTypes.Count - 1; index >= 0; index--)
        {
            if (!string.Equals(_pendingTypes[index].Name, name, StringComparison.Ordinal))
                continue;
            var type = _pendingTypes[index].Type;
            _pendingTypes.RemoveAt(index);
            return type;
        }

        return EdmType.Unsaid;
    }

    private void ApplyLateTypes(TableEntity entity)
    {
        foreach (var (name, type) in _pendingTypes)
        {
            if (entity.Columns.TryGetValue(name, out var value))
                entity.Columns[name] = EdmValue.Retyped(value, type);
        }

        _pendingTypes.Clear();
    }
}
