using System.Text.RegularExpressions;
using Kinerja.Application.Policies;
using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Tests.Ranking;

public sealed class CalibrationTests
{
    private readonly World _world = new(Some.At("2026-04-08T01:00:00Z"), shardSize: 100);

    public CalibrationTests()
    {
        foreach (var number in Enumerable.Range(0, 8))
        {
            _world.Add(Some.Employee($"peg-1{number:D3}"));
            if (number < 6)
            {
                Rate($"peg-1{number:D3}", number < 5 ? ExpectationLevel.Meets : ExpectationLevel.Below);
            }
        }

        _world.Ratings.Units[(Some.AgencyId, Some.Quarter, Some.UnitId)] =
            new(Some.Quarter, Some.UnitId, OrganisationLevel.Good, Some.Person("peg-chief"), Some.Morning);
    }

    [Fact]
    public async Task Before_everybody_is_evaluated_there_is_no_pack_and_no_reason()
    {
        Refused.Is(RefusalCodes.UnknownRun, await PackAsync());
        await _world.Plan.PlanDueAsync(default);
        foreach (var state in new[] { RunState.Planned, RunState.Gathered })
        {
            SetState(state);
            Assert.Equal(RefusalKind.Conflict, Refused.Is(RefusalCodes.NotEvaluatedYet, await PackAsync()).Kind);
            Refused.Is(RefusalCodes.NotEvaluatedYet, await WriteAsync("Alasan."));
        }
    }

    [Fact]
    public async Task SE_3_2023_breaches_are_listed_before_the_ranking_and_change_nobodys_predicate()
    {
        await EvaluateAsync();
        var before = _world.Results.Evaluations.Values.ToList();
        var unit = Assert.Single((await PackAsync()).Value.Calibration.Findings);

        Assert.Equal((5, 1, 4), (unit.Found.Good, unit.Found.NeedsImprovement, unit.NotAssessed));
        var breach = Assert.Single(unit.Breaches);
        Assert.Equal(
            (LimitKind.AtMost, 70, 420, 4, 5),
            (breach.Limit.Kind, breach.Limit.Percent, breach.ExactHundredths, breach.Wanted, breach.Found));
        Assert.Equal(before, _world.Results.Evaluations.Values);
        Assert.Equal(RunState.Evaluated, _world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value.State);
    }

    [Fact]
    public async Task The_pattern_is_what_held_on_the_periods_last_day_when_the_run_was_planned()
    {
        await PolicyAsync(new LocalDate(2026, 3, 31), """{"pattern":"pp-30-2019"}""");
        await PolicyAsync(new LocalDate(2026, 4, 1), """{"pattern":"se-menpanrb-3-2023"}""");
        await EvaluateAsync();
        await PolicyAsync(new LocalDate(2026, 3, 31), """{"pattern":"se-menpanrb-3-2023","smallestUnit":50}""");

        var calibration = (await PackAsync()).Value.Calibration;
        Assert.Equal("distribution-2026-03-31.1", calibration.Policy.Version);
        Assert.Null(Assert.Single(calibration.Findings).UnitId);
    }

    [Fact]
    public async Task A_rater_who_stands_apart_is_listed_until_the_reason_is_written()
    {
        _world.Add(Some.Employee("peg-other", null));
        foreach (var number in Enumerable.Range(0, 5))
        {
            _world.Add(Some.Employee($"peg-2{number:D3}", "peg-other"));
            Rate($"peg-2{number:D3}", ExpectationLevel.Meets, 60, "peg-other");
        }

        await EvaluateAsync();
        Assert.Equal(
            ["peg-head", "peg-other"], (await PackAsync()).Value.WithoutReason.Select(r => r.RaterId.ToString()));
        await WriteAsync("Target tercapai lebih cepat.");
        var pack = CalibrationResponse.Of((await PackAsync()).Value);
        Assert.Equal([Some.Person("peg-other")], pack.ReasonsMissing);
        Assert.Equal("Target tercapai lebih cepat.", pack.Raters[0].Reason?.Reason);
    }

    [Fact]
    public async Task The_same_reason_again_adds_no_version_and_another_one_does()
    {
        await EvaluateAsync();
        var first = (await WriteAsync("Satu.")).Value;
        _world.Clock.Advance(Duration.FromHours(1));
        Assert.Same(first, (await WriteAsync("Satu.")).Value);
        Assert.Equal(2, (await WriteAsync("Dua.", expected: 1)).Value.Version);
        Refused.Is(RefusalCodes.StaleVersion, await WriteAsync("Tiga.", expected: 1));
        Assert.Equal(
            "Dua.",
            (await _world.WriteRaterReason.FindAsync(
                Some.AgencyId, Some.Quarter, Some.Person("peg-head"), default)).Value.Text);
    }

