namespace Kinerja.Application.Files.Sheets;

/// <summary>
/// A table that is made while it is read: its file name without an ending, its columns, and its rows, each once.
/// </summary>
public sealed record Sheet(
    string Name, IReadOnlyList<SheetColumn> Columns, IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows)
{
    public static Sheet Of<T>(string name, IReadOnlyList<SheetColumn<T>> columns, IAsyncEnumerable<T> rows) =>
        new(name, columns, rows.Select(row => (IReadOnlyList<SheetCell>)[.. columns.Select(c => c.Of(row))]));

    internal IEnumerable<string> Headings(bool indonesian) =>
        Columns.Select(c => indonesian ? c.Indonesian : c.English);
}
