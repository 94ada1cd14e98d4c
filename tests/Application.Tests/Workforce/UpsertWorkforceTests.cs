using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Tests.Workforce;

/// <summary>Units and posts are registered before their people, and a NIP is one person's for ever.</summary>
public sealed class UpsertWorkforceTests
{
    private readonly World _world = new();

    [Fact]
    public async Task People_of_an_unregistered_unit_are_refused_and_none_is_stored()
    {
        var lost = Some.Employee("peg-0009") with { UnitId = UnitId.Parse("nowhere").Value };
        var result = await _world.Upsert.PutEmployeesAsync(
            Some.Actor, [new(Some.Employee("peg-0008"), null), new(lost, null)], default);
        var refusal = Refused.Is(RefusalCodes.UnknownUnit, result);
        Assert.Equal("/employees/1/unitId", Assert.Single(refusal.Faults).Pointer);
        Assert.Equal(2, _world.Workforce.Employees.Count);
    }

    [Fact]
    public async Task A_NIP_goes_to_its_guarded_table_only()
    {
        var nip = Nip.Parse("199001012020121001").Value;
        await _world.Upsert.PutEmployeesAsync(Some.Actor, [new(Some.Employee(), nip)], default);
        Assert.Equal(Some.Person(), _world.Identities[Some.AgencyId, nip]);
    }

    [Theory]
    [InlineData("199001012020121001", "199001012020121001")]
    [InlineData("199001012020121001", "19900101 202012 1 001")]
    public async Task One_NIP_for_two_people_of_a_body_is_refused_and_nothing_is_stored(string first, string second)
    {
        var result = await _world.Upsert.PutEmployeesAsync(
            Some.Actor,
            [
                new(Some.Employee("peg-0008"), Nip.Parse(first).Value),
                new(Some.Employee("peg-0009"), Nip.Parse(second).Value)
            ],
            default);
        var refusal = Refused.Is(RefusalCodes.NipTaken, result);
        Assert.Equal("/employees/1/nip", Assert.Single(refusal.Faults).Pointer);
        Assert.Equal((2, 0), (_world.Workforce.Employees.Count, _world.Identities.Rows.Count));
    }

    [Fact]
    public async Task A_NIP_never_changes_hands_and_the_refusal_names_nobody()
    {
        var nip = Nip.Parse("199001012020121001").Value;
        await _world.Upsert.PutEmployeesAsync(Some.Actor, [new(Some.Employee(), nip)], default);
        var again = await _world.Upsert.PutEmployeesAsync(Some.Actor, [new(Some.Employee(), nip)], default);
        Assert.Equal(1, again.Value);

        var result = await _world.Upsert.PutEmployeesAsync(
            Some.Actor, [new(Some.Employee("peg-0009"), nip)], default);
        var refusal = Refused.Is(RefusalCodes.NipTaken, result);
        Assert.DoesNotContain("peg-0001", refusal.Detail + refusal.Faults[0].Detail, StringComparison.Ordinal);
        Assert.Equal(Some.Person(), _world.Identities[Some.AgencyId, nip]);
    }

    [Fact]
    public async Task A_NIP_that_somebody_else_takes_meanwhile_is_refused()
    {
        var nip = Nip.Parse("199001012020121001").Value;
        _world.Identities.BeforeAdding = () =>
            _world.Identities[Some.AgencyId, nip] = Some.Person();
        var result = await _world.Upsert.PutEmployeesAsync(
            Some.Actor, [new(Some.Employee("peg-0009"), nip)], default);
        Refused.Is(RefusalCodes.NipTaken, result);
        Assert.False(_world.Workforce.Employees.ContainsKey((Some.AgencyId, Some.Person("peg-0009"))));
    }

    [Fact]
    public async Task People_of_an_unregistered_post_are_refused_and_a_written_post_counts_at_once()
    {
        var person = Some.Employee("peg-0008") with { PostId = Some.PostId };
        var early = await _world.Upsert.PutEmployeesAsync(Some.Actor, [new(person, null)], default);
        Assert.Equal("/employees/0/postId", Assert.Single(Refused.Is(RefusalCodes.UnknownPost, early).Faults).Pointer);

        await _world.Upsert.PutPostsAsync(Some.Actor, [Some.Post()], default);
        Assert.Equal(1, (await _world.Upsert.PutEmployeesAsync(Some.Actor, [new(person, null)], default)).Value);
        await _world.Upsert.PutPostsAsync(Some.Actor, [Some.Post(flexibleWork: false)], default);
        Assert.False((await _world.AgencyDirectory.FindPostAsync(Some.AgencyId, Some.PostId, default))!.FlexibleWork);
    }
}
