using System.IO.Compression;
using System.Text;

namespace Kinerja.Host.Tests.Files;

/// <summary>A workbook as another program writes it: shared texts, styles, a sheet under a name of its own.</summary>
internal static class SmallBook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="rows">The rows' own XML; style 1 is a date.</param>
    /// <param name="texts">Shared texts.</param>
    internal static byte[] Of(string rows, params string[] texts) => Packed(
        ("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Isi" sheetId="7" r:id="rId9"/></sheets>
            </workbook>
            """),
        ("xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId9" Type="x" Target="worksheets/isi.xml"/></Relationships>
            """),
        ("xl/sharedStrings.xml", $"""
            <sst xmlns="{Main}">{string.Concat(texts.Select(text => $"<si><t>{text}</t></si>"))}</sst>
            """),
        ("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>
            """),
        ("xl/worksheets/isi.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>"""));

    internal static byte[] Packed(params (string Name, string Text)[] parts)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
