using System.Buffers;
using System.Text.Json;
using Kinerja.Application.Json;

namespace Kinerja.Application.Files.Sheets;

/// <summary>
/// A table as JSON lines: an object a row under the columns' own names, without those of empty cells. Nothing runs
/// there, so texts stand as they are.
/// </summary>
internal static class JsonLinesSheet
{
    private const int FlushedBytes = 16 * 1024;

    internal static async Task WriteAsync(Sheet sheet, Stream to, CancellationToken cancel)
    {
        var lines = new ArrayBufferWriter<byte>(2 * FlushedBytes);
        using var json = new Utf8JsonWriter(lines, ReadableJson.Writer);
        await foreach (var row in sheet.Rows.WithCancellation(cancel))
        {
            WriteRow(json, sheet.Columns, row);
            lines.Write("\n"u8);
            if (lines.WrittenCount >= FlushedBytes)
            {
                await to.WriteAsync(lines.WrittenMemory, cancel);
                lines.ResetWrittenCount();
            }
        }

        await to.WriteAsync(lines.WrittenMemory, cancel);
    }

    private static void WriteRow(
        Utf8JsonWriter json, IReadOnlyList<SheetColumn> columns, IReadOnlyList<SheetCell> row)
    {
        json.Reset();
        json.WriteStartObject();
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].Number is { } number)
            {
                json.WriteNumber(columns[i].Key, number);
            }
            else if (row[i].Text is { } text)
            {
                json.WriteString(columns[i].Key, text);
            }
        }

        json.WriteEndObject();
        json.Flush();
    }
}
