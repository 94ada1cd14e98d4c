using System.IO.Compression;
using System.Text;
using Kinerja.Application.Files.Reading;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Files;

/// <summary>Workbooks as offices have them, where a careless reader would take something wrong for right.</summary>
public sealed class OddSheetTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData("", "2026-02-01")]
    [InlineData("""<workbookPr date1904="1"/>""", "2030-02-02")]
    [InlineData("""<workbookPr date1904="true"/>""", "2030-02-02")]
    [InlineData("""<workbookPr date1904="0"/>""", "2026-02-01")]
    public void A_day_is_counted_from_where_the_workbook_begins(string settings, string day)
    {
        var sheet = Read("""<row r="2"><c s="1"><v>46054</v></c></row>""", settings: settings).Value;

        Assert.Equal(day, Assert.Single(sheet.Rows).Cells[0]);
    }

    [Fact]
    public void Merged_cells_are_refused_by_their_place_since_only_the_first_has_the_text()
    {
        var refusal = Read(
            """<row r="2"><c t="inlineStr"><is><t>x</t></is></c></row><row r="3"><c/></row>""",
            after: """<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>""").Refusal;

        Assert.Equal(RefusalCodes.UnreadableFile, refusal?.Code);
        Assert.Contains("A2:A3", refusal!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<c><f>A1</f></c>", true)]
    [InlineData("""<c t="e"><f>A1</f><v>#REF!</v></c>""", true)]
    [InlineData("""<c t="str"><f>A1</f><v></v></c>""", false)]
    [InlineData("<c><f>A1</f><v>7</v></c>", false)]
    public void A_formula_without_a_value_is_told_and_never_taken_for_an_empty_cell(string cell, bool broken)
    {
        var sheet = Read($"""<row r="2">{cell}<c><v>1</v></c></row>""").Value;

        Assert.Equal(broken ? [0] : [], Assert.Single(sheet.Rows).Broken);
    }

    [Fact]
    public void A_row_of_nothing_but_a_formula_without_a_value_is_not_blank() => Assert.Equal(
        [0], Assert.Single(Read("""<row r="5"><c><f>A1</f></c></row>""").Value.Rows).Broken);

    [Fact]
    public void Rows_after_blank_ones_keep_their_numbers_and_texts_lose_the_spaces_around_them()
    {
        var sheet = Read("""
            <row r="2"/><row r="3"><c t="inlineStr"><is><t> </t></is></c></row>
            <row r="9"><c t="inlineStr"><is><t xml:space="preserve">  peg-1 &#160;</t></is></c></row>
            """).Value;

        Assert.Equal((9, "peg-1"), (Assert.Single(sheet.Rows).Number, sheet.Rows[0].Cells[0]));
    }

    private static Result<ReadSheet> Read(string rows, string after = "", string settings = "")
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("xl/workbook.xml", $"""
                <workbook xmlns="{Main}">{settings}<sheets><sheet name="a"/></sheets></workbook>
                """);
            Add("xl/styles.xml", $"""
                <styleSheet xmlns="{Main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>
                """);
            Add("xl/worksheets/sheet1.xml", $"""
                <worksheet xmlns="{Main}"><sheetData><row r="1"><c t="inlineStr"><is><t>a</t></is></c></row>{rows}
                </sheetData>{after}</worksheet>
                """);

            void Add(string name, string text)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return SheetReader.Read(file.ToArray());
    }
}
