using System.Text.Json;
using Kinerja.Application.Events;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Tests.Runs;

public sealed class HoldRunTests
{
    private static readonly Instant DueInWib = Some.At("2026-04-07T17:00:00Z");

    private readonly World _world = new(Some.At("2026-04-02T00:00:00Z"));

    public HoldRunTests() => _world.Add(Some.Agency() with { BeganOn = Some.Quarter.FirstDay });

    private EvaluationRun Run => _world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value;

    [Fact]
    public async Task A_quarter_with_nobody_rated_is_held_and_nothing_of_it_is_published()
    {
        await PlanAsync();
        await _world.DrainAsync();
        _world.Clock.Advance(Duration.FromDays(30));
        Assert.Equal(0, await _world.Plan.PlanDueAsync(default));
        Assert.Equal((RunState.Held, 1, (string?)null), (Run.State, Run.Attempt, Run.UnsentBy));
        Assert.Empty(_world.Queue.Sent);
        Assert.DoesNotContain(_world.Events.InOrder, told => told.Type.Contains("ranking", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Raters_and_the_personnel_office_are_told_once_that_it_is_held()
    {
        await PlanAsync();
        await _world.Plan.PlanDueAsync(default);
        var notice = Assert.Single(_world.Inboxes.Of(Some.Person("peg-head")));
        Assert.Equal((NoticeCode.RunHeld, 1, (AppraisalPeriod)Some.Quarter), Told(notice));
        var told = Assert.Single(_world.Events.InOrder, one => one.Type == EventTypes.RunHeld);
        using var data = JsonDocument.Parse(told.Json);
        Assert.Equal((2, 2, 1), Counts(data.RootElement));
    }

    [Fact]
    public async Task What_the_bus_did_not_take_is_told_by_the_next_round()
    {
        _world.Events.FailsAfter = 1;
        await Assert.ThrowsAsync<AggregateException>(PlanAsync);
        Assert.Equal(EvaluationRun.Planner, Run.UnsentBy);
        Assert.Equal(1, await _world.Plan.PlanDueAsync(default));
        Assert.Null(Run.UnsentBy);
        Assert.Single(_world.Inboxes.Of(Some.Person("peg-head")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_first_round_after_a_rating_plans_it_also_within_grace_if_begun_by_hand(bool byHand)
    {
        await (byHand ? _world.Plan.StartAsync(Some.Actor, Some.Quarter, default) : PlanAsync());
        Assert.Equal(RunState.Held, Run.State);
        var rated = await _world.Rate.RateAsync(Some.Actor, Some.Rating(), null, default);
        Assert.False(rated.Value.Late);
        Assert.Equal(1, await _world.Plan.PlanDueAsync(default));
        await _world.DrainAsync();
        Assert.Equal((RunState.Published, 1), (Run.State, Run.Revision));
    }

    /// <summary>It is planned exactly when the evaluation would assess somebody whom it takes in.</summary>
    [Theory]
    [InlineData(false, false, false, false, false)]
    [InlineData(true, false, false, false, true)]
    [InlineData(true, false, false, true, false)]
    [InlineData(false, true, false, false, false)]
    [InlineData(false, true, true, false, true)]
    [InlineData(false, false, true, false, false)]
    [InlineData(true, true, false, true, false)]
    [InlineData(true, true, true, true, true)]
    public async Task It_is_planned_when_somebody_would_be_assessed(
        bool personRated, bool headRated, bool unitRated, bool personLeft, bool planned)
    {
        _world.Workforce.Add(Some.AgencyId, Some.Unit() with { HeadId = Some.Person("peg-head") });
        _world.Add(Some.Employee() with { Active = !personLeft });
        await RateAsync(personRated, "peg-0001", "peg-head");
        await RateAsync(headRated, "peg-head", "peg-chief");
        if (unitRated)
        {
            await _world.Ratings.PutAsync(
                Some.AgencyId,
                new UnitPerformance(
                    Some.Quarter, Some.Unit().Id, OrganisationLevel.Good, Some.Person("peg-chief"), Some.Morning),
                default);
        }

        await PlanAsync();
        Assert.Equal(planned ? RunState.Planned : RunState.Held, Run.State);
        await _world.DrainAsync();
        Assert.Equal(planned, Run.State == RunState.Published);
    }

    [Fact]
    public async Task A_held_quarter_stands_beside_its_year_as_one_that_was_not_evaluated()
    {
        var (year, held) = (AppraisalPeriod.OfYear(2025), new Quarter(2025, 4));
        _world.Add(Some.Agency() with { BeganOn = held.FirstDay });
        var rating = Some.Rating() with { Period = year };
        await _world.Ratings.PutAsync(Some.AgencyId, rating, null, [], default);
        Assert.Equal(
            RunState.Held, (await _world.Plan.StartAsync(Some.Actor, held, default)).Value.State);
        await _world.Plan.StartAsync(Some.Actor, year, default);
        await _world.DrainAsync();
        var shown = await _world.ReadRun.ExplainAsync(Some.AgencyId, year, null, Some.Person(), default);
        Assert.All(shown.Value.Parts, quarter => Assert.Null(quarter.Run));
    }

    [Fact]
    public async Task The_list_names_who_is_missing_and_whose_rating_it_is()
    {
        await RateAsync(true, "peg-0001", "peg-head");
        var missing = (await _world.Missing.ListAsync(
            Some.AgencyId, Some.Quarter, null, null, 500, default)).Value.Items;
        Assert.Equal([(Some.Person("peg-head"), null)], missing.Select(one => (one.EmployeeId, one.RaterId)));
        var mine = await _world.Missing.ListAsync(
            Some.AgencyId, Some.Quarter, Some.Person("peg-head"), null, 500, default);
        Assert.Empty(mine.Value.Items);
        Refused.Is(RefusalCodes.UnknownEmployee, await _world.Missing.ListAsync(
            Some.AgencyId, Some.Quarter, Some.Person("peg-nobody"), null, 500, default));
    }

    private async Task PlanAsync()
    {
        _world.Clock.MoveTo(DueInWib);
        await _world.Plan.PlanDueAsync(default);
    }

    private async Task RateAsync(bool rated, string person, string rater)
    {
        if (rated)
        {
            var rating = Some.Rating(rater: rater, person: person);
            await _world.Ratings.PutAsync(Some.AgencyId, rating, null, [], default);
        }
    }

    private static (NoticeCode, int, AppraisalPeriod) Told(Notice notice) =>
        (notice.Code, notice.About.Count!.Value, notice.About.Period!.Value);

    private static (int, int, int) Counts(JsonElement data) => (
        data.GetProperty("people").GetInt32(),
        data.GetProperty("missing").GetInt32(),
        data.GetProperty("withoutRater").GetInt32());
}
