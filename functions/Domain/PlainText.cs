using System.Buffers;

namespace Kinerja.Domain;

/// <summary>
/// Which letters a text of a client may hold. Not control characters, and not the marks that turn the direction of what
/// follows (Unicode TR 36): a reason that reads otherwise on a page than it is stored misleads whoever decides. And no
/// NIP, which holds birth date and sex: texts are kept and shown openly.
/// </summary>
public static class PlainText
{
    /// <summary>
    /// New lines and tabs are how people write; every other control character, embeddings, overrides and isolates are
    /// not.
    /// </summary>
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0xA0).Select(code => (char)code)
            .Where(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')),
        '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069', '\uFFFE', '\uFFFF',
    ]);

    public static bool IsPlain(string text) => !text.AsSpan().ContainsAny(Unwanted) && !NipText.StandsIn(text);
}
