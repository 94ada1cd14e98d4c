using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kinerja.Domain;

namespace Kinerja.Application.Json;

/// <summary>
/// Bytes → body → what it says, or every fault at once: a member of the wrong shape hides no other fault. JSON that
/// breaks off or is none has one fault, where it stops making sense.
/// </summary>
public static class ContractReader
{
    internal const string NotKnown = "This member is not known.";
    internal const string StandsTwice = "This member stands twice.";
    internal const string Mistyped = "The JSON is malformed or has a value of the wrong type here.";

    public static Result<T> Read<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type)
        where T : notnull => Read<T, T>(utf8, type, body => body);

    public static Result<T> Read<T>(JsonElement element, JsonTypeInfo<T> type, string prefix)
        where T : notnull => Read<T, T>(element, type, prefix, body => body);

    /// <param name="utf8">A whole body.</param>
    /// <param name="type">Its shape.</param>
    /// <param name="read">What the body says, or its faults; it is also asked for what is left of a body of another
    /// shape.</param>
    public static Result<T> Read<TBody, T>(
        ReadOnlySpan<byte> utf8, JsonTypeInfo<TBody> type, Func<TBody, Result<T>> read)
        where TBody : notnull
        where T : notnull
    {
        TBody? body;
        utf8 = WithoutMark(utf8);
        try
        {
            body = JsonSerializer.Deserialize(utf8, type);
        }
        catch (JsonException fault)
        {
            return Parse(utf8) is { } element ? Explain(element, type, "", read, fault) : Explain(fault, "");
        }

        return body is null ? Refuse("", "A JSON document is expected.") : read(body);
    }

    /// <param name="element">A part of a body.</param>
    /// <param name="type">Its shape.</param>
    /// <param name="prefix">Where it stands.</param>
    /// <param name="read">As for a whole body; its pointers begin with the prefix.</param>
    public static Result<T> Read<TBody, T>(
        JsonElement element, JsonTypeInfo<TBody> type, string prefix, Func<TBody, Result<T>> read)
        where TBody : notnull
        where T : notnull
    {
        TBody? body;
        try
        {
            body = element.Deserialize(type);
        }
        catch (JsonException fault)
        {
            return Explain(element, type, prefix, read, fault);
        }

        return body is null ? Refuse(prefix, "A JSON object is expected.") : read(body);
    }

    /// <summary>
    /// A byte order mark, which some systems set before UTF-8, is no part of the text (RFC 8259, section 8.1).
    /// </summary>
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) =>
        utf8.StartsWith("\uFEFF"u8) ? utf8["\uFEFF"u8.Length..] : utf8;

    private static JsonElement? Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Refusal Explain<TBody, T>(
        JsonElement element, JsonTypeInfo<TBody> type, string prefix, Func<TBody, Result<T>> read, JsonException fault)
        where TBody : notnull
        where T : notnull
    {
        ShapeReader shape;
        try
        {
            shape = ShapeReader.Read(element, type, prefix);
        }
        catch (InvalidOperationException)
        {
            // A name or a text holds half a character, which no string can.
            return Explain(fault, prefix);
        }

        if (shape.Faults.Count == 0)
        {
            return Explain(fault, prefix);
        }

        var others = FaultsOfRest(shape, type, read).Where(other => !shape.Covers(other.Pointer));
        return new(RefusalKind.Malformed, RefusalCodes.InvalidBody, shape.Faults[0].Detail)
        {
            Faults = [.. shape.Faults, .. others],
        };
    }

    /// <summary>
    /// What is wrong in the members that have their shape; nothing when what is left has none either.
    /// </summary>
    private static IReadOnlyList<FieldFault> FaultsOfRest<TBody, T>(
        ShapeReader shape, JsonTypeInfo<TBody> type, Func<TBody, Result<T>> read)
        where TBody : notnull
        where T : notnull
    {
        try
        {
            return !shape.Rest.IsEmpty
                && JsonSerializer.Deserialize(shape.Rest, type) is { } rest
                && read(rest).Refusal is { Kind: RefusalKind.Malformed } refusal
                    ? refusal.Faults
                    : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static Refusal Refuse(string pointer, Sentence detail) =>
        new(RefusalKind.Malformed, RefusalCodes.InvalidBody, detail) { Faults = [new(pointer, detail)] };

    /// <summary>The serializer's words name our types; these do not.</summary>
    private static Refusal Explain(JsonException fault, string prefix) => Refuse(
        prefix + JsonPointers.Of(fault.Path),
        fault.Message.Contains("could not be mapped", StringComparison.Ordinal) ? NotKnown
        : fault.Message.Contains("uplicate", StringComparison.Ordinal) ? StandsTwice
        : Mistyped);
}
