using System.Buffers;
using System.Diagnostics;
using System.Globalization;

namespace Kinerja.Application.Telemetry;

/// <summary>
/// Reads a <c>traceparent</c> as W3C Trace Context writes it. The framework's own reader knows version 00 only, where a
/// later one may carry more fields behind those of today.
/// </summary>
public static class TraceParent
{
    private const int KnownLength = 55;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>
    /// False for what the standard calls invalid: another length or form, capital letters, version ff, an id of zeros,
    /// or anything behind the four fields of version 00. Whatever a later version carries behind them is not looked at.
    /// </summary>
    public static bool TryRead(string? text, out ActivityContext context)
    {
        context = default;
        if (text is null || text.Length < KnownLength || !IsFormed(text))
        {
            return false;
        }

        var trace = text.AsSpan(3, 32);
        var span = text.AsSpan(36, 16);
        if (!trace.ContainsAnyExcept('0') || !span.ContainsAnyExcept('0'))
        {
            return false;
        }

        // Only the lowest flag has a meaning today; the others are not handed on.
        var flags = (ActivityTraceFlags)int.Parse(
            text.AsSpan(53, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            & ActivityTraceFlags.Recorded;
        context = new ActivityContext(
            ActivityTraceId.CreateFromString(trace), ActivitySpanId.CreateFromString(span), flags, traceState: null,
            isRemote: true);
        return true;
    }

    private static bool IsFormed(ReadOnlySpan<char> text)
    {
        var version = text[..2];
        if (version is "ff"
            || (version is "00" ? text.Length != KnownLength : text.Length > KnownLength && text[KnownLength] != '-'))
        {
            return false;
        }

        return text[2] == '-' && text[35] == '-' && text[52] == '-'
            && !version.ContainsAnyExcept(Hex)
            && !text.Slice(3, 32).ContainsAnyExcept(Hex)
            && !text.Slice(36, 16).ContainsAnyExcept(Hex)
            && !text.Slice(53, 2).ContainsAnyExcept(Hex);
    }
}
