using Kinerja.Application.Evaluation;
using Kinerja.Application.Tests.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Notices;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.Tests.Evaluation;

public sealed class CorrectRaterTests
{
    private EmployeeId? RaterOf(string person) =>
        _world.Workforce.Employees[(Some.AgencyId, Some.Person(person))].Value.On(Some.Quarter.FirstDay).RaterId;

    private readonly World _world = new();

    public CorrectRaterTests() => _world.Add(
        Some.Employee("peg-right", null), Some.Employee("peg-sdm1", null), Some.Employee("peg-sub1", "peg-0001"));

    [Fact]
    public async Task The_wrong_raters_rating_is_void_and_the_right_one_rates_next_with_every_version_kept()
    {
        await RateAsync(Some.Rating());
        var corrected = (await CorrectAsync()).Value;
        Assert.Equal((Some.Person("peg-right"), 2), (corrected.Employee.RaterId, corrected.Rating!.Version));
        Assert.Equal(
            ("Salah pilih.", Some.Person("peg-right")),
            (corrected.Rating.Voided!.Reason, corrected.Rating.Voided.RightRaterId));
        Refused.Is(RefusalCodes.NotTheRater, await RateAsync(Some.Rating()));

        var right = (await RateAsync(Some.Rating(rater: "peg-right"))).Value;

        Assert.Equal((3, null), (right.Version, right.Voided));
        var versions = (await _world.Rate.ListVersionsAsync(Some.AgencyId, Some.Quarter, Some.Person(), default)).Value;
        Assert.Equal(
            [("peg-head", false), ("peg-head", true), ("peg-right", false)],
            versions.Select(v => (v.RaterId.ToString(), v.Voided is not null)));
    }

    [Fact]
    public async Task The_person_and_both_raters_are_told_once_that_the_rating_is_void()
    {
        await RateAsync(Some.Rating());
        await CorrectAsync();
        await CorrectAsync();
        Assert.Equal(
            [
                ("peg-0001", null, "peg-right"), ("peg-head", "peg-0001", "peg-right"),
                ("peg-right", "peg-0001", "peg-right"),
            ],
            _world.Inboxes.Rows.Values.Select(item => item.Notice)
                .Where(notice => notice.Code == NoticeCode.RatingVoided)
                .Select(n => (n.EmployeeId.ToString(), n.About.EmployeeId?.ToString(), n.About.Reference)).Order());
    }

    [Fact]
    public async Task A_void_rating_counts_nowhere_so_that_missing_stays_missing()
    {
        await RateAsync(Some.Rating());
        await CorrectAsync();
        Assert.Empty(await _world.Ratings.ListAsync(Some.AgencyId, Some.Quarter, HashRange.All, default).ToListAsync());
    }

    [Fact]
    public async Task Those_below_are_not_held_up()
    {
        await RateAsync(Some.Rating());
        var below = Some.Rating(rater: "peg-0001", person: "peg-sub1");
        var before = (await RateAsync(below)).Value;
        await CorrectAsync();
        Assert.Same(before, (await RateAsync(below)).Value);
        Assert.Equal(2, (await RateAsync(below with { Reason = "Bukti baru." })).Value.Version);
        Assert.Equal(Some.Person(), RaterOf("peg-sub1"));
    }

    [Fact]
    public async Task A_repeat_changes_nothing()
    {
        await RateAsync(Some.Rating());
        var first = (await CorrectAsync()).Value.Rating;
        Assert.Same(first, (await CorrectAsync()).Value.Rating);
        Assert.Equal(2, _world.Ratings.Versions.Count);
    }

    [Fact]
    public async Task Without_a_rating_only_the_register_is_set_right()
    {
        var corrected = (await CorrectAsync()).Value;
        Assert.Null(corrected.Rating);
        Assert.Empty(_world.Inboxes.Rows);
        Assert.Equal(1, (await RateAsync(Some.Rating(rater: "peg-right"))).Value.Version);
    }

    [Fact]
    public async Task What_the_right_rater_gave_already_stands()
    {
        var rated = (await RateAsync(Some.Rating())).Value;
        Assert.Same(rated, (await CorrectAsync(rater: "peg-head")).Value.Rating);
    }

    [Fact]
    public async Task Once_the_run_has_frozen_its_inputs_the_way_is_an_objection()
    {
        await RateAsync(Some.Rating());
        await _world.Runs.AddAsync(Some.Run(), default);
        Refused.Is(RefusalCodes.PeriodFrozen, await CorrectAsync());
        Assert.Equal(Some.Person("peg-head"), RaterOf("peg-0001"));
    }

