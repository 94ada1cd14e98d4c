using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.Tests.WorkPlans;

public sealed class TeamAssignmentTests
{
    private static readonly ClientId Id = Some.Client("tim-0001");

    private readonly PlanWorld _world = new(SomePlan.January);

    [Fact]
    public async Task An_assignment_is_written_once_and_changed_by_versions()
    {
        Assert.Equal(1, (await PutAsync(Claim())).Value.Version);
        _world.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(1, (await PutAsync(Claim(), expected: 9)).Value.Version);
        Refused.Is(RefusalCodes.StaleVersion, await PutAsync(Claim() with { Role = "Sekretaris" }, expected: 9));
        Assert.Equal(2, (await PutAsync(Claim() with { Role = "Sekretaris" }, expected: 1)).Value.Version);
    }

    [Fact]
    public async Task A_leader_of_the_same_agency_is_registered_and_another_than_the_member()
    {
        var refusal = Refused.Is(
            RefusalCodes.UnknownEmployee,
            await PutAsync(Claim() with { LeaderAgencyId = Some.AgencyId, LeaderId = Some.Person("peg-nobody") }));
        Assert.Equal("/leaderId", Assert.Single(refusal.Faults).Pointer);
        Refused.At(
            await PutAsync(Claim() with { LeaderAgencyId = Some.AgencyId, LeaderId = Some.Person() }), "/leaderId");
        Refused.At(await PutAsync(Claim() with { LastDay = new(2025, 12, 31) }), "/lastDay");
        Assert.Empty(_world.Assignments.Rows);
    }

    [Theory]
    [InlineData("bkn", "led-0001", null)]
    [InlineData("menpanrb", "led-0001", RefusalCodes.WrongAgency)]
    [InlineData("kemenkeu", "led-0001", RefusalCodes.WrongAgency)]
    [InlineData("bkn", "led-0002", RefusalCodes.NotTheTeamLeader)]
    public async Task PermenPANRB_7_2022_lets_the_named_leader_of_the_named_agency_speak(
        string caller, string leader, string? code)
    {
        await PutAsync(Claim());
        Assert.Equal(code, (await InputAsync(caller, leader)).Refusal?.Code);
        Assert.Equal(code is null ? 1 : 0, _world.Assignments.Inputs.Count);
    }

    [Fact]
    public async Task An_assignment_that_is_not_there_sounds_like_one_that_names_another_agency()
    {
        var none = Refused.Is(RefusalCodes.WrongAgency, await InputAsync("bkn", "led-0001"));
        await PutAsync(Claim() with { LeaderAgencyId = AgencyId.Parse("kemenkeu").Value });
        Assert.Equal(none.Detail, Refused.Is(RefusalCodes.WrongAgency, await InputAsync("bkn", "led-0001")).Detail);
    }

    [Fact]
    public async Task Input_is_on_a_quarter_of_the_assignment_that_has_begun()
    {
        await PutAsync(Claim());
        Refused.Is(RefusalCodes.PeriodNotStarted, await InputAsync("bkn", "led-0001", quarter: new(2026, 2)));
        Refused.At(await InputAsync("bkn", "led-0001", quarter: new(2026, 3)), "/period");
        Refused.At(await InputAsync("bkn", "led-0001", quarter: new(2025, 4)), "/period");
    }

    [Fact]
    public async Task The_rater_reads_the_latest_words_and_a_repeat_changes_nothing()
    {
        await PutAsync(Claim());
        await InputAsync("bkn", "led-0001");
        _world.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(1, (await InputAsync("bkn", "led-0001")).Value.Version);
        Assert.Equal(2, (await InputAsync("bkn", "led-0001", words: "Sangat rapi.")).Value.Version);
        var listed = Assert.Single((await _world.Assign.ListAsync(Some.AgencyId, Some.Person(), default)).Value);
        Assert.Equal("Sangat rapi.", Assert.Single(listed.Inputs).Words);
        _world.World.Add(Some.Agency() with { Id = Some.OtherAgencyId });
        _world.World.Workforce.Add(Some.OtherAgencyId, Some.Employee("led-0001"));
        var led = Assert.Single(
            (await _world.TeamInputs.ListLedAsync(Some.OtherAgencyId, Some.Person("led-0001"), default)).Value);
        Assert.Equal((Some.AgencyId, Some.Person()), (led.AgencyId, led.Assignment.EmployeeId));
    }

    private static AssignmentCommand Claim() => new(
        "Tim SPBE", "Anggota", Some.OtherAgencyId, Some.Person("led-0001"), AssignmentOrigin.Appointed, "ST-1/2026",
        new(2026, 1, 1), new(2026, 6, 30));

    private Task<Result<TeamAssignment>> PutAsync(AssignmentCommand claim, int? expected = null) =>
        _world.Assign.PutAsync(Some.Actor, Some.Person(), Id, claim, Some.Standing(expected), default);

    private Task<Result<TeamInput>> InputAsync(
        string caller, string leader, Quarter? quarter = null, string words = "Rapi.") =>
        _world.TeamInputs.PutAsync(
            Some.ActorOf(AgencyId.Parse(caller).Value), Some.AgencyId, Some.Person(), Id,
            quarter ?? new Quarter(2026, 1),
            new TeamInputCommand(
                Some.Person(leader),
                ExpectationLevel.Above,
                words,
                [new EvidenceLink(null, "ND-1", null)]), null, default);
}
