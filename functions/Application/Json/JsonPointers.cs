using System.Text;

namespace Kinerja.Application.Json;

/// <summary>JSON pointers (RFC 6901).</summary>
internal static class JsonPointers
{
    internal static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>
    /// $.checkIns[3].id → /checkIns/3/id. A name with special characters comes in brackets and quotes.
    /// </summary>
    internal static string Of(string? path)
    {
        var pointer = new StringBuilder();
        for (var rest = (path ?? "$").AsSpan(1); rest.Length > 0;)
        {
            var quoted = rest.StartsWith("['");
            var start = quoted ? 2 : 1;
            var end = quoted ? EndOfQuoted(rest) : EndOfPlain(rest, rest[0] == '[' ? "]" : ".[");
            var name = rest[start..end].ToString().Replace("\\'", "'", StringComparison.Ordinal);
            pointer.Append('/').Append(Escape(name));
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
