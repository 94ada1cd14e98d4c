namespace Kinerja.Application.Files.Sheets;

/// <summary>One cell: a text, a number, or nothing.</summary>
public readonly record struct SheetCell(string? Text, decimal? Number)
{
    public static implicit operator SheetCell(string? text) => new(text, null);

    public static implicit operator SheetCell(decimal? number) => new(null, number);
}
