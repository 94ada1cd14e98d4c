using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Tests.Workforce;

public sealed class UnitHeadsTests
{
    private static readonly Employee Head = Some.Employee("peg-head");

    [Fact]
    public void Who_heads_nothing_heads_nothing()
    {
        Assert.Null(new UnitHeads([Some.Unit()]).UnitOf(Some.Employee()));
        Assert.Null(new UnitHeads([Some.Unit() with { HeadId = null }]).UnitOf(Head));
    }

    [Fact]
    public void Of_several_units_the_persons_own_counts_and_else_the_first_by_id()
    {
        OrganisationUnit[] units = [Unit("biro-umum"), Unit("biro-sdm"), Unit("biro-hukum")];
        Assert.Equal("biro-sdm", $"{new UnitHeads(units).UnitOf(Head)!.Id}");
        var above = Head with { UnitId = UnitId.Parse("sekretariat").Value };
        Assert.Equal("biro-hukum", $"{new UnitHeads(units).UnitOf(above)!.Id}");
        Assert.Equal("biro-hukum", $"{new UnitHeads(units.Reverse()).UnitOf(above)!.Id}");
    }

    private static OrganisationUnit Unit(string id) => Some.Unit() with { Id = UnitId.Parse(id).Value };
}
