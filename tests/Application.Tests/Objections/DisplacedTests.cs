using Kinerja.Application.Objections;
using Kinerja.Application.Tests.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Tests.Objections;

/// <summary>
/// Of ten people peg-a and peg-b are in the top share, until peg-c's objection is decided after the first term.
/// </summary>
public sealed class DisplacedTests
{
    [Fact]
    public async Task Whom_anothers_objection_displaces_may_object_and_who_only_moved_a_place_may_not()
    {
        var world = await DecidedForCAsync();
        Assert.Equal(new LocalDate(2026, 5, 14), Newest(world).ObjectionsUntil);
        Assert.Equal(new LocalDate(2026, 5, 14), await UntilAsync(world, "peg-b"));
        // First before, second now, in the share as before.
        Assert.Equal(new LocalDate(2026, 4, 22), await UntilAsync(world, "peg-a"));

        Assert.Null((await FileAsync(world, "peg-b")).Refusal);
        Refused.Is(RefusalCodes.ObjectionTooLate, await FileAsync(world, "peg-a"));
        Refused.Is(RefusalCodes.ObjectionTooLate, await FileAsync(world, "peg-j"));
        Refused.Is(RefusalCodes.ObjectionFiled, await FileAsync(world, "peg-c", "keberatan-2"));
    }

    [Fact]
    public async Task Finality_waits_for_the_term_that_a_revision_opened()
    {
        var world = await DecidedForCAsync();
        world.Clock.MoveTo(Some.At("2026-05-14T16:59:59Z"));
        await world.Finalise.FinaliseDueAsync(default);
        Assert.Equal(RunState.Published, Newest(world).State);
        world.Clock.MoveTo(Some.At("2026-05-14T17:00:00Z"));
        Refused.Is(RefusalCodes.ObjectionTooLate, await FileAsync(world, "peg-b"));
        await world.Finalise.FinaliseDueAsync(default);
        Assert.Equal(RunState.Final, Newest(world).State);
    }

    private static async Task<World> DecidedForCAsync()
    {
        var world = await RatedWorld.PublishedAsync(w => w.Add(
            Some.Employee("peg-superior", null), Some.Employee("peg-head", "peg-superior")));
        Assert.Null((await FileAsync(world, "peg-c")).Refusal);
        var person = Some.Person("peg-c");
        foreach (var side in new[] { "peg-c", "peg-head" })
        {
            await world.HearObjection.ExecuteAsync(
                Some.Actor, Some.Quarter, person, new(Some.Person(side), "Sudah."), default);
        }

        world.Clock.MoveTo(Some.At("2026-04-30T03:00:00Z"));
        var ruling = new Ruling(
            Some.Person("peg-superior"),
            new(ExpectationLevel.Meets, ExpectationLevel.Meets, Some.Score(115), Some.Score(90)), "Bukti lengkap.");
        var decided = await world.DecideObjection.ExecuteAsync(Some.Actor, Some.Quarter, person, ruling, default);
        Assert.Equal(2, decided.Value.AppliedIn);
        await world.DrainAsync();
        return world;
    }

    private static EvaluationRun Newest(World world) => world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value;

    private static async Task<LocalDate?> UntilAsync(World world, string person) =>
        (await world.Term.FindAsync(Newest(world), Some.Person(person), default))?.Until;

    private static Task<Result<FiledObjection>> FileAsync(World world, string person, string id = "keberatan-1") =>
        new FileObjection(
            world.AgencyDirectory, world.Results, world.Term, world.PinnedPolicies, world.Objections,
            world.Tell, world.Clock)
        .ExecuteAsync(
            Some.Actor,
            new ObjectionCommand(
                Some.Client(id), Some.AgencyId, Some.Quarter, Some.Person(person), "Belum dihitung.", []),
            default);
}
