using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Application.Tests.Runs;

/// <summary>A past run done again bit for bit, and tried under other policies.</summary>
public sealed class RepeatRunTests
{
    private readonly World _world = new(Some.At("2026-04-08T01:00:00Z"));

    public RepeatRunTests()
    {
        _world.Add(Some.Agency() with { BeganOn = Some.Quarter.FirstDay });
        foreach (var number in Enumerable.Range(0, 10))
        {
            _world.Add(Some.Employee($"peg-1{number:D3}"));
            Rate($"peg-1{number:D3}", 90 + (number * 3));
        }
    }

    [Fact]
    public async Task A_past_run_comes_out_byte_for_byte_though_everything_outside_has_changed()
    {
        await PublishAsync();
        Rate("peg-1000", 120);
        _world.Add(Some.Employee("peg-late"));
        var stored = (_world.Rankings.Pages.Count, _world.Events.InOrder.Count, _world.Results.Evaluations.Count);

        var repeated = (await RepeatAsync()).Value;

        Assert.True(repeated.IsEqual);
        Assert.Equal([0, 1], repeated.Pages.Select(p => p.Number));
        Assert.Equal(repeated.StoredInputs, repeated.RepeatedInputs);
        Assert.Equal(
            stored, (_world.Rankings.Pages.Count, _world.Events.InOrder.Count, _world.Results.Evaluations.Count));
    }

    [Fact]
    public async Task A_changed_page_and_a_changed_input_are_told_apart()
    {
        await PublishAsync();
        _world.Rankings.Pages[(Some.AgencyId, Some.Quarter, 1, 1)] = new RankingPage(1, "{}"u8.ToArray());
        var page = (await RepeatAsync()).Value;
        Assert.Equal((false, true), (page.IsEqual, page.StoredInputs == page.RepeatedInputs));
        Assert.Equal([1], page.Pages.Where(p => !p.IsEqual).Select(p => p.Number));

        var key = (Some.AgencyId, (AppraisalPeriod)Some.Quarter, 1, Some.Person("peg-1000"));
        var input = _world.Results.Inputs[key];
        _world.Results.Inputs[key] = input with { Rating = input.Rating! with { Skp = Some.Score(1) } };
        Assert.NotEqual(page.StoredInputs, (await RepeatAsync()).Value.RepeatedInputs);
    }

    [Fact]
    public async Task A_changed_missing_or_superfluous_page_of_those_left_out_is_found()
    {
        await PublishAsync();
        var (agency, period) = (Some.AgencyId, (AppraisalPeriod)Some.Quarter);
        var left = Assert.Single((await RepeatAsync()).Value.LeftOut);
        Assert.Equal((1, true), (left.Number, left.IsEqual));

        var stored = _world.Rankings.LeftOut[(agency, period, 1, 1)];
        _world.Rankings.LeftOut[(agency, period, 1, 1)] = stored with { Json = "{}"u8.ToArray() };
        _world.Rankings.LeftOut[(agency, period, 1, 2)] = stored with { Number = 2 };
        var changed = (await RepeatAsync()).Value;
        Assert.Equal((false, true), (changed.IsEqual, changed.Pages.All(p => p.IsEqual)));
        Assert.Equal([(1, false), (2, false)], changed.LeftOut.Select(p => (p.Number, p.IsEqual)));
        Assert.Equal(
            (true, false),
            (changed.LeftOut[0].RepeatedSha256 is not null, changed.LeftOut[1].RepeatedSha256 is not null));

        _world.Rankings.LeftOut.Clear();
        Assert.False((await RepeatAsync()).Value.IsEqual);
    }

    [Fact]
    public async Task A_revision_comes_out_byte_for_byte_with_what_it_supersedes()
    {
        await PublishAsync();
        var rating = Some.Rating(119, person: "peg-1000") with { RatedAt = _world.Clock.Now(), Version = 2 };
        await _world.Revise.ExecuteAsync(Some.AgencyId, Some.Quarter, new(Some.Client("objection-1"), rating), default);
        await _world.DrainAsync();
        var repeated = (await RepeatAsync()).Value;
        Assert.Equal((2, true), (repeated.Run.Revision, repeated.IsEqual));
        var first = (await RepeatAsync(revision: 1)).Value;
        Assert.Equal((1, true), (first.Run.Revision, first.IsEqual));
        Refused.Is(RefusalCodes.UnknownRevision, await RepeatAsync(revision: 3));
    }

