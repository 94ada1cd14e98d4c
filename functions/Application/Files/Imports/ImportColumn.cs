using Kinerja.Application.Files.Sheets;

namespace Kinerja.Application.Files.Imports;

/// <summary>How a cell is brought to the form that the API's own body has, before it is read as that body.</summary>
internal enum CellForm
{
    Text,

    /// <summary>Written small, since PNS and pns say the same.</summary>
    Name,

    /// <summary>Also day first, as Indonesia writes it: 31/01/2026 and 31-01-2026.</summary>
    Day,

    /// <summary>true and false, ya and tidak, yes and no, 1 and 0.</summary>
    Flag,

    /// <summary>A decimal comma is taken as a point.</summary>
    Figure,
}

/// <summary>
/// A column of a kind: its name in the API, its headings and an example. Only some may be left out: an empty value
/// means "none", so that a column that was forgotten would wipe what stands.
/// </summary>
internal sealed record ImportColumn(string Key, string English, string Indonesian, string? Example)
    : SheetColumn(Key, English, Indonesian)
{
    public CellForm Form { get; init; }

    public bool MayBeLeftOut { get; init; }

    /// <summary>A file may be without it, and says nothing of it then: what stands stays.</summary>
    public bool StaysIfLeftOut { get; init; }
}
