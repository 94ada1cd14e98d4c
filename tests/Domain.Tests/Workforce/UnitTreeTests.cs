using FsCheck;
using FsCheck.Fluent;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Workforce;

public sealed class UnitTreeTests
{
    private static readonly LocalDate FirstDay = new(2026, 1, 1);

    [Fact]
    public void A_unit_is_not_its_own_parent()
    {
        var register = Register(("a", [(0, "a")]));
        Assert.Equal(History<OrganisationUnit>.Beginning, FirstCircleOf("a", register));
    }

    [Fact]
    public void A_circle_of_one_day_between_two_changes_is_one()
    {
        var register = Register(("a", [(0, null), (10, "b")]), ("b", [(0, "a"), (11, null)]));
        Assert.Equal(FirstDay.PlusDays(10), FirstCircleOf("a", register));
        Assert.Equal(FirstDay.PlusDays(10), FirstCircleOf("b", register));
    }

    [Fact]
    public void Two_units_that_change_places_on_one_day_are_none()
    {
        var register = Register(("a", [(0, null), (10, "b")]), ("b", [(0, "a"), (10, null)]));
        Assert.Null(FirstCircleOf("a", register));
        Assert.Null(FirstCircleOf("b", register));
    }

    [Fact]
    public void Who_stands_below_a_circle_is_not_at_fault_nor_who_stands_below_nobody_known()
    {
        var register = Register(("a", [(0, "b")]), ("b", [(0, "a")]), ("c", [(0, "a")]), ("d", [(0, "gone")]));
        Assert.NotNull(FirstCircleOf("b", register));
        Assert.Null(FirstCircleOf("c", register));
        Assert.Null(FirstCircleOf("d", register));
    }

    [Fact]
    public void Of_any_register_it_finds_what_walking_up_on_every_day_finds() => Prop.ForAll(
        Histories().ToArbitrary(),
        register =>
        {
            foreach (var unit in register.Keys)
            {
                Assert.Equal(ByWalking(unit, register), UnitTree.FirstCircleOf(unit, register.GetValueOrDefault));
            }
        }).QuickCheckThrowOnFailure();

    /// <summary>As many steps up as there are units, on every day on which anything could change.</summary>
    private static LocalDate? ByWalking(UnitId unit, Dictionary<UnitId, History<OrganisationUnit>> register)
    {
        foreach (var day in Enumerable.Range(0, 8).Select(FirstDay.PlusDays).Prepend(History<Employee>.Beginning))
        {
            UnitId? at = unit;
            for (var steps = 0; steps < register.Count && at is { } here; steps++)
            {
                at = register.GetValueOrDefault(here)?.On(day).ParentId;
                if (at == unit)
                {
                    return day;
                }
            }
        }

        return null;
    }

    private static Gen<Dictionary<UnitId, History<OrganisationUnit>>> Histories()
    {
        string?[] parents = [null, "a", "b", "c", "d", "e"];
        var change = Gen.Choose(1, 6).SelectMany(day => Gen.Elements(parents).Select(parent => (day, parent)));
        var unit = Gen.Elements(parents).SelectMany(
            first => change.ListOf().Select(changes => changes.Prepend((0, first)).ToArray()));
        return unit.ListOf(5).Select(units =>
            Register([.. units.Select((changes, i) => (parents[i + 1]!, changes))]));
    }

    private static LocalDate? FirstCircleOf(string unit, Dictionary<UnitId, History<OrganisationUnit>> register) =>
        UnitTree.FirstCircleOf(UnitId.Parse(unit).Value, register.GetValueOrDefault);

    private static Dictionary<UnitId, History<OrganisationUnit>> Register(
        params (string Id, (int Day, string? Parent)[] Changes)[] units) => units.ToDictionary(
            unit => UnitId.Parse(unit.Id).Value,
            unit => unit.Changes.Skip(1).Aggregate(
                History<OrganisationUnit>.Always(Below(unit.Id, unit.Changes[0].Parent)),
                (known, change) => known.With(FirstDay.PlusDays(change.Day), Below(unit.Id, change.Parent))));

    private static OrganisationUnit Below(string id, string? parent) => Some.Unit() with
    {
        Id = UnitId.Parse(id).Value,
        ParentId = parent is null ? null : UnitId.Parse(parent).Value,
    };
}
