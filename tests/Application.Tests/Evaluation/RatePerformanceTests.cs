using Kinerja.Application.Evaluation;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Tests.Evaluation;

public sealed class RatePerformanceTests
{
    private readonly World _world = new();

    public RatePerformanceTests() => _world.Add(Some.Employee("peg-chief", null));

    [Fact]
    public async Task A_first_rating_is_version_1_and_a_changed_one_version_2()
    {
        Assert.Equal(1, (await RateAsync(Some.Rating())).Value.Version);
        Assert.Equal(2, (await RateAsync(Some.Rating(skp: 110))).Value.Version);
    }

    [Fact]
    public async Task A_repeated_PUT_changes_nothing()
    {
        var first = (await RateAsync(Some.Rating())).Value;
        _world.Clock.Advance(Duration.FromHours(1));
        Assert.Same(first, (await RateAsync(Some.Rating())).Value);
        Assert.Same(first, Assert.Single(_world.Ratings.Rows).Value.Value);
    }

    [Fact]
    public async Task If_Match_must_name_the_current_version()
    {
        Refused.Is(RefusalCodes.StaleVersion, await RateAsync(Some.Rating(), expected: 1));
        Assert.Equal(1, (await RateAsync(Some.Rating())).Value.Version);
        Assert.Equal(2, (await RateAsync(Some.Rating(skp: 110), expected: 1)).Value.Version);
        Refused.Is(RefusalCodes.StaleVersion, await RateAsync(Some.Rating(skp: 115), expected: 1));
    }

