namespace Kinerja.Application.Files.Sheets;

/// <summary>One cell: a text, a number, or nothing. JSON lines keep the text, which programs read.</summary>
public readonly record struct SheetCell(string? Text, decimal? Number)
{
    /// <summary>What the text, a name of the API's, is called by people; null where the text is for them.</summary>
    internal Words? Said { get; init; }

    /// <summary>For a spreadsheet: words in the file's language, in the place of a name.</summary>
    internal string? In(bool indonesian) => Said is { } words ? words.In(indonesian) : Text;

    public static implicit operator SheetCell(string? text) => new(text, null);

    public static implicit operator SheetCell(decimal? number) => new(null, number);
}
