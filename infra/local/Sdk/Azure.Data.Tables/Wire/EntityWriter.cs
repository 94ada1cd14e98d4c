using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>Writes an entity as the service's JSON, with a type beside each value that JSON cannot tell.</summary>
internal static class EntityWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    /// <summary>The timestamp and what the service annotates are its own: they are never sent.</summary>
    public static bool IsOwn(string name) =>
        name is not (ColumnNames.PartitionKey or ColumnNames.RowKey) && IsSent(name);

    public static void Write(PooledContent content, TableEntity entity)
    {
        var writer = t_writer ??= new Utf8JsonWriter(Stream.Null, Options);
        writer.Reset(content);
        writer.WriteStartObject();
        foreach (var (name, value) in entity.Columns)
        {
            if (value is not null && IsSent(name))
                WriteValue(writer, name, value);
        }

        writer.WriteEndObject();
        writer.Flush();
        // The cached writer must not keep a body alive, nor write into one that was handed back.
        writer.Reset(Stream.Null);
    }

    private static bool IsSent(string name) =>
        name != ColumnNames.Timestamp
        && !name.StartsWith(ColumnNames.AnnotationPrefix, StringComparison.Ordinal);

    private static void WriteValue(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case long number:
                WriteType(json, name, "Edm.Int64");
                json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                WriteDouble(json, name, number);
                break;
            case DateTimeOffset time:
                WriteType(json, name, "Edm.DateTime");
                json.WriteString(name, time.UtcDateTime);
                break;
            case DateTime time:
                WriteType(json, name, "Edm.DateTime");
                json.WriteString(name, InUtc(name, time));
                break;
            case Guid id:
                WriteType(json, name, "Edm.Guid");
                json.WriteString(name, id);
                break;
            case byte[] bytes:
                WriteType(json, name, "Edm.Binary");
                json.WriteBase64String(name, bytes);
                break;
            case BinaryData bytes:
                WriteType(json, name, "Edm.Binary");
                json.WriteBase64String(name, bytes);
                break;
            default:
                throw new NotSupportedException(
                    $"Property '{name}' holds a {value.GetType()}, which Table storage has no type for.");
        }
    }

    // Always with its type: the service takes a bare 1 for an Int32.
    private static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        WriteType(json, name, "Edm.Double");
        if (double.IsFinite(number))
            json.WriteNumber(name, number);
        else if (double.IsNaN(number))
            json.WriteString(name, "NaN");
        else
            json.WriteString(name, number > 0 ? "Infinity" : "-Infinity");
    }

    private static DateTime InUtc(string name, DateTime time) =>
        time.Kind == DateTimeKind.Utc
            ? time
            : throw new NotSupportedException(
                $"Property '{name}' holds a time of kind {time.Kind}; only UTC can be stored.");

    private static void WriteType(Utf8JsonWriter json, string name, string type)
    {
        const int MaxLength = 300;
        var length = name.Length + ColumnNames.TypeSuffix.Length;
        var key = length <= MaxLength ? stackalloc char[MaxLength] : new char[length];
        name.CopyTo(key);
        ColumnNames.TypeSuffix.CopyTo(key[name.Length..]);
        json.WriteString(key[..length], type);
    }
}
