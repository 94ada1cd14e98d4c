using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kinerja.Domain;

namespace Kinerja.Application.Contracts;

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

    /// <summary>$.checkIns[3].id → /checkIns/3/id.</summary>
    private static string Pointer(string? path)
    {
        var pointer = new StringBuilder();
        foreach (var character in path ?? "$")
        {
            switch (character)
            {
                case '.' or '[':
                    pointer.Append('/');
                    break;
                case '$' or ']' or '\'':
                    break;
                default:
                    pointer.Append(character);
                    break;
            }
        }

        return pointer.ToString();
    }
}
