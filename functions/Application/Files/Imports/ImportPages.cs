using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Imports;

/// <summary>Rows in pages that fit a row of a table, which holds a mebibyte.</summary>
internal static class ImportPages
{
    internal const int MostLines = 250;

    /// <summary>
    /// Of text, each letter up to six bytes of JSON, a third more once it is sealed: half a row at the worst.
    /// </summary>
    private const int MostLetters = 60_000;

    internal static List<ImportPage> Of(
        AgencyId agency, ImportId id, int version, IReadOnlyList<ImportLine> lines)
    {
        var (pages, page, letters) = (new List<ImportPage>(), new List<ImportLine>(), 0);
        foreach (var line in lines)
        {
            var more = Letters(line);
            if (page.Count == MostLines || (page.Count > 0 && letters + more > MostLetters))
            {
                pages.Add(new(agency, id, version, pages.Count, page));
                (page, letters) = ([], 0);
            }

            page.Add(line);
            letters += more;
        }

        pages.Add(new(agency, id, version, pages.Count, page));
        return pages;
    }

    private static int Letters(ImportLine line) =>
        (line.Cells?.Sum(cell => cell?.Length ?? 0) ?? 0)
        + line.Changes.Sum(change => (change.From?.Length ?? 0) + (change.To?.Length ?? 0))
        + line.Faults.Sum(fault => fault.Detail.ToString().Length + StoredSentence.LettersOf(fault.Detail));
}
