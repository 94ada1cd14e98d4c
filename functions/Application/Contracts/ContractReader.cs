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

    /// <summary>$.checkIns[3]['a/b'] → /checkIns/3/a~1b.</summary>
    private static string Pointer(string? path)
    {
        var pointer = new StringBuilder();
        var rest = path is { Length: > 0 } ? path[1..] : "";
        while (rest.Length > 0)
        {
            var (start, end) = rest.StartsWith("['", StringComparison.Ordinal) ? ("['", "']") : rest[0] == '[' ? ("[", "]") : (".", "");
            var name = rest[Math.Min(start.Length, rest.Length)..];
            var length = end.Length > 0 ? name.IndexOf(end, StringComparison.Ordinal) : name.AsSpan().IndexOfAny('.', '[');
            rest = length < 0 ? "" : name[(length + end.Length)..];
            name = length < 0 ? name : name[..length];
            pointer.Append('/').Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return pointer.ToString();
    }
}
