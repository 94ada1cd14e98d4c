using System.Text.Json;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Policies;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Application.Tests.FollowUp;

public sealed class StatementTests
{
    [Fact]
    public async Task A_quarters_points_are_three_twelfths_of_the_coefficient()
    {
        var world = await RatedWorld.PublishedAsync();
        var stated = (await CreditsAsync(world, "peg-c")).Value;
        Assert.Equal((6.25m, "follow-up-2026.1"), (stated.Points!.Points, stated.PolicyVersion));
    }

    [Fact]
    public async Task Whoever_was_not_assessed_has_no_points_no_box_and_no_factor()
    {
        var world = await RatedWorld.PublishedAsync();
        Assert.Null((await CreditsAsync(world, "peg-head")).Value.Points);
        Assert.Null((await TalentAsync(world, "peg-head")).Value.Place);
        await AdoptTableAsync(world);
        var factor = (await AllowanceAsync(world, "peg-head")).Value.Factor;
        Assert.Equal((null, NoFactorReason.NotAssessed), (factor.Percent, factor.Why));
    }

    [Fact]
    public async Task The_next_quarters_factor_names_its_table()
    {
        var world = await RatedWorld.PublishedAsync();
        await AdoptTableAsync(world);
        var factor = (await AllowanceAsync(world, "peg-i")).Value.Factor;
        Assert.Equal(
            ("2026-Q2", 70m, "allowance-2026-01-01.1"),
            ($"{factor.AppliesTo}", factor.Percent, factor.TableVersion));
    }

    [Fact]
    public async Task Without_a_table_of_its_own_an_agency_has_no_factor_and_no_other_agencys()
    {
        var world = await RatedWorld.PublishedAsync();
        var factor = (await AllowanceAsync(world, "peg-i")).Value.Factor;
        Assert.Equal((null, NoFactorReason.NoPolicy, null), (factor.Percent, factor.Why, factor.TableVersion));
    }

    [Fact]
    public async Task A_table_that_begins_after_the_period_says_nothing_of_it()
    {
        var world = await RatedWorld.PublishedAsync();
        await AdoptTableAsync(world, new(2026, 4, 1));
        var factor = (await AllowanceAsync(world, "peg-i")).Value.Factor;
        Assert.Equal((null, NoFactorReason.NoPolicy), (factor.Percent, factor.Why));
    }

    [Fact]
    public async Task A_person_or_a_run_that_is_not_there_is_refused()
    {
        var world = await RatedWorld.PublishedAsync();
        Refused.Is(RefusalCodes.UnknownEmployee, await AllowanceAsync(world, "peg-0404"));
        world.Runs.Revisions.Clear();
        Refused.Is(RefusalCodes.UnknownRun, await AllowanceAsync(world, "peg-a"));
    }

    private static async Task AdoptTableAsync(World world, NodaTime.LocalDate? from = null)
    {
        var table = JsonDocument.Parse("""{"shipped":"allowance-luar-negeri-3-2025"}""").RootElement;
        var stored = await world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.Allowance, from ?? new(2026, 1, 1), null, table, default);
        Assert.Null(stored.Refusal);
    }

    private static Task<Result<CreditStatement>> CreditsAsync(World world, string person) =>
        world.ReadFollowUp.CreditsAsync(
            Some.AgencyId, Some.Person(person), RatedWorld.Period, FunctionalLevel.AhliMuda, 3, default);

    private static Task<Result<TalentStatement>> TalentAsync(World world, string person) =>
        world.ReadFollowUp.TalentAsync(
        Some.AgencyId, Some.Person(person), RatedWorld.Period, new TalentScores(50, 80, 80, 80, 80), default);

    private static Task<Result<AllowanceStatement>> AllowanceAsync(World world, string person) =>
        world.ReadFollowUp.AllowanceAsync(Some.AgencyId, Some.Person(person), RatedWorld.Period, default);
}
