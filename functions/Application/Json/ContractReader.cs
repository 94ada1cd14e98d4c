using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kinerja.Domain;

namespace Kinerja.Application.Json;

/// <summary>Bytes → body, or the refusal that says where they stop making sense.</summary>
public static class ContractReader
{
    public static Result<T> Read<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type)
        where T : notnull
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, type) is { } body ? body : Refuse("", "A JSON document is expected.");
        }
        catch (JsonException fault)
        {
            return Refuse(Pointer(fault.Path), Explain(fault));
        }
    }

    public static Result<T> Read<T>(JsonElement element, JsonTypeInfo<T> type, string prefix)
        where T : notnull
    {
        try
        {
            return element.Deserialize(type) is { } body ? body : Refuse(prefix, "A JSON object is expected.");
        }
        catch (JsonException fault)
        {
            return Refuse(prefix + Pointer(fault.Path), Explain(fault));
        }
    }

    private static Refusal Refuse(string pointer, string detail) =>
        new(RefusalKind.Malformed, RefusalCodes.InvalidBody, detail) { Faults = [new(pointer, detail)] };

    /// <summary>The serializer's words name our types; these do not.</summary>
    private static string Explain(JsonException fault)
    {
        if (fault.Message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            return "This member is not known.";
        }

        return fault.Message.Contains("uplicate", StringComparison.Ordinal)
            ? "This member stands twice."
            : "The JSON is malformed or has a value of the wrong type here.";
    }

    /// <summary>$.checkIns[3].id → /checkIns/3/id. A name with special characters comes in brackets and quotes.</summary>
    private static string Pointer(string? path)
    {
        var pointer = new StringBuilder();
        for (var rest = (path ?? "$").AsSpan(1); rest.Length > 0;)
        {
            var quoted = rest.StartsWith("['");
            var start = quoted ? 2 : 1;
            var end = quoted ? EndOfQuoted(rest) : EndOfPlain(rest, rest[0] == '[' ? "]" : ".[");
            var name = rest[start..end].ToString().Replace("\\'", "'", StringComparison.Ordinal);
            pointer.Append('/').Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            rest = rest[Math.Min(rest.Length, end + (quoted ? 2 : rest[0] == '[' ? 1 : 0))..];
        }

        return pointer.ToString();
    }

    private static int EndOfPlain(ReadOnlySpan<char> rest, string ends) =>
        rest[1..].IndexOfAny(ends) is var end and >= 0 ? end + 1 : rest.Length;

    /// <summary>The closing quote is the one that a further step or the path's end follows.</summary>
    private static int EndOfQuoted(ReadOnlySpan<char> rest)
    {
        for (var end = 2; end + 1 < rest.Length; end++)
        {
            if (rest[end] == '\'' && rest[end + 1] == ']' && (end + 2 == rest.Length || rest[end + 2] is '.' or '['))
            {
                return end;
            }
        }

        return rest.Length;
    }
}
