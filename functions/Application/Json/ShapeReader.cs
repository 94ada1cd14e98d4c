using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kinerja.Domain;

namespace Kinerja.Application.Json;

/// <summary>
/// Walks a body that does not have the shape of its type: names each unknown, repeated and mistyped member, and keeps
/// what is left of the body without them, so that its own reader can name what else is wrong.
/// </summary>
internal sealed class ShapeReader
{
    /// <summary>An answer lists no more; the rest shows once these are mended.</summary>
    internal const int MostFaults = 100;

    private readonly List<FieldFault> _faults = [];
    private readonly ArrayBufferWriter<byte> _rest = new();

    private ShapeReader()
    {
    }

    internal IReadOnlyList<FieldFault> Faults => _faults;

    /// <summary>
    /// The body without its faults; an item of a list that does not fit stands as null, so that the others keep their
    /// places.
    /// </summary>
    internal ReadOnlySpan<byte> Rest => _rest.WrittenSpan;

    internal static ShapeReader Read(JsonElement body, JsonTypeInfo type, string prefix)
    {
        var shape = new ShapeReader();
        if (shape.Fits(body, type, prefix))
        {
            using var rest = new Utf8JsonWriter(shape._rest);
            shape.Copy(body, type, prefix, rest);
        }

        return shape;
    }

    /// <summary>Whether a pointer leads to one of the faults or below it.</summary>
    internal bool Covers(string pointer) => _faults.Exists(fault =>
        pointer.StartsWith(fault.Pointer, StringComparison.Ordinal)
        && (pointer.Length == fault.Pointer.Length || pointer[fault.Pointer.Length] == '/'));

    private void Copy(JsonElement value, JsonTypeInfo type, string pointer, Utf8JsonWriter rest)
    {
        switch (value.ValueKind, type.Kind)
        {
            case (JsonValueKind.Object, JsonTypeInfoKind.Object):
                var known = type.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
                CopyMembers(
                    value,
                    name => known.TryGetValue(name, out var property)
                        ? type.Options.GetTypeInfo(property.PropertyType)
                        : null,
                    pointer,
                    rest);
                break;
            case (JsonValueKind.Object, JsonTypeInfoKind.Dictionary):
                CopyMembers(value, _ => type.Options.GetTypeInfo(type.ElementType!), pointer, rest);
                break;
            case (JsonValueKind.Object, _) when IsFree(type):
                CopyMembers(value, _ => type, pointer, rest);
                break;
            case (JsonValueKind.Array, JsonTypeInfoKind.Enumerable):
                CopyItems(value, type.Options.GetTypeInfo(type.ElementType!), pointer, rest);
                break;
            case (JsonValueKind.Array, _) when IsFree(type):
                CopyItems(value, type, pointer, rest);
                break;
            default:
                value.WriteTo(rest);
                break;
        }
    }

    /// <param name="value">An object.</param>
    /// <param name="typeOf">What a member of that name is; null: it is not known.</param>
    /// <param name="pointer">Where it stands.</param>
    /// <param name="rest">What is left of it.</param>
    private void CopyMembers(
        JsonElement value, Func<string, JsonTypeInfo?> typeOf, string pointer, Utf8JsonWriter rest)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        rest.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            var at = pointer + "/" + JsonPointers.Escape(member.Name);
            if (typeOf(member.Name) is not { } inner)
            {
                Add(at, ContractReader.NotKnown);
            }
            else if (!seen.Add(member.Name))
            {
                Add(at, ContractReader.StandsTwice);
            }
            else if (Fits(member.Value, inner, at))
            {
                rest.WritePropertyName(member.Name);
                Copy(member.Value, inner, at, rest);
            }
        }

        rest.WriteEndObject();
    }

    private void CopyItems(JsonElement value, JsonTypeInfo inner, string pointer, Utf8JsonWriter rest)
    {
        rest.WriteStartArray();
        foreach (var (i, item) in value.EnumerateArray().Index())
        {
            if (Fits(item, inner, $"{pointer}/{i}"))
            {
                Copy(item, inner, $"{pointer}/{i}", rest);
            }
            else
            {
                rest.WriteNullValue();
            }
        }

        rest.WriteEndArray();
    }

    /// <summary>
    /// Whether the value is of the type's kind; of objects and lists what they hold is looked at later.
    /// </summary>
    private bool Fits(JsonElement value, JsonTypeInfo type, string pointer)
    {
        var fits = value.ValueKind == JsonValueKind.Null && !type.Type.IsValueType;
        if (!fits)
        {
            fits = type.Kind switch
            {
                JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => value.ValueKind == JsonValueKind.Object,
                JsonTypeInfoKind.Enumerable => value.ValueKind == JsonValueKind.Array,
                _ => IsFree(type) || IsRead(value, type),
            };
        }

        if (!fits)
        {
            Add(pointer, Expected(type));
        }

        return fits;
    }

    /// <summary>JSON of any shape, which its own reader takes apart; only repeats are looked for.</summary>
    private static bool IsFree(JsonTypeInfo type) =>
        (Nullable.GetUnderlyingType(type.Type) ?? type.Type) == typeof(JsonElement);

    private static bool IsRead(JsonElement value, JsonTypeInfo type)
    {
        try
        {
            value.Deserialize(type);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Sentence Expected(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "An object is expected here.",
        JsonTypeInfoKind.Enumerable => "A list is expected here.",
        _ => Type.GetTypeCode(Nullable.GetUnderlyingType(type.Type) ?? type.Type) switch
        {
            TypeCode.String => "A text is expected here.",
            TypeCode.Boolean => "Either true or false is expected here.",
            TypeCode.Int32 or TypeCode.Int64 => "A whole number is expected here.",
            TypeCode.Decimal or TypeCode.Double => "A number is expected here.",
            _ => ContractReader.Mistyped,
        },
    };

    private void Add(string pointer, Sentence detail)
    {
        if (_faults.Count < MostFaults)
        {
            _faults.Add(new FieldFault(pointer, detail));
        }
    }
}
