namespace Kinerja.Application.Files.Sheets;

/// <summary>A column's stable name, which JSON lines carry, and its heading in both languages.</summary>
public record SheetColumn(string Key, string English, string Indonesian);

/// <summary>The same with what stands in it.</summary>
public sealed record SheetColumn<T>(string Key, string English, string Indonesian, Func<T, SheetCell> Of)
    : SheetColumn(Key, English, Indonesian);