    [Fact]
    public async Task Of_two_who_write_at_once_one_is_told_to_read_again()
    {
        await EvaluateAsync();
        _world.RaterReasons.FasterWriter = () =>
            _world.RaterReasons.Rows[(Some.AgencyId, Some.Quarter, Some.Person("peg-head"))] =
            new(new(Some.Quarter, Some.Person("peg-head"), "Lebih cepat.", Some.Morning, 1), "faster");
        Refused.Is(RefusalCodes.StaleVersion, await WriteAsync("Terlambat."));
    }

    [Fact]
    public async Task Only_who_rated_somebody_gives_a_reason()
    {
        await EvaluateAsync();
        Refused.Is(RefusalCodes.NothingRated, await WriteAsync("Saya juga.", rater: "peg-1000"));
        Refused.Is(
            RefusalCodes.UnknownReason,
            await _world.WriteRaterReason.FindAsync(Some.AgencyId, Some.Quarter, Some.Person("peg-1000"), default));
    }

    [Theory]
    [InlineData(false, "lang=\"en\"", "Wanted against found", "70% = 4", "4.20 rounded down", "5 (83.33%)")]
    [InlineData(true, "lang=\"id\"", "Pola dan kenyataan", "70% = 4", "4,20 dibulatkan ke bawah", "5 (83,33%)")]
    public async Task The_page_tells_a_leader_in_either_language_what_is_wanted_and_what_is_there(
        bool indonesian, params string[] words)
    {
        await EvaluateAsync();
        var page = CalibrationPage.Write(CalibrationResponse.Of((await PackAsync()).Value), indonesian);
        Assert.All(words, word => Assert.Contains(word, page, StringComparison.Ordinal));
        Assert.All(["peg-1006", "peg-head", "Biro SDM"], id => Assert.Contains(id, page, StringComparison.Ordinal));
        Assert.Equal(Regex.Count(page, "<tr"), Regex.Count(page, "</tr>"));
    }

    [Fact]
    public async Task What_people_wrote_cannot_become_markup()
    {
        await EvaluateAsync();
        _world.Workforce.Add(Some.AgencyId, Some.Unit() with { Name = "<script>alert(1)</script>" });
        await WriteAsync("\"><img src=x onerror=alert(2)>");
        var page = CalibrationPage.Write(CalibrationResponse.Of((await PackAsync()).Value), indonesian: true);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("onerror=alert(2)&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_value_that_the_page_shows_has_its_words()
    {
        string[] values =
        [
            .. Enum.GetValues<DistributionStanding>().Select(JsonFormat.Name),
            .. Enum.GetValues<LeniencyStanding>().Select(JsonFormat.Name),
            .. Enum.GetValues<Predicate>().Select(JsonFormat.Name),
            .. Enum.GetValues<OrganisationLevel>().Select(JsonFormat.Name),
            .. Enum.GetValues<LimitKind>().Select(JsonFormat.Name),
            .. Enum.GetValues<NotAssessedReason>().Select(JsonFormat.Name),
            .. Enum.GetValues<RunState>().Where(s => s >= RunState.Evaluated).Select(JsonFormat.Name),
        ];
        Assert.All(values, value => Assert.NotEqual(value, CalibrationTexts.Of(value, indonesian: true)));
        Assert.Equal("unknown-word", CalibrationTexts.Of("unknown-word", indonesian: true));
    }

    private void Rate(string person, ExpectationLevel result, decimal skp = 100, string rater = "peg-head") =>
        _world.Ratings.Rows[(Some.AgencyId, Some.Quarter, Some.Person(person))] = new(
            Some.Rating(person: person, rater: rater, skp: skp) with { Result = result }, "1");

    /// <summary>To where everybody is evaluated and nothing is ranked yet.</summary>
    private async Task EvaluateAsync()
    {
        await _world.Plan.PlanDueAsync(default);
        while (_world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value.State < RunState.Evaluated)
        {
            await _world.Advance.ExecuteAsync(_world.Queue.Waiting.Dequeue(), default);
        }
    }

    private void SetState(RunState state)
    {
        var key = (Some.AgencyId, (AppraisalPeriod)Some.Quarter, 1);
        _world.Runs.Revisions[key] = _world.Runs.Revisions[key]
            with
        { Value = _world.Runs.Revisions[key].Value with { State = state } };
    }

    private async Task PolicyAsync(LocalDate from, string json)
    {
        using var body = System.Text.Json.JsonDocument.Parse(json);
        Assert.Null(
            (await _world.PublishPolicy.ExecuteAsync(
                Some.Actor, PolicyKinds.Distribution, from, null, body.RootElement, default)).Refusal);
    }

    private Task<Result<CalibratedRun>> PackAsync() =>
        _world.ReadCalibration.ExecuteAsync(Some.AgencyId, Some.Quarter, default);

    private Task<Result<RaterReason>> WriteAsync(string text, int? expected = null, string rater = "peg-head") =>
        _world.WriteRaterReason.PutAsync(
            Some.Actor, Some.Quarter, Some.Person(rater), text, Some.Standing(expected), default);
}