    [Fact]
    public async Task Bug_a_repeat_whose_first_answer_was_lost_gets_the_standing_rating_whatever_If_Match_says()
    {
        await RateAsync(Some.Rating());
        var changed = (await RateAsync(Some.Rating(skp: 110), expected: 1)).Value;
        Assert.Same(changed, (await RateAsync(Some.Rating(skp: 110), expected: 1)).Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_writers_at_once_one_is_told_to_read_again(bool first)
    {
        if (!first)
        {
            await RateAsync(Some.Rating(skp: 80));
        }

        _world.Ratings.FasterWriter = () => _world.Ratings.Rows[(Some.AgencyId, Some.Quarter, Some.Person())] =
            new(Some.Rating(skp: 50) with { Version = 9 }, "faster");
        Refused.Is(RefusalCodes.StaleVersion, await RateAsync(Some.Rating()));
        Assert.Equal(9, _world.Ratings.Rows.Values.Single().Value.Version);
    }

    [Fact]
    public async Task Only_the_rater_of_record_rates()
    {
        var refusal = Refused.Is(RefusalCodes.NotTheRater, await RateAsync(Some.Rating(rater: "peg-0001")));
        Assert.Equal(RefusalKind.NotAllowed, refusal.Kind);
        Assert.Empty(_world.Ratings.Rows);
    }

    [Fact]
    public async Task Nobody_is_rated_before_the_quarter_has_begun() => Refused.Is(
        RefusalCodes.PeriodNotStarted, await RateAsync(Some.Rating() with { Period = new Quarter(2026, 2) }));

    [Theory]
    [InlineData(RunState.Planned)]
    [InlineData(RunState.Final)]
    public async Task A_run_freezes_the_quarters_ratings(RunState state)
    {
        await _world.Runs.AddAsync(Some.Run(state), default);
        var rated = Refused.Is(RefusalCodes.PeriodFrozen, await RateAsync(Some.Rating()));
        Assert.Equal(RefusalKind.Conflict, rated.Kind);
        Refused.Is(RefusalCodes.PeriodFrozen, await RateUnitAsync());
        Assert.Empty(_world.Ratings.Rows);
        Assert.Empty(_world.Ratings.Units);
    }

    [Fact]
    public async Task Another_quarters_run_freezes_nothing()
    {
        await _world.Runs.AddAsync(Some.Run() with { Period = Some.Quarter.Previous }, default);
        Assert.Equal(1, (await RateAsync(Some.Rating())).Value.Version);
    }

    [Fact]
    public async Task Unknown_people_and_agencies_are_refused()
    {
        Refused.Is(RefusalCodes.UnknownEmployee, await RateAsync(Some.Rating(person: "peg-nobody")));
        Refused.Is(RefusalCodes.UnknownAgency, await _world.Rate.RateAsync(
            Some.ActorOf(Some.OtherAgencyId), Some.Rating(), null, default));
    }

    [Fact]
    public async Task A_rating_that_is_not_there_is_not_found() => Refused.Is(
        RefusalCodes.UnknownRating, await _world.Rate.FindAsync(Some.AgencyId, Some.Quarter, Some.Person(), default));

    [Fact]
    public async Task A_units_performance_is_stored_with_who_set_it()
    {
        var set = (await RateUnitAsync()).Value;
        Assert.Equal((OrganisationLevel.Good, Some.Person("peg-chief")), (set.Level, set.SetById));
        Assert.Same(set, Assert.Single(_world.Ratings.Units).Value);
    }

    [Fact]
    public async Task SE_3_2023_step_1_a_units_own_head_does_not_set_its_performance()
    {
        var refusal = Refused.Is(RefusalCodes.OwnUnit, await RateUnitAsync("peg-head"));
        Assert.Equal(RefusalKind.NotAllowed, refusal.Kind);
        Assert.Equal("/setById", Assert.Single(refusal.Faults).Pointer);
        Assert.Empty(_world.Ratings.Units);
    }

    // The head's rater, that one's, the head of a unit above, and the rater's delegate of the day are above; nobody
    // else is, nor a delegate whom the head rates.
    [Theory]
    [InlineData("peg-chief", true)]
    [InlineData("peg-minister", true)]
    [InlineData("peg-parent", true)]
    [InlineData("peg-wakil", true)]
    [InlineData("peg-0001", false)]
    [InlineData("peg-lapsed", false)]
    [InlineData("peg-below", false)]
    public async Task SE_3_2023_step_1_a_leader_above_the_unit_sets_its_performance(string setBy, bool taken)
    {
        var parent = Some.Unit() with { Id = UnitId.Parse("deputi").Value, HeadId = Some.Person("peg-parent") };
        _world.Workforce.Add(Some.AgencyId, parent);
        _world.Workforce.Add(Some.AgencyId, Some.Unit() with { ParentId = parent.Id });
        _world.Add(
            Some.Employee("peg-head", "peg-chief"), Some.Employee("peg-chief", "peg-minister"),
            Some.Employee("peg-minister", "peg-chief"),
            Some.Employee("peg-parent", null), Some.Employee("peg-wakil", "peg-chief"),
            Some.Employee("peg-lapsed", "peg-chief"), Some.Employee("peg-below", "peg-head"));
        await _world.DelegateRating.PutAsync(Some.Actor, Some.Delegation("peg-wakil", "peg-chief"), null, default);
        await _world.DelegateRating.PutAsync(
            Some.Actor, Some.Delegation("peg-lapsed", "peg-chief")
                with
            { From = new(2026, 1, 5), To = new(2026, 2, 1) }, null, default);
        await _world.DelegateRating.PutAsync(
            Some.Actor, Some.Delegation("peg-below", "peg-chief") with { From = new(2026, 1, 6) }, null, default);

        var set = await RateUnitAsync(setBy);
        Assert.Equal(taken ? null : RefusalCodes.NotAbove, set.Refusal?.Code);
        Assert.Equal(taken ? 1 : 0, _world.Ratings.Units.Count);
    }

    [Theory]
    [InlineData("nowhere", "peg-chief", 1, RefusalCodes.UnknownUnit)]
    [InlineData("biro-sdm", "peg-nobody", 1, RefusalCodes.UnknownEmployee)]
    [InlineData("biro-sdm", "peg-chief", 2, RefusalCodes.PeriodNotStarted)]
    public async Task A_units_performance_needs_unit_person_and_time(
        string unit, string person, int quarter, string code)
    {
        Refused.Is(code, await _world.Rate.RateUnitAsync(
            Some.Actor, new Quarter(2026, quarter), UnitId.Parse(unit).Value, OrganisationLevel.Good,
            Some.Person(person), default));
        Assert.Empty(_world.Ratings.Units);
    }

    [Fact]
    public async Task Bug_a_raters_delegate_does_not_rate_his_own_superior()
    {
        _world.Add(Some.Employee("peg-below", "peg-0001"), Some.Employee("peg-aside"));
        foreach (var (who, from) in new[] { ("peg-below", 1), ("peg-aside", 2) })
        {
            var delegation = Some.Delegation(who) with { From = new(2026, 2, from) };
            Assert.Null((await _world.DelegateRating.PutAsync(Some.Actor, delegation, null, default)).Refusal);
        }

        Refused.Is(RefusalCodes.NotTheRater, await RateAsync(Some.Rating(rater: "peg-below")));
        Assert.Null((await RateAsync(Some.Rating(rater: "peg-aside"))).Refusal);
    }

    private Task<Result<Rating>> RateAsync(Rating claim, int? expected = null) =>
        _world.Rate.RateAsync(Some.Actor, claim, Some.Standing(expected), default);

    private Task<Result<UnitPerformance>> RateUnitAsync(string setBy = "peg-chief") => _world.Rate.RateUnitAsync(
        Some.Actor, Some.Quarter, Some.UnitId, OrganisationLevel.Good, Some.Person(setBy), default);
}
