using System.Buffers;

namespace Kinerja.Domain.Files;

/// <summary>
/// Texts that a spreadsheet runs as a formula when it opens them in a CSV file (OWASP, CSV injection). Such a text
/// goes out behind an apostrophe, which makes it text there, and comes in without it.
/// </summary>
public static class FormulaText
{
    /// <summary>What makes a formula, its wide forms, and what a spreadsheet drops from before one.</summary>
    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    /// <summary>
    /// Formulas behind apostrophes get one more, so that <see cref="Open"/> gives back every text as it was.
    /// </summary>
    public static string Guard(string text) => MayRun(text) ? "'" + text : text;

    /// <summary>The text that <see cref="Guard"/> was given.</summary>
    public static string Open(string text) => text.StartsWith('\'') && MayRun(text) ? text[1..] : text;

    /// <summary>Spaces before a formula do not disarm it everywhere.</summary>
    private static bool MayRun(string text) =>
        text.AsSpan().TrimStart("' \u00A0") is [var first, ..] && Starts.Contains(first);
}