    [Fact]
    public async Task Before_the_ranking_there_is_nothing_to_do_again_or_to_try()
    {
        Refused.Is(RefusalCodes.UnknownRun, await RepeatAsync());
        await _world.Plan.PlanDueAsync(default);
        Refused.Is(RefusalCodes.RankingNotReady, await RepeatAsync());
        Refused.Is(RefusalCodes.RankingNotReady, await TryAsync(new(EvaluationPolicy.Default, null)));
    }

    [Fact]
    public async Task PP_30_2019_art_41_tried_on_a_past_quarter_lists_whom_it_would_move()
    {
        await PublishAsync();
        var pp30 = EvaluationPolicy.Default with { Version = "what-if", Rule = PredicateRule.Pp30 };
        var trial = (await TryAsync(new(pp30, null))).Value;

        // 0.7 × 90 + 0.3 × 90 = 90 and more is Baik as before; only what the matrix called otherwise would move.
        Assert.Empty(trial.Changes);
        var strict = pp30 with { Bands = ScoreBands.Pp30Of2019 with { Good = Some.Score(100) } };
        var moved = (await TryAsync(new(strict, null))).Value.Changes;
        Assert.Equal(
            ["peg-1000", "peg-1001", "peg-1002", "peg-1003", "peg-1004"], moved.Select(c => c.EmployeeId.ToString()));
        Assert.All(moved, c => Assert.Equal((true, false), (c.ChangesPredicate(), c.ChangesPlace())));
    }

    [Fact]
    public async Task A_smaller_share_tried_on_a_past_quarter_moves_the_top_and_no_place_and_stores_nothing()
    {
        await PublishAsync();
        var pages = _world.Rankings.Pages.Count;
        var trial = (await TryAsync(
            new(null, RankingPolicy.Default with { Version = "what-if", TopPercent = 10, NewStaffMonths = 0 }))).Value;
        var change = Assert.Single(trial.Changes);
        Assert.Equal(
            (false, false, true), (change.ChangesPredicate(), change.ChangesPlace(), change.ChangesTopShare()));
        Assert.Equal("peg-1008", change.EmployeeId.ToString());
        Assert.Equal((2, 1), (trial.Before.InTopShare, trial.After.InTopShare));
        Assert.Equal(pages, _world.Rankings.Pages.Count);
    }

    [Fact]
    public async Task Changes_are_shown_in_pages()
    {
        await PublishAsync();
        var trial =
            (await TryAsync(
                new(
                    EvaluationPolicy.Default with { Matrix = PredicateMatrix.Of("x", (_, _) => Predicate.Poor) },
                    null))).Value;
        var many = trial with { Changes = [.. Enumerable.Repeat(trial.Changes[0], 201)] };
        Assert.True(WhatIfResponse.HasPage(many, 1));
        Assert.False(WhatIfResponse.HasPage(many, 2));
        Assert.Equal(
            (201, 200), (WhatIfResponse.Of(many, 0, "p2").Changed, WhatIfResponse.Of(many, 0, "p2").Changes.Count));
        Assert.Single(WhatIfResponse.Of(many, 1, null).Changes);
    }

    private Task<Result<RepeatedRun>> RepeatAsync(int? revision = null) =>
        _world.Repeat.ExecuteAsync(Some.AgencyId, Some.Quarter, revision, default);

    private Task<Result<RunDryRun>> TryAsync(RunQuestion question) =>
        _world.WhatIf.ExecuteAsync(Some.AgencyId, Some.Quarter, null, question, default);

    private async Task PublishAsync()
    {
        await _world.Plan.PlanDueAsync(default);
        await _world.DrainAsync();
    }

    private void Rate(string person, decimal skp) =>
        _world.Ratings.Rows[(Some.AgencyId, Some.Quarter, Some.Person(person))] =
        new(Some.Rating(skp, person: person), "1");
}
