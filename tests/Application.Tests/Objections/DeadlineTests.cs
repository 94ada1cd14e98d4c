using System.Text.Json;
using Kinerja.Application.Events;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Objections;
using Kinerja.Application.Tests.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Tests.Objections;

/// <summary>The timer that finds terms over: what it marks, tells and lists, and that it decides nothing.</summary>
public sealed class DeadlineTests
{
    /// <summary>Fourteen working days after 8 April 2026 end on the 28th; the seventh is the 17th.</summary>
    private const string AfterHearing = "2026-04-17T17:00:00Z";
    private const string AfterDecision = "2026-04-28T17:00:00Z";

    [Fact]
    public async Task Nothing_is_over_on_the_last_day_and_the_next_it_is_told_once()
    {
        var world = await FiledAsync();
        world.Clock.MoveTo(Some.At("2026-04-17T16:59:59Z"));
        Assert.Equal(0, await world.Watch.WatchAsync(default));
        world.Clock.MoveTo(Some.At(AfterHearing));
        Assert.Equal(1, await world.Watch.WatchAsync(default));
        world.Clock.MoveTo(Some.At(AfterDecision));
        Assert.Equal((1, 0), (await world.Watch.WatchAsync(default), await world.Watch.WatchAsync(default)));

        Assert.Equal(
            [
                "menpanrb_objection_2026-Q1_peg-c_hearing_2026-04-17",
                "menpanrb_objection_2026-Q1_peg-c_decision_2026-04-28"
            ],
            Told(world, EventTypes.ObjectionOverdue).Select(e => e.Id));
    }

    [Fact]
    public async Task It_goes_to_the_superiors_superior_stays_open_and_keeps_the_period_from_being_final()
    {
        var world = await OverdueAsync();
        var found = await ListedAsync(world, "peg-walikota");

        Assert.Equal(Some.Person("peg-c"), Assert.Single(found.Objections).Claim.EmployeeId);
        Assert.Equal(ObjectionState.Filed, found.Objections[0].State);
        Assert.Single((await ListedAsync(world)).Objections);
        Assert.Empty((await ListedAsync(world, "peg-a")).Objections);
        Assert.Equal(RunState.Published, await FinalisedAsync(world));
    }

    [Fact]
    public async Task Once_decided_it_leaves_the_list_and_the_period_becomes_final()
    {
        var world = await OverdueAsync();
        var ruling = new Ruling(Some.Person("peg-superior"), null, "Terlambat, tetapi diputuskan.");
        var decided = await world.DecideObjection.ExecuteAsync(
            Some.Actor, Some.Quarter, Some.Person("peg-c"), ruling, default);
        Assert.Equal(ObjectionState.Kept, decided.Value.State);

        Assert.Empty((await ListedAsync(world)).Objections);
        Assert.Equal(RunState.Final, await FinalisedAsync(world));
    }

    [Fact]
    public async Task What_is_overdue_comes_in_pages_and_none_is_left_out_or_told_twice()
    {
        var world = await OverdueAsync();
        var ((agency, period, _), known) = world.Objections.Rows.Single();
        for (var i = 0; i < 6; i++)
        {
            var claim = known.Value.Claim with { EmployeeId = Some.Person($"peg-{i}") };
            world.Objections.Rows[(agency, period, claim.EmployeeId)] = known with
            {
                Value = known.Value with { Claim = claim, DecideBy = known.Value.DecideBy.PlusDays(-i % 3) },
            };
        }

        var all = (await ListedAsync(world)).Objections;
        var (paged, after, pages) = (new List<Domain.Objections.Objection>(), (string?)null, 0);
        do
        {
            var page = (await world.Overdue.ListAsync(Some.AgencyId, null, after, 3, default)).Value;
            paged.AddRange(page.Objections);
            (after, pages) = (page.Next, pages + 1);
        }
        while (after is not null);

        Assert.Equal((7, 3), (all.Count, pages));
        Assert.Equal(all, paged);
        Assert.Equal(all.OrderBy(o => o.DecideBy).ThenBy(o => o.Claim.EmployeeId), all);
    }

    /// <summary>The mark and the event are one write: a bus that does not answer loses neither.</summary>
    [Fact]
    public async Task What_the_bus_does_not_take_waits_beside_the_marked_objection()
    {
        var world = await FiledAsync();
        world.Clock.MoveTo(Some.At(AfterDecision));
        world.Events.FailsAfter = 0;
        Assert.Equal(2, await world.Watch.WatchAsync(default));

        Assert.NotNull(world.Objections.Rows.Values.Single().Value.Overdue);
        Assert.Single(world.Outbox.Rows);
        Assert.Equal((1, 0), (await world.Tell.SendUnsentAsync(default), await world.Watch.WatchAsync(default)));
        Assert.Empty(world.Outbox.Rows);
        var told = Told(world, EventTypes.ObjectionOverdue).ToList();
        Assert.Equal(2, told.Select(e => e.Id).Distinct().Count());
        Assert.Equal(2, told.Count);
        var decision = told.Single(e => e.Id.Contains("decision", StringComparison.Ordinal));
        Assert.Equal(
            "peg-walikota", JsonDocument.Parse(decision.Json).RootElement.GetProperty("escalatedToId").GetString());
    }

