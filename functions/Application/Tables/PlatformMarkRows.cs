using Azure.Data.Tables;
using NodaTime;

namespace Kinerja.Application.Tables;

/// <summary>When the platform did something last, by the name of what it did.</summary>
internal sealed record PlatformMark(string Name, Instant At);

internal static class PlatformMarkRows
{
    internal static TableEntity Write(PlatformMark mark)
    {
        var row = TableColumns.NewRow(TableKeys.PlatformMarks, mark.Name);
        row.PutInstant("At", mark.At);
        return row;
    }

    internal static PlatformMark Read(TableEntity row) => new(row.RowKey, row.Instant("At"));
}
