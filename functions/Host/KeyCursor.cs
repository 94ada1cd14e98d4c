using System.Buffers;
using Kinerja.Domain;

namespace Kinerja.Host;

/// <summary>The key after which a page begins, as a list handed it out: opaque to clients.</summary>
internal static class KeyCursor
{
    private const int MostLetters = 200;

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    internal static Result<string> Read(string? cursor, string pointer) =>
        cursor is { Length: > 0 and <= MostLetters } && !cursor.AsSpan().ContainsAnyExcept(Letters)
            ? cursor
            : Refusal.UnknownCursor(pointer);
}
