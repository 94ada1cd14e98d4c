using System.Text;
using Kinerja.Application.Evaluation;
using Kinerja.Application.Events;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Runs;

/// <summary>Ratings that come after a run has frozen its inputs.</summary>
public sealed class LateRatingTests
{
    private readonly World _world = new(Some.At("2026-04-08T01:00:00Z"));

    public LateRatingTests()
    {
        _world.Add(Some.Agency() with { BeganOn = Some.Quarter.FirstDay });
        _world.Add(Some.Employee("peg-0002"), Some.Employee("peg-0003"), Some.Employee("peg-0004"));
        var rating = Some.Rating(person: "peg-0002");
        _world.Ratings.Rows[(Some.AgencyId, rating.Period, rating.EmployeeId)] = new(rating, "1");
    }

    private EvaluationRun Newest => _world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value;

    [Fact]
    public async Task A_late_rating_with_a_reason_is_in_the_next_revision_and_the_same_again_makes_none()
    {
        await PublishAsync();
        var rated = (await RateAsync("peg-0003")).Value;
        Assert.Equal((1, true), (rated.Version, rated.Late));
        await _world.DrainAsync();

        Assert.Equal((2, RunState.Published), (Newest.Revision, Newest.State));
        Assert.Equal(rated, await FrozenAsync("peg-0003"));
        Assert.Equal(rated, (await RateAsync("peg-0003")).Value);
        Assert.Equal(2, Newest.Revision);
    }

    /// <summary>A rater who was ill rates everybody on one morning; that is no revision a person.</summary>
    [Fact]
    public async Task Those_that_come_while_a_revision_is_on_its_way_go_into_one_together()
    {
        await PublishAsync();
        await RateAsync("peg-0003");
        while (Newest.State < RunState.Gathered)
        {
            await _world.Advance.ExecuteAsync(_world.Queue.Waiting.Dequeue(), default);
        }

        Assert.Null((await RateAsync("peg-0004")).Refusal);
        Assert.Null((await RateAsync("peg-0001")).Refusal);
        await _world.DrainAsync();
        Assert.Equal(2, Newest.Revision);
        Assert.Null(await FrozenAsync("peg-0004"));

        Assert.Equal(1, await _world.Late.ApplyDueAsync(default));
        await _world.DrainAsync();
        Assert.Equal((3, RunState.Published), (Newest.Revision, Newest.State));
        Assert.Equal(1, (await FrozenAsync("peg-0004"))!.Version);
        Assert.Equal(1, (await FrozenAsync("peg-0001"))!.Version);
        Assert.Equal(0, await _world.Late.ApplyDueAsync(default));
        Assert.True((await _world.Repeat.ExecuteAsync(Some.AgencyId, Some.Quarter, 3, default)).Value.IsEqual);
    }

    [Fact]
    public async Task The_result_is_not_final_while_a_late_rating_waits()
    {
        await PublishAsync();
        _world.Clock.MoveTo(Some.At("2026-04-23T01:00:00Z"));
        _world.Queue.Failures = 1;
        await Assert.ThrowsAsync<TimeoutException>(() => RateAsync("peg-0003"));
        Assert.Equal(0, await _world.Finalise.FinaliseDueAsync(default));
        await _world.Plan.PlanDueAsync(default);
        await _world.DrainAsync();
        // Fourteen days after the revision, for whom it changed.
        _world.Clock.MoveTo(Some.At("2026-05-07T17:00:00Z"));
        Assert.Equal(1, await _world.Finalise.FinaliseDueAsync(default));
        Refused.Is(RefusalCodes.PeriodFrozen, await RateAsync("peg-0004"));
    }

    [Fact]
    public async Task Whom_the_run_did_not_take_in_gets_no_late_rating()
    {
        await PublishAsync();
        _world.Add(Some.Employee("peg-0009"));
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
        Refused.Is(RefusalCodes.UnknownEvaluation, await RateAsync("peg-0009"));
    }

    [Theory]
    [InlineData("peg-head", new[] { "peg-0003" })]
    [InlineData("peg-0002", new[] { "peg-0003", "peg-head" })]
    public async Task A_late_rating_is_told_to_the_office_and_to_both_sides_but_not_to_who_gave_it(
        string rater, string[] told)
    {
        var today = _world.Clock.Now().InZone(Some.Agency().Zone).Date;
        var delegation = new Delegation(
            Some.Person("peg-head"), Some.Person("peg-0002"), today, today.PlusDays(9), Some.Person("peg-chief"),
            "Cuti.", Some.Morning, 1);
        await _world.Delegations.AddVersionAsync(Some.AgencyId, delegation, null, default);
        await PublishAsync();
        _world.Events.FailsAfter = 0;
        Assert.Null((await RateAsync("peg-0003", rater)).Refusal);
        Assert.DoesNotContain(_world.Events.ById.Values, one => one.Type == EventTypes.RatingLate);

        // What the bus did not take stands beside the rating, and the same rating again tells nothing more.
        await _world.Tell.SendUnsentAsync(default);
        await RateAsync("peg-0003", rater);
        await _world.Tell.SendUnsentAsync(default);
        Assert.Equal(told, Told(NoticeCode.RatingCameLate));
        var office = Assert.Single(_world.Events.ById.Values, one => one.Type == EventTypes.RatingLate);
        Assert.Contains(
            $"\"version\":1,\"finality\":\"open\",\"employeeId\":\"peg-0003\",\"raterId\":\"{rater}\"",
            Encoding.UTF8.GetString(office.Json.Span),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rating_in_time_is_told_nobody()
    {
        await RateAsync("peg-0003");
        Assert.Empty(Told(NoticeCode.RatingCameLate));
        Assert.Empty(_world.Outbox.Rows);
    }

    private IEnumerable<string> Told(NoticeCode code) => _world.Inboxes.Rows.Values.Select(item => item.Notice)
        .Where(notice => notice.Code == code).Select(notice => notice.EmployeeId.ToString())
        .Order(StringComparer.Ordinal);

    private Task<Result<Rating>> RateAsync(string person, string rater = "peg-head") => _world.Rate.RateAsync(
        Some.Actor,
        Some.Rating(rater: rater, person: person) with { Reason = "Penilai sakit." },
        null,
        default);

    private async Task<Rating?> FrozenAsync(string person) =>
        (await _world.Results.FindInputAsync(Newest, Some.Person(person), default))!.Rating;

    private async Task PublishAsync()
    {
        await _world.Plan.PlanDueAsync(default);
        await _world.DrainAsync();
    }
}
