using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Kinerja.Application.Json;

/// <summary>
/// JSON may write half of a surrogate pair (<c>"\ud800"</c>), which is no text: reading such a name or value throws.
/// A document is looked through once, so that the reader behind this door never meets one.
/// </summary>
internal static class JsonEscapes
{
    internal static bool AreText(JsonElement element)
    {
        var json = JsonMarshal.GetRawUtf8Value(element);
        while (json.IndexOf((byte)'\\') is var at and >= 0)
        {
            json = json[at..];
            if (json[1] != (byte)'u')
            {
                json = json[2..];
                continue;
            }

            var first = CodeUnit(json);
            var pair = char.IsHighSurrogate(first) && json.Length >= 12 && json[6..].StartsWith("\\u"u8)
                && char.IsLowSurrogate(CodeUnit(json[6..]));
            if (char.IsSurrogate(first) && !pair)
            {
                return false;
            }

            json = json[(pair ? 12 : 6)..];
        }

        return true;
    }

    /// <summary>The four hexadecimal digits behind <c>\u</c>; the parser has checked that they are such.</summary>
    private static char CodeUnit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
