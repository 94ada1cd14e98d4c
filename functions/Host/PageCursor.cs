using System.Globalization;
using Kinerja.Domain;

namespace Kinerja.Host;

/// <summary>A page's number, opaque to clients; the letter leaves room for another kind of cursor later.</summary>
internal static class PageCursor
{
    internal static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}");

    /// <summary>Without a cursor the first page, number 1, is meant.</summary>
    internal static Result<int> Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return 1;
        }

        return cursor[0] == 'p' && int.TryParse(
            cursor.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            && page is > 0 and < 100_000
                ? page
                : Refusal.UnknownCursor();
    }
}
