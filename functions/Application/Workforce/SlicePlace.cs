using System.Globalization;
using Kinerja.Domain;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Which slice of an agency's people a page is, of how many. A cursor keeps the number that the first page had, so that
/// whoever is registered meanwhile moves nobody from a page that comes to one that was.
/// </summary>
internal readonly record struct SlicePlace(int Index, int Count)
{
    internal HashRange People => HashRange.Slice(Index, Count);

    /// <summary>The cursor of the next page; null after the last.</summary>
    internal string? Next => Index + 1 < Count
        ? string.Create(CultureInfo.InvariantCulture, $"{Index + 1}_{Count}")
        : null;

    /// <param name="workforce">Whose people are counted for the first page.</param>
    /// <param name="agency">Whose they are.</param>
    /// <param name="after">The cursor; null: the first page.</param>
    /// <param name="each">About so many people a page.</param>
    /// <param name="cancel">Stops it.</param>
    internal static async Task<Result<SlicePlace>> OfAsync(
        IWorkforce workforce, AgencyId agency, string? after, int each, CancellationToken cancel)
    {
        if (after is null)
        {
            return new SlicePlace(0, HashRange.CountFor(await workforce.CountEmployeesAsync(agency, cancel), each));
        }

        return after.Split('_') is [var first, var second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && index < count && count <= HashRange.Places
            ? new SlicePlace(index, count)
            : Refusal.UnknownCursor("/cursor");
    }
}
