using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Tests.Workforce;

public sealed class UnitHeadsTests
{
    private static readonly Employee Head = Some.Employee("peg-head");

    [Fact]
    public void Who_heads_nothing_heads_nothing()
    {
        Assert.Null(Heads(Some.Unit()).UnitOf(Some.Employee()));
        Assert.Null(Heads(Some.Unit() with { HeadId = null }).UnitOf(Head));
    }

    [Fact]
    public void Of_several_units_the_persons_own_counts_and_else_the_first_by_id()
    {
        OrganisationUnit[] units = [Unit("biro-umum"), Unit("biro-sdm"), Unit("biro-hukum")];
        Assert.Equal("biro-sdm", $"{Heads(units).UnitOf(Head)!.Id}");
        var above = Head with { UnitId = UnitId.Parse("sekretariat").Value };
        Assert.Equal("biro-hukum", $"{Heads(units).UnitOf(above)!.Id}");
        Assert.Equal("biro-hukum", $"{Heads([.. units.Reverse()]).UnitOf(above)!.Id}");
    }

    [Theory]
    [InlineData("2026-04-02", "peg-head", "who led all quarter, not who came after it")]
    [InlineData("2026-03-31", "peg-head", "one day of ninety is not the quarter")]
    [InlineData("2026-02-15", "peg-new", "45 days each: the later one")]
    [InlineData("2026-01-10", "peg-new", "81 days of ninety, also as Plt")]
    [InlineData("2026-01-01", "peg-new", "the whole quarter")]
    public void The_head_of_a_quarter_is_who_headed_on_most_of_its_days(string from, string head, string why)
    {
        var acting = Some.Unit() with { HeadId = Some.Person("peg-new"), HeadAs = HeadStanding.Acting };
        var unit = History<OrganisationUnit>.Always(Some.Unit()).With(Day(from), acting);
        var heads = new UnitHeads([unit], new(2026, 1, 1), new(2026, 3, 31));
        foreach (var person in new[] { "peg-head", "peg-new" })
        {
            var led = heads.UnitOf(Some.Employee(person)) is not null;
            Assert.True(led == (person == head), $"{person}: {why}");
        }
    }

    [Fact]
    public void A_head_for_a_fortnight_in_between_takes_nothing_over()
    {
        var daily = Some.Unit() with { HeadId = Some.Person("peg-plh"), HeadAs = HeadStanding.DailyActing };
        var unit = History<OrganisationUnit>.Always(Some.Unit()).With(Day("2026-02-01"), daily)
            .With(Day("2026-02-15"), Some.Unit());
        var heads = new UnitHeads([unit], new(2026, 1, 1), new(2026, 3, 31));
        Assert.Equal("biro-sdm", $"{heads.UnitOf(Head)!.Id}");
        Assert.Null(heads.UnitOf(Some.Employee("peg-plh")));
    }

    private static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    private static UnitHeads Heads(params OrganisationUnit[] units) => new(
        units.Select(History<OrganisationUnit>.Always), new(2026, 1, 1), new(2026, 3, 31));

    private static OrganisationUnit Unit(string id) => Some.Unit() with { Id = UnitId.Parse(id).Value };
}
