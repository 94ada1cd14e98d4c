using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Workforce;

/// <summary>One NIP in two agencies at once is a finding, unless a secondment says why.</summary>
public sealed class SecondmentTests
{
    private static readonly LocalDate First = new(2026, 1, 14);

    [Fact]
    public void It_holds_from_its_first_day_up_to_the_day_after_its_last()
    {
        var secondment = Asked("bkn", First.PlusDays(2));
        Assert.Equal(
            [false, true, true, false], Enumerable.Range(-1, 4).Select(d => secondment.HoldsOn(First.PlusDays(d))));
    }

    [Fact]
    public void Its_days_are_not_judged_at_home_and_the_person_stays_in_service()
    {
        var unit = new History<OrganisationUnit>([new(First.PlusDays(-99), Some.Unit())]);
        var person = Employment.Always(Some.Employee()).WithAway(new(First, First.PlusDays(9)))
            .WithAway(new(First, First.PlusDays(2)));
        var timeline = new PersonTimeline(
            person, new Dictionary<UnitId, History<OrganisationUnit>> { [Some.UnitId] = unit }, First.PlusDays(-9));
        Assert.Equal(
            [true, false, false, true],
            Enumerable.Range(-1, 4).Select(d => timeline.On(First.PlusDays(d)).Active));
        Assert.True(person.On(First).Active);
        Assert.False(person.Equals(Employment.Always(Some.Employee())));
    }

    [Theory]
    [InlineData(0, "/to")]
    [InlineData(1, null)]
    [InlineData(SecondmentRules.MostDays, null)]
    [InlineData(SecondmentRules.MostDays + 1, "/to")]
    public void It_ends_after_it_begins_and_within_five_years(int days, string? fault) =>
        Assert.Equal(
            fault, SecondmentRules.Accept(Asked("bkn", First.PlusDays(days))).Refusal?.Faults[0].Pointer);

    [Fact]
    public void Nobody_is_seconded_to_the_own_agency() =>
        Assert.Equal(
            "/toAgencyId", SecondmentRules.Accept(Asked("menpanrb", First.PlusDays(9))).Refusal!.Faults[0].Pointer);

    /// <summary>Who serves where, and who is sent where: an arrow from home to the other agency.</summary>
    [Theory]
    [InlineData("a", "", false)]
    [InlineData("a b", "", true)]
    [InlineData("a b", "a>b", false)]
    [InlineData("a b", "b>a", false)]
    [InlineData("a b", "a>c", true)]
    [InlineData("a b c", "a>b", true)]
    [InlineData("a b c", "a>b a>c", false)]
    [InlineData("a b c", "a>b b>c", false)]
    [InlineData("a b c d", "a>b c>d", true)]
    [InlineData("", "", false)]
    public void More_than_one_that_nothing_explains_is_a_finding(string serving, string sent, bool finding)
    {
        var arrows = sent.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(arrow => arrow.Split('>')).ToList();
        var holders = serving.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(
            name => new NipHolder(Agency(name), Some.Person())
            {
                SecondedTo = [.. arrows.Where(arrow => arrow[0] == name).Select(arrow => Agency(arrow[1]))],
            });
        Assert.Equal(finding, SecondmentRules.IsFinding([.. holders]));
    }

    private static AgencyId Agency(string letter) => AgencyId.Parse("dinas-" + letter).Value;

    private static Secondment Asked(string to, LocalDate end) => new(
        AgencyId.Parse("menpanrb").Value, Some.Person(), AgencyId.Parse(to).Value, First, end);
}