    [Theory]
    [InlineData("peg-0001", "peg-sdm1", RefusalCodes.InvalidField, "/raterId")]
    [InlineData("peg-right", "peg-0001", RefusalCodes.InvalidField, "/correctedById")]
    [InlineData("peg-nobody", "peg-sdm1", RefusalCodes.UnknownEmployee, "/raterId")]
    [InlineData("peg-right", "peg-nobody", RefusalCodes.UnknownEmployee, "/correctedById")]
    public async Task Nobody_picks_his_own_rater_and_everybody_named_is_registered(
        string rater, string by, string code, string pointer)
    {
        var refusal = Refused.Is(code, await CorrectAsync(rater, by));
        Assert.Equal(pointer, Assert.Single(refusal.Faults).Pointer);
    }

    [Fact]
    public async Task A_delegate_rates_within_the_span()
    {
        _world.Add(Some.Employee("peg-wakil", null));
        var claim = Some.Rating(rater: "peg-wakil");
        Refused.Is(RefusalCodes.NotTheRater, await RateAsync(claim));
        await _world.DelegateRating.PutAsync(Some.Actor, Some.Delegation("peg-wakil"), null, default);
        Assert.Equal(Some.Person("peg-wakil"), (await RateAsync(claim)).Value.RaterId);
    }

    [Fact]
    public async Task A_suggestion_reads_what_was_said_and_writes_no_rating()
    {
        var claim = Some.Feedback() with { Subject = FeedbackSubject.Loyal, Level = ExpectationLevel.Above };
        await _world.SubmitFeedback.SubmitAsync(Some.Actor, claim, default);
        var suggested =
            (await _world.SuggestRating.ExecuteAsync(
                Some.AgencyId, Some.Quarter, Some.Person(), Some.Score(100), default)).Value;
        Assert.Equal(Some.Score(106), suggested.Suggestion.Score);
        Assert.Equal(["work-plan-shipped-2026.1", "feedback-2026.1", "evaluation-2026.1"], suggested.Policies);
        Assert.Empty(_world.Ratings.Rows);
        Refused.Is(
            RefusalCodes.UnknownEmployee,
            await _world.SuggestRating.ExecuteAsync(
                Some.AgencyId, Some.Quarter, Some.Person("peg-nobody"), null, default));
    }

    /// <summary>
    /// By hand: 96 of 100 files are 96; 96 × 70% + 120 × 30% = 103.20. What the caller gives is not read then.
    /// </summary>
    [Fact]
    public async Task The_figure_of_an_agreed_plan_goes_before_one_that_the_caller_gives()
    {
        var plan = new WorkPlan(
            Some.Person(), SomePlan.NewYear, 1, Some.Person("peg-head"), SomePlan.Content(), null, Some.Person(),
            SomePlan.January);
        _world.WorkPlans.Agreed[(Some.AgencyId, Some.Person(), SomePlan.NewYear)] = plan;
        var done = new RealisedResult(SomePlan.Row("rhk-1"), null, [new(SomePlan.Row("jumlah"), 96)], []);
        await _world.Realisations.PutAsync(
            Some.AgencyId, new(Some.Person(), SomePlan.NewYear, Some.Quarter, [done], Some.Morning, 1), null, default);
        await _world.SubmitFeedback.SubmitAsync(
            Some.Actor,
            Some.Feedback() with { Subject = FeedbackSubject.Loyal, Level = ExpectationLevel.Above },
            default);
        var suggested =
            (await _world.SuggestRating.ExecuteAsync(
                Some.AgencyId, Some.Quarter, Some.Person(), Some.Score(50), default)).Value;
        Assert.Equal(
            (Some.Score(96), Some.Score(103.2m)), (suggested.Suggestion.Skp!.Value, suggested.Suggestion.Score!.Value));
        Assert.Equal(Some.Score(96), suggested.Plan.Statement.Value);
    }

    private Task<Result<CorrectedRater>> CorrectAsync(string rater = "peg-right", string by = "peg-sdm1") =>
        _world.CorrectRater.ExecuteAsync(
        Some.Actor, new(Some.Quarter, Some.Person(), Some.Person(rater), Some.Person(by), "Salah pilih."), default);

    private Task<Result<Rating>> RateAsync(Rating claim) =>
        _world.Rate.RateAsync(Some.Actor, claim, null, default);
}
