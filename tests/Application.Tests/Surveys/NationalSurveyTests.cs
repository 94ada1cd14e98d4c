using Kinerja.Application.Surveys;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Tests.Surveys;

/// <summary>
/// The clock stands on Wednesday 4 February 2026 in Jakarta; the nation asks two agencies from that day to the Friday.
/// </summary>
public sealed class NationalSurveyTests
{
    private static readonly SurveyId Id = SurveyId.Parse("asn-2026").Value;

    private World _world = new();

    [Fact]
    public async Task An_agency_is_counted_in_steps_and_a_step_that_comes_again_counts_nothing_twice()
    {
        await AskAsync();
        await AnswerAsync(Enumerable.Range(1, 25));
        CloseIt();
        await _world.PlanSurveyCounts.ExecuteAsync(default);
        var step = Assert.Single(_world.Surveys.Steps);
        for (var i = 0; i < 6; i++)
        {
            await _world.CountAgency.ExecuteAsync(step, 10, default);
        }

        Assert.Equal(3, _world.Surveys.Steps.Count);
        var count = Assert.Single(_world.Surveys.Counts).Value.Value;
        Assert.Equal((25, true), (count.Counts.All(SurveyCounts.Responses)!.Answered, count.IsDone));
        Refused.Is(RefusalCodes.SurveyNotCounted, await ResultsAsync());
        Assert.Equal(0, await _world.PlanSurveyCounts.ExecuteAsync(default));
        Assert.Equal([0, 0, 25, 0, 0], (await ResultsAsync()).Value.All.Questions[0].All.Counts);
    }

    [Fact]
    public async Task Nobody_is_counted_before_the_last_clock_of_the_country_has_struck_and_answers_are_in()
    {
        await AskAsync();
        _world.Clock.MoveTo(Some.At("2026-02-06T17:14:00Z"));
        Assert.Equal(0, await _world.PlanSurveyCounts.ExecuteAsync(default));
        await _world.CountAgency.ExecuteAsync(new(Id, Some.AgencyId, 0), default);
        Assert.Empty(_world.Surveys.Counts);
        _world.Clock.MoveTo(Some.At("2026-02-06T17:15:00Z"));
        Assert.Equal(1, await _world.PlanSurveyCounts.ExecuteAsync(default));
    }

    [Fact]
    public async Task A_step_of_a_closing_that_was_opened_again_counts_nothing()
    {
        await AskAsync();
        CloseIt();
        await _world.PlanSurveyCounts.ExecuteAsync(default);
        await ExtendAsync(new(2026, 2, 20));
        _world.Clock.MoveTo(Some.At("2026-02-21T03:00:00Z"));
        await _world.CountAgency.ExecuteAsync(_world.Surveys.Steps[0], default);
        Assert.Empty(_world.Surveys.Counts);
    }

    [Fact]
    public async Task Whoever_extends_while_the_last_agency_is_counted_wins()
    {
        await AskAsync();
        CloseIt();
        await CountAsync(mark: false);
        _world.Surveys.FasterWriter = () => ExtendAsync(new(2026, 2, 20)).GetAwaiter().GetResult();
        await _world.PlanSurveyCounts.ExecuteAsync(default);
        var known = _world.Surveys.Rows[(DocumentOwner.Nation, Id)].Value;
        Assert.Equal((new LocalDate(2026, 2, 20), 0), (known.LastDay, known.Counted.Count));
    }

    [Fact]
    public async Task Opened_again_it_is_told_once_more_only_where_ten_changed_it()
    {
        await AskAsync();
        await AnswerAsync(Enumerable.Range(1, 12));
        CloseIt();
        await CountAsync();
        Assert.Equal(12, (await ResultsAsync()).Value.Agencies.Items[0].Responses);
        await ExtendAsync(new(2026, 2, 20));
        await AnswerAsync(Enumerable.Range(1, 9), step: 5);
        Refused.Is(RefusalCodes.SurveyOpen, await ResultsAsync());
        _world.Clock.MoveTo(Some.At("2026-02-21T03:00:00Z"));
        await CountAsync();
        Refused.Is(RefusalCodes.TooFewAnswers, await ResultsAsync());

        await ExtendAsync(new(2026, 2, 27));
        await AnswerAsync(Enumerable.Range(3, 10), step: 1);
        _world.Clock.MoveTo(Some.At("2026-02-28T03:00:00Z"));
        await CountAsync();
        Assert.Equal([10, 0, 0, 0, 2], (await ResultsAsync()).Value.All.Questions[0].All.Counts);
        Assert.Equal(3, _world.Surveys.Counts.Count);
    }

    [Fact]
    public async Task It_opens_with_the_day_in_the_east_and_an_agency_abroad_answers_within_the_country_s_days()
    {
        _world = new(Some.At("2026-02-03T14:59:00Z"));
        await AskAsync();
        Assert.Null((await AskAsync("Lain")).Refusal);
        _world.Clock.MoveTo(Some.At("2026-02-03T15:00:00Z"));
        Refused.Is(RefusalCodes.SurveyOpen, await AskAsync("Terlambat"));
        Assert.Equal(new(2026, 2, 4), NationalClock.Within(new(2026, 2, 5), Some.At("2026-02-03T16:00:00Z")));
        Assert.Equal(new(2026, 2, 3), NationalClock.Within(new(2026, 2, 2), Some.At("2026-02-03T16:00:00Z")));
    }

    private Task<Result<Survey>> AskAsync(string title = "Survei ASN") => _world.WriteSurvey.ExecuteNationalAsync(
        Some.Actor,
        new Survey(
            Id, title, new(2026, 2, 4), new(2026, 2, 6), SurveyBreakdown.Agency,
            [new("puas", QuestionKind.Scale, "Seberapa puas Anda?", [])], [], [])
        {
            Agencies = [Some.AgencyId],
        },
        default);

    private async Task AnswerAsync(IEnumerable<int> people, int step = 3)
    {
        foreach (var i in people)
        {
            _world.Add(Some.Employee($"peg-9{i:D3}"));
            Assert.Null((await _world.AnswerSurvey.ExecuteNationalAsync(
                Some.Actor, Id, Some.Person($"peg-9{i:D3}"),
                new(GovernmentLevel.Central, [new("puas", step, null, null)]), default)).Refusal);
        }
    }

    private void CloseIt() => _world.Clock.MoveTo(Some.At("2026-02-07T03:00:00Z"));

    private async Task CountAsync(bool mark = true)
    {
        await _world.PlanSurveyCounts.ExecuteAsync(default);
        await _world.CountAgency.ExecuteAsync(_world.Surveys.Steps[^1], default);
        if (mark)
        {
            await _world.PlanSurveyCounts.ExecuteAsync(default);
        }
    }

    private async Task ExtendAsync(LocalDate lastDay) => Assert.Null((await _world.ExtendSurvey.ExecuteNationalAsync(
        Some.Actor, Id, lastDay, "Daerah terlambat.", default)).Refusal);

    private Task<Result<NationalSurveyResults>> ResultsAsync() =>
        _world.ReadNationalSurveys.ResultsAsync(Id, null, 100, default);
}
