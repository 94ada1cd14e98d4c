using System.Text;

namespace Azure.Data.Tables.Wire;

internal enum ReadColumnKind
{
    Value,
    Type,
    PartitionKey,
    Timestamp,
    Skipped,
}

/// <summary>What a name in an answer means, found out once for all rows. A type has the name of its value.</summary>
internal sealed record ReadColumn(byte[] Utf8, string Name, ReadColumnKind Kind)
{
    public static ReadColumn Of(string text)
    {
        var (name, kind) = Meaning(text);
        return new ReadColumn(Encoding.UTF8.GetBytes(text), name, kind);
    }

    private static (string Name, ReadColumnKind Kind) Meaning(string text) => text switch
    {
        ColumnNames.PartitionKey => (text, ReadColumnKind.PartitionKey),
        ColumnNames.Timestamp => (text, ReadColumnKind.Timestamp),
        ColumnNames.ETag => (text, ReadColumnKind.Value),
        _ when text.EndsWith(ColumnNames.TypeSuffix, StringComparison.Ordinal) =>
            (text[..^ColumnNames.TypeSuffix.Length], ReadColumnKind.Type),
        _ when text.StartsWith(ColumnNames.AnnotationPrefix, StringComparison.Ordinal) =>
            (text, ReadColumnKind.Skipped),
        _ => (text, ReadColumnKind.Value),
    };
}