    [Fact]
    public async Task Whoever_loses_to_a_person_at_work_marks_nothing_and_tells_nothing()
    {
        var world = await FiledAsync();
        world.Clock.MoveTo(Some.At(AfterHearing));
        world.Objections.FasterWriter = () =>
        {
            var (key, row) = world.Objections.Rows.Single();
            world.Objections.Rows[key] = row with { Tag = "another" };
        };

        Assert.Equal(0, await world.Watch.WatchAsync(default));

        Assert.Empty(world.Outbox.Rows);
        Assert.Empty(Told(world, EventTypes.ObjectionOverdue));
    }

    [Fact]
    public async Task An_improvement_whose_time_is_over_is_asked_for_once_and_so_is_its_test()
    {
        var world = await ImprovingAsync();
        world.Clock.MoveTo(Some.At("2026-10-31T16:59:59Z"));
        Assert.Equal(0, await world.Watch.WatchAsync(default));
        world.Clock.MoveTo(Some.At("2026-10-31T17:00:00Z"));
        Assert.Equal((1, 0), (await world.Watch.WatchAsync(default), await world.Watch.WatchAsync(default)));
        Assert.Equal(
            DueStep.Outcome,
            Assert.Single((await ListedAsync(world)).Proposals).StepDue);

        world.Clock.MoveTo(Some.At("2026-11-03T02:00:00Z"));
        var failed = new OutcomeCommand(
            FollowUpOutcome.NotImproved, new LocalDate(2026, 11, 3), "Belum.", Some.Person("peg-head"));
        Assert.Null(
            (await world.ConcludeProposal.ExecuteAsync(Some.Actor, Improvement, null, failed, default)).Refusal);
        Assert.Empty((await ListedAsync(world)).Proposals);
        world.Clock.MoveTo(Some.At("2026-12-03T02:00:00Z"));
        await world.Watch.WatchAsync(default);

        Assert.Equal(
            [
                $"menpanrb_proposal_{Improvement}_outcome_due_2026-11-01",
                $"menpanrb_proposal_{Improvement}_test_due_2026-12-03"
            ],
            Told(world, EventTypes.ProposalDue).Select(e => e.Id));
        Assert.Equal(
            ProposalState.Decided,
            (await world.ReadProposals.FindAsync(Some.AgencyId, Improvement, default)).Value.State);
    }

    private static ProposalId Improvement =>
        ProposalId.Of(ProposalKind.Improvement, RatedWorld.Period, Some.Person("peg-i"));

    private static IEnumerable<OutgoingEvent> Told(World world, string type) =>
        world.Events.InOrder.Where(e => e.Type == type);

    private static async Task<RunState> FinalisedAsync(World world)
    {
        await world.Finalise.FinaliseDueAsync(default);
        return world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value.State;
    }

    private static ApplyObjections Apply(World world) =>
        new(world.Agencies, world.Ratings, world.Objections, world.Revise, world.Clock);

    private static async Task<World> FiledAsync()
    {
        var world = await RatedWorld.PublishedAsync(w => w.Add(
            Some.Employee("peg-walikota", null), Some.Employee("peg-superior", "peg-walikota"),
            Some.Employee("peg-head", "peg-superior")));
        var claim = new ObjectionCommand(
            ClientId.Parse("keberatan-1").Value,
            Some.AgencyId,
            Some.Quarter,
            Some.Person("peg-c"),
            "Belum dihitung.",
            []);
        var file = new FileObjection(
            world.AgencyDirectory, world.Results, world.Term, world.PinnedPolicies, world.Objections,
            world.Tell, world.Clock);
        Assert.Null((await file.ExecuteAsync(Some.Actor, claim, default)).Refusal);
        return world;
    }

    private static async Task<World> OverdueAsync()
    {
        var world = await FiledAsync();
        world.Clock.MoveTo(Some.At(AfterDecision));
        await world.Watch.WatchAsync(default);
        return world;
    }

    private static async Task<OverdueCases> ListedAsync(World world, string? official = null) =>
        (await world.Overdue.ListAsync(
            Some.AgencyId, official is null ? null : Some.Person(official), null, 500, default)).Value;

    private static async Task<World> ImprovingAsync()
    {
        var world = await RatedWorld.FinalAsync();
        await world.RaiseProposals.ExecuteAsync(Some.Actor, RatedWorld.Period, default);
        var meeting = new ConsiderationCommand(
            [Some.Person("peg-a"), Some.Person("peg-b"), Some.Person("peg-c")], new LocalDate(2026, 4, 20),
            TeamAdvice.Support, "Perlu.", Some.Person("peg-a"));
        await world.ConsiderProposal.ExecuteAsync(Some.Actor, Improvement, null, meeting, default);
        var verdict = new ProposalVerdict(Some.Person("peg-head"), true, "Sesuai.", new LocalDate(2026, 5, 1));
        Assert.Null(
            (await world.DecideProposal.ExecuteAsync(Some.Actor, Improvement, null, verdict, default)).Refusal);
        return world;
    }
}
