using System.Text;
using Kinerja.Application.Files.Imports;
using Kinerja.Application.Tables;
using Kinerja.Application.Tests.Tables;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Tests.Files.Imports;

public sealed class StoredImportLineTests
{
    private static readonly ImportLine Line = new(7, "peg-0001", RowEffect.Changed)
    {
        Changes = [new("unitId", "tu", "arsip"), new("nip", null, null)],
        Faults = [new("nip", "nip-taken", "This NIP is another person's."), new(null, "busy", $"{2} of {"x"}")],
        Outcome = RowOutcome.LeftOut,
        Cells = ["peg-0001", null, "198804122010012003"],
    };

    /// <summary>Pages are stored so; what is here is read for ever.</summary>
    [Fact]
    public void A_rows_bytes_are_pinned_and_read_again()
    {
        const string Pinned = """
            [{"row":7,"effect":"changed","subject":"peg-0001","outcome":"leftOut","changes":[{"column":"unitId","from":"tu","to":"arsip"},{"column":"nip"}],"faults":[{"code":"nip-taken","detail":"This NIP is another person's.","column":"nip"},{"code":"busy","detail":"2 of x","said":{"text":"{0} of {1}","values":[{"text":"2"},{"text":"x"}]}}],"cells":["peg-0001",null,"198804122010012003"]}]
            """;

        Assert.Equal(Pinned, Encoding.UTF8.GetString(StoredImportLine.Write([Line])));
        Same(Line, Assert.Single(StoredImportLine.Read(Encoding.UTF8.GetBytes(Pinned))));
    }

    [Fact]
    public void The_texts_of_effects_and_outcomes_are_pinned()
    {
        Assert.Equal(["new", "changed", "unchanged", "faulty"], Enum.GetValues<RowEffect>().Select(JsonFormat.Name));
        Assert.Equal(["done", "moved", "refused", "leftOut"], Enum.GetValues<RowOutcome>().Select(JsonFormat.Name));
    }

    [Fact]
    public void A_page_is_sealed_and_opens_in_its_own_place_only()
    {
        var seal = ColumnSeal.From(new string('1', 64));
        var page = new ImportPage(Some.AgencyId, ImportId.Of(ImportKind.People, new string('a', 64)), 1, 0, [Line]);
        var closed = ImportRows.Sealed(page, seal);

        Assert.DoesNotContain("1988", closed.SealedLines, StringComparison.Ordinal);
        Same(Line, Assert.Single(ImportRows.Open(ImportRows.ReadPage(ImportRows.Write(closed)), seal).Lines));
        Assert.ThrowsAny<Exception>(() => ImportRows.Open(closed with { Number = 1 }, seal));
    }

    /// <summary>The worst that cells can hold: 250 rows, or fewer, of letters that JSON writes in six bytes.</summary>
    [Fact]
    public void No_page_is_larger_than_a_row_of_a_table()
    {
        var lines = Enumerable.Range(1, 600).Select(row => Line with
        {
            Row = row,
            Cells = [new string('\u0001', 2000), new string('é', 2000), row % 7 == 0 ? new string('<', 4001) : "x"],
        }).ToList();
        var pages = ImportPages.Of(Some.AgencyId, ImportId.Of(ImportKind.People, new string('a', 64)), 1, lines);
        var seal = ColumnSeal.From(new string('1', 64));

        Assert.Equal(lines, pages.SelectMany(page => page.Lines));
        Assert.All(pages, page => Columns.WithinLimits(ImportRows.Write(ImportRows.Sealed(page, seal))));
    }

    private static void Same(ImportLine one, ImportLine other)
    {
        Assert.Equal(one with { Changes = [], Faults = [], Cells = null }, other with
        {
            Changes = [],
            Faults = [],
            Cells = null,
        });
        Assert.Equal(one.Changes, other.Changes);
        Assert.Equal(one.Faults, other.Faults);
        Assert.Equal(one.Cells, other.Cells);
    }
}
