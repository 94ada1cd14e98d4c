using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kinerja.Application.Files.Reading;
using Kinerja.Application.Files.Sheets;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Files;

public sealed class SheetReaderTests
{
    [Theory]
    [InlineData("a,b\r\n1,\"x,\"\"y\"\"\nz\"\r\n", "1|x,\"y\"\nz")]
    [InlineData("a;b\n1;x,y\n", "1|x,y")]
    [InlineData("a\tb\n1\tx;y", "1|x;y")]
    [InlineData("\uFEFFa,b\n'=1+1,'x\n", "=1+1|'x")]
    [InlineData("a,b\n  1 ,\u00A0\n", "1|")]
    [InlineData("a,b\n1\n", "1")]
    [InlineData("a,b\n\n,\n1,2\n", "1|2")]
    public void A_csv_is_read_as_spreadsheets_write_it(string text, string cells)
    {
        var sheet = SheetReader.Read(Encoding.UTF8.GetBytes(text)).Value;

        Assert.Equal(["a", "b"], sheet.Headings);
        Assert.Equal(cells, string.Join('|', Assert.Single(sheet.Rows).Cells));
    }

    [Theory]
    [InlineData("a,b\n\"x\"y,2\n")]
    [InlineData("a,b\nx\"y,2\n")]
    [InlineData("a,b\n\"x,2\n")]
    public void A_quotation_mark_out_of_place_is_no_csv(string text) => Assert.Equal(
        RefusalCodes.UnreadableFile, SheetReader.Read(Encoding.UTF8.GetBytes(text)).Refusal?.Code);

    [Fact]
    public void Rows_have_the_numbers_that_a_spreadsheet_shows()
    {
        var sheet = SheetReader.Read("a,b\n1,\"x\ny\"\n\n2,z\n"u8.ToArray()).Value;

        Assert.Equal([2, 4], sheet.Rows.Select(row => row.Number));
    }

    /// <summary>What an export writes comes in again, in both forms: the export is the oracle.</summary>
    [Theory]
    [InlineData(SheetFormat.Csv)]
    [InlineData(SheetFormat.Xlsx)]
    public void Any_table_that_goes_out_comes_in_as_it_was(SheetFormat format) => Prop.ForAll(
        Gen.Elements("", "a", "=1+1", "'=1", "'", "x\ny", "\"", ",", ";", "é\U0001F600", " -1", "0012", "<&>")
            .Two().Where(pair => pair.Item1.Length + pair.Item2.Length > 0).NonEmptyListOf().ToArbitrary(),
        rows => RoundTrip(format, rows)).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData("""<c><v>1500.5</v></c>""", "1500.5")]
    [InlineData("""<c><v>1E3</v></c>""", "1000")]
    [InlineData("""<c><v>1.9880412201001202E+17</v></c>""", "1.98804122010012E+17")]
    [InlineData("""<c><v>198804122010012003</v></c>""", "1.98804122010012E+17")]
    [InlineData("""<c><v>0.1</v></c>""", "0.1")]
    [InlineData("""<c><v>0.30000000000000004</v></c>""", "0.3")]
    [InlineData("""<c><v>108.49999999999999</v></c>""", "108.5")]
    [InlineData("""<c s="1"><v>46054</v></c>""", "2026-02-01")]
    [InlineData("""<c s="1"><v>46054.75</v></c>""", "2026-02-01 18:00")]
    [InlineData("""<c s="2"><v>46054</v></c>""", "2026-02-01")]
    [InlineData("""<c s="3"><v>0.3541666666666667</v></c>""", "08:30")]
    [InlineData("""<c s="4"><v>46054</v></c>""", "46054")]
    [InlineData("""<c t="s"><v>0</v></c>""", "dua kata")]
    [InlineData("""<c t="str"><f>A1</f><v>x</v></c>""", "x")]
    [InlineData("""<c t="b"><v>0</v></c>""", "false")]
    public void A_cell_says_what_the_spreadsheet_shows(string cell, string said)
    {
        var sheet = SheetReader.Read(Book(cell)).Value;

        Assert.Equal(said, Assert.Single(sheet.Rows).Cells[0]);
    }

    [Fact]
    public void An_empty_cell_that_names_no_place_keeps_it() => Assert.Equal(
        [null, "7"], Assert.Single(SheetReader.Read(Book("<c/><c><v>7</v></c>")).Value.Rows).Cells);

    [Fact]
    public void A_formula_that_failed_is_told_by_its_column()
    {
        var row = Assert.Single(SheetReader.Read(Book("""<c/><c r="C2" t="e"><v>#N/A</v></c>""")).Value.Rows);

        Assert.Equal([2], row.Broken);
    }

    /// <summary>A few kilobytes that would unpack to gigabytes cost what the limit allows.</summary>
    [Fact]
    public void A_bomb_costs_no_more_than_the_limit()
    {
        var bomb = Book("<c><v>1</v></c>", new string(' ', 100_000_000));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refusal = SheetReader.Read(bomb).Refusal;

        Assert.Equal(RefusalCodes.BodyTooLarge, refusal?.Code);
        Assert.InRange(bomb.Length, 1, 200_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8L * SheetLimits.UnpackedBytes);
    }

    [Fact]
    public void No_cut_and_no_changed_byte_of_a_workbook_breaks_anything()
    {
        var book = Book("""<c t="s"><v>0</v></c>""");
        for (var at = 0; at < book.Length; at++)
        {
            var changed = (byte[])book.Clone();
            changed[at] ^= 0x55;
            _ = SheetReader.Read(changed);
            _ = SheetReader.Read(book.AsMemory(0, at));
        }
    }

    private static bool RoundTrip(SheetFormat format, IList<(string, string)> rows)
    {
        var sheet = Sheet.Of<(string, string)>(
            "t",
            [new("one", "One", "Satu", r => r.Item1), new("two", "Two", "Dua", r => r.Item2)],
            rows.ToAsyncEnumerable());
        using var bytes = new MemoryStream();
        format.WriteAsync(sheet, bytes, indonesian: true, default).GetAwaiter().GetResult();
        var read = SheetReader.Read(bytes.ToArray()).Value;
        static string Cell(ReadRow row, int at) => at < row.Cells.Count ? row.Cells[at] ?? "" : "";
        return read.Headings is ["Satu", "Dua"]
            && read.Rows.Select(row => (Cell(row, 0), Cell(row, 1)))
                .SequenceEqual(rows.Select(row => (row.Item1.Trim(), row.Item2.Trim())));
    }

    private static byte[] Book(string cell, string padding = "")
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("xl/workbook.xml", $"""<workbook xmlns="{Main}"><sheets><sheet name="a"/></sheets></workbook>""");
            Add("xl/sharedStrings.xml", $"""
                <sst xmlns="{Main}"><si><r><t>dua </t></r><r><t>kata</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>
                """);
            Add("xl/styles.xml", $"""
                <styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="164" formatCode="[$-421]dd mmm yyyy"/>
                <numFmt numFmtId="165" formatCode="&quot;day &quot;0"/></numFmts><cellStyleXfs><xf numFmtId="14"/>
                </cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/>
                <xf numFmtId="165"/></cellXfs></styleSheet>
                """);
            Add("xl/worksheets/sheet1.xml", $"""
                <worksheet xmlns="{Main}">{padding}<sheetData><row r="1"><c t="inlineStr"><is><t>a</t></is></c></row>
                <row r="2">{cell}</row></sheetData></worksheet>
                """);

            void Add(string name, string text)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
