using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;
using Kinerja.Domain;

namespace Kinerja.Application.Files.Reading;

/// <summary>
/// The first sheet of a workbook, read forward. Numbers keep their own digits; dates come as ISO 8601; a formula comes
/// as the value that the spreadsheet kept of it. No macro, link or type definition is followed.
/// </summary>
internal static class XlsxReader
{
    internal static Result<ReadSheet> Read(ReadOnlyMemory<byte> file)
    {
        var budget = new UnpackBudget(SheetLimits.UnpackedBytes);
        try
        {
            using var archive = new ZipArchive(StreamOver(file), ZipArchiveMode.Read);
            var book = new XlsxParts(archive, budget);
            var rows = new XlsxRows(book.SharedTexts(), book.Formats(), book.DaysOffset());
            return (rows.Read(book) ?? Spent(budget)) is { } refusal ? refusal : SheetReader.Of(rows.All);
        }
        catch (Exception broken) when (
            broken is InvalidDataException or IOException or XmlException or FormatException)
        {
            return Spent(budget) ?? SheetReader.Unreadable("The file is no whole workbook.");
        }
    }

    private static Refusal? Spent(UnpackBudget budget) => budget.IsSpent
        ? SheetReader.TooLarge($"The workbook unpacks to more than {SheetLimits.UnpackedBytes} bytes.")
        : null;

    private static MemoryStream StreamOver(ReadOnlyMemory<byte> file) =>
        MemoryMarshal.TryGetArray(file, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(file.ToArray(), writable: false);
}
