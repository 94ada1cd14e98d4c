using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Workforce;

/// <summary>One NIP in two agencies refuses nothing and is found, until it is explained or over.</summary>
public sealed class NipFindingsTests
{
    private static readonly Nip Nip = Nip.Parse("199001012020121001").Value;

    private readonly World _world = new();

    public NipFindingsTests()
    {
        _world.Add(Some.Agency() with { Id = Some.OtherAgencyId });
        _world.Workforce.Add(Some.OtherAgencyId, Some.Unit());
    }

    [Fact]
    public async Task A_NIP_in_two_agencies_is_taken_and_found()
    {
        await RegisterAsync(Some.AgencyId, Some.Employee());
        Assert.Empty((await FindingsAsync()).Items);

        await RegisterAsync(Some.OtherAgencyId, Some.Employee("pindahan"));

        var finding = Assert.Single((await FindingsAsync()).Items);
        Assert.Equal(
            [(Some.OtherAgencyId, Some.Person("pindahan")), (Some.AgencyId, Some.Person())],
            finding.Holders.Select(h => (h.AgencyId, h.EmployeeId)));
        Assert.Equal(Some.Person("pindahan"), await _world.Nips.FindAsync(Some.OtherAgencyId, Nip, default));
        Assert.Equal(Some.Person(), await _world.Nips.FindAsync(Some.AgencyId, Nip, default));
    }

    [Fact]
    public async Task Two_agencies_that_write_at_once_are_found_too()
    {
        _world.Identities.BeforeAdding = () => _world.Identities[Some.OtherAgencyId, Nip] = Some.Person("pindahan");
        _world.Workforce.Add(Some.OtherAgencyId, Some.Employee("pindahan"));
        await RegisterAsync(Some.AgencyId, Some.Employee());
        Assert.Single((await FindingsAsync()).Items);
    }

    [Fact]
    public async Task Who_has_left_one_of_them_is_no_finding()
    {
        await RegisterAsync(Some.AgencyId, Some.Employee());
        await RegisterAsync(Some.OtherAgencyId, Some.Employee("pindahan"));
        await RegisterAsync(Some.AgencyId, Some.Employee() with { Active = false });
        Assert.Empty((await FindingsAsync()).Items);
    }

    [Fact]
    public async Task A_secondment_explains_it_while_it_holds()
    {
        await RegisterAsync(Some.AgencyId, Some.Employee());
        await RegisterAsync(Some.OtherAgencyId, Some.Employee("tugas"));
        var today = _world.Clock.Now().InZone(Some.Wit).Date;
        await _world.RecordSecondment.PutAsync(
            new(Some.AgencyId, Some.Person(), Some.OtherAgencyId, today, today.PlusDays(1)), default);
        Assert.Empty((await FindingsAsync()).Items);

        _world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Single((await FindingsAsync()).Items);
    }

    [Fact]
    public async Task Pages_hold_every_finding_once_also_where_some_are_explained()
    {
        var nips = Enumerable.Range(0, 7).Select(i => Nip.Parse($"19900101202012100{i}").Value).ToList();
        foreach (var (nip, i) in nips.Select((nip, i) => (nip, i)))
        {
            await RegisterAsync(Some.AgencyId, Some.Employee($"asal-{i}") with { Active = i % 3 != 0 }, nip);
            await RegisterAsync(Some.OtherAgencyId, Some.Employee($"baru-{i}"), nip);
        }

        var (found, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await _world.NipFindings.ExecuteAsync(after, 2, default);
            found.AddRange(page.Items.Select(f => f.Holders[^1].EmployeeId.ToString()));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(["asal-1", "asal-2", "asal-4", "asal-5"], found.Order(StringComparer.Ordinal));
    }

    private Task<ListPage<Application.Workforce.NipFinding>> FindingsAsync() =>
        _world.NipFindings.ExecuteAsync(null, 100, default);

    private async Task RegisterAsync(AgencyId agency, Employee person, Nip? nip = null)
    {
        var result = await _world.Upsert.PutEmployeesAsync(Some.ActorOf(agency), [new(person, nip ?? Nip)], default);
        Assert.Equal(1, result.Value);
    }
}
