using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Workforce;

/// <summary>
/// A unit ends on a day. The world's clock stands in January 2026, and its unit has two people.
/// </summary>
public sealed class UnitEndTests
{
    private static readonly LocalDate July = new(2026, 7, 1);
    private static readonly UnitId Other = UnitId.Parse("biro-lain").Value;

    private readonly World _world = new();

    [Fact]
    public async Task A_unit_ends_only_once_everybody_has_left_it_and_the_preview_says_the_same()
    {
        await PutOtherAsync();
        var refusal = Refused.Is(RefusalCodes.InvalidField, await EndAsync(July));
        var fault = Assert.Single(refusal.Faults);
        Assert.Equal("/units/0/active", fault.Pointer);
        Assert.Equal("People of it from 2026-07-01 on: 2. They move or leave first.", $"{fault.Detail}");
        Refused.Is(RefusalCodes.InvalidField, await Preview.UnitsAsync(Some.AgencyId, [Ended(July)], default));

        await MoveAsync("peg-0001", July.PlusDays(1));
        Refused.Is(RefusalCodes.InvalidField, await EndAsync(July));
        await MoveAsync("peg-0001", July);
        await PutAsync(new EmployeeEntry(Some.Employee("peg-head"), null) { EndedOn = July.PlusDays(-1) });
        Assert.Null((await Preview.UnitsAsync(Some.AgencyId, [Ended(July)], default)).Refusal);
        Assert.Equal(1, (await EndAsync(July)).Value);
        Assert.Equal([true, false], Stored().Entries.Select(entry => entry.Value.Active));
    }

    [Fact]
    public async Task Nobody_comes_to_a_unit_that_has_ended_and_who_left_service_may_stand_in_it()
    {
        await PutOtherAsync(July);

        Refused.Is(RefusalCodes.UnknownUnit, await MoveAsync("peg-0001", July));
        Refused.Is(RefusalCodes.UnknownUnit, await MoveAsync("peg-0001", July.PlusDays(30)));
        Assert.Equal(1, (await MoveAsync("peg-0001", July.PlusDays(-1))).Value);
        Assert.Equal(1, (await PutAsync(new EmployeeEntry(
            Some.Employee("peg-0007") with { UnitId = Other, Active = false }, null)
        { From = July })).Value);
        Assert.Equal(1, (await PutAsync(new EmployeeEntry(
            Some.Employee("peg-0008") with { UnitId = Other }, null)
        {
            From = July,
            EndedOn = July.PlusDays(-1),
        })).Value);
    }

    [Fact]
    public async Task An_app_that_knows_of_no_end_opens_no_unit_again()
    {
        await PutOtherAsync(July);
        var asBefore = new UnitsRequest(
            [new(Other.ToString(), "Biro lain, nama baru", null, "Asia/Jakarta", null, null, null, "2026-08-01")]);

        await _world.Upsert.PutUnitsAsync(Some.Actor, asBefore.Read().Value, default);

        Assert.Equal(
            [("Biro lain", true), ("Biro lain", false), ("Biro lain, nama baru", false)],
            _world.Workforce.Units[(Some.AgencyId, Other)].Value.Entries.Select(e => (e.Value.Name, e.Value.Active)));
    }

    private PreviewWorkforce Preview => new(
        _world.Workforce, _world.AgencyDirectory, new RegisterNips(_world.Identities, FakeIdentities.Key, _world.Clock),
        _world.Clock);

    private History<OrganisationUnit> Stored() => _world.Workforce.Units[(Some.AgencyId, Some.UnitId)].Value;

    private static RegisterEntry<OrganisationUnit> Ended(LocalDate day) =>
        new(Some.Unit() with { HeadId = null, Active = false }, day);

    private Task<Result<int>> EndAsync(LocalDate day) => _world.Upsert.PutUnitsAsync(Some.Actor, [Ended(day)], default);

    private async Task PutOtherAsync(LocalDate? ends = null)
    {
        var unit = new OrganisationUnit(Other, "Biro lain", null, Some.Wib, null, false);
        RegisterEntry<OrganisationUnit>[] units = ends is { } day
            ? [unit, new(unit with { Active = false }, day)]
            : [unit];
        Assert.Null((await _world.Upsert.PutUnitsAsync(Some.Actor, units, default)).Refusal);
    }

    private Task<Result<int>> MoveAsync(string person, LocalDate day) => PutAsync(
        new EmployeeEntry(Some.Employee(person) with { UnitId = Other }, null) { From = day });

    private Task<Result<int>> PutAsync(EmployeeEntry entry) =>
        _world.Upsert.PutEmployeesAsync(Some.Actor, [entry], default);
}
