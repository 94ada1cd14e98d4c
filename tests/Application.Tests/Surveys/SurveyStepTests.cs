using Kinerja.Application.Surveys;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Tests.Surveys;

/// <summary>
/// The clock stands on Wednesday 4 February 2026 in Jakarta; the questionnaire is open from that day to the Friday.
/// </summary>
public sealed class SurveyStepTests
{
    private static readonly SurveyId Id = SurveyId.Parse("fwa-2026").Value;
    private static readonly LocalDate Today = new(2026, 2, 4);

    private readonly World _world = new();

    [Fact]
    public async Task A_second_answer_takes_the_place_of_the_first()
    {
        await PutAsync();
        Assert.Equal(2, (await AnswerAsync(step: 2)).Value.Answers[0].Step);
        _world.Clock.Advance(Duration.FromHours(1));
        await AnswerAsync(step: 5);
        var stored = Assert.Single(_world.Surveys.Responses).Value;
        Assert.Equal((5, Some.UnitId, _world.Clock.Now()), (stored.Answers[0].Step, stored.UnitId, stored.AnsweredAt));
    }

    [Fact]
    public async Task An_answer_keeps_the_app_and_no_person_beside_its_own()
    {
        await PutAsync();
        var helper = Some.Actor.For(Some.Person("peg-head"));
        var answers = new SurveyResponseCommand(GovernmentLevel.Central, [new("puas", 3, null, null)]);
        Assert.Null((await _world.AnswerSurvey.ExecuteAsync(helper, Id, Some.Person(), answers, default)).Refusal);

        Assert.Equal(Some.Actor, Assert.Single(_world.Surveys.Responses).Value.Actor);
    }

    [Fact]
    public async Task The_last_day_ends_at_the_agencys_own_midnight()
    {
        await PutAsync();
        _world.Clock.MoveTo(Some.At("2026-02-06T16:59:00Z"));
        Assert.Null((await AnswerAsync()).Refusal);
        Refused.Is(RefusalCodes.SurveyOpen, await ResultsAsync());
        _world.Clock.Advance(Duration.FromMinutes(1));
        Refused.Is(RefusalCodes.SurveyNotOpen, await AnswerAsync());
        Assert.Equal(1, (await ResultsAsync()).Value.Responses);
    }

    [Fact]
    public async Task Ten_answers_are_counted_and_nine_are_not_told()
    {
        await PutAsync();
        for (var i = 1; i <= 10; i++)
        {
            _world.Add(Some.Employee($"peg-9{i:D3}"));
            await AnswerAsync($"peg-9{i:D3}", step: i <= 7 ? 4 : 1);
        }

        _world.Clock.Advance(Duration.FromDays(3));
        Assert.Equal([3, 0, 0, 7, 0], (await ResultsAsync()).Value.Questions[0].All.Counts);

        _world.Surveys.Responses.Remove((new(Some.AgencyId, Id, Some.AgencyId), Some.Person("peg-9001")));
        Assert.Null((await ResultsAsync()).Value.Questions[0].All.Counts);
    }

    /// <summary>Ten answered anew, nine of them of one group: who saw both results would tell the tenth.</summary>
    [Fact]
    public async Task Bug_a_group_that_few_changed_since_it_was_opened_again_is_told_no_more()
    {
        await PutAsync(Survey() with { Breakdown = SurveyBreakdown.Level });
        await AnswerAllAsync(24, i => i <= 12 ? GovernmentLevel.Central : GovernmentLevel.Local, step: 3);
        _world.Clock.Advance(Duration.FromDays(3));
        Assert.Equal(2, (await ResultsAsync()).Value.Questions[0].Groups.Count);

        Assert.Null((await _world.ExtendSurvey.ExecuteAsync(
            Some.Actor, Id, new(2026, 2, 20), "Permintaan daerah.", default)).Refusal);
        await AnswerAllAsync(9, _ => GovernmentLevel.Central, step: 5);
        await AnswerAsync("peg-9013", step: 5, GovernmentLevel.Local);
        _world.Clock.Advance(Duration.FromDays(14));
        var again = (await ResultsAsync()).Value.Questions[0];
        Assert.Equal([0, 0, 14, 0, 10], again.All.Counts);
        Assert.Equal((0, 2), (again.Groups.Count, again.GroupsLeftOut));

        async Task AnswerAllAsync(int people, Func<int, GovernmentLevel> level, int step)
        {
            for (var i = 1; i <= people; i++)
            {
                _world.Add(Some.Employee($"peg-9{i:D3}"));
                await AnswerAsync($"peg-9{i:D3}", step, level(i));
            }
        }
    }

    [Fact]
    public async Task A_questionnaire_that_nobody_asks_this_person_is_not_answered()
    {
        var other = UnitId.Parse("lain").Value;
        _world.Workforce.Add(Some.AgencyId, Some.Unit() with { Id = other });
        await PutAsync(Survey() with { Units = [other] });
        Refused.Is(RefusalCodes.NotAsked, await AnswerAsync());
        Assert.Empty(_world.Surveys.Responses);
    }

    [Fact]
    public async Task Of_two_who_change_one_at_once_the_later_is_told_and_a_repeat_writes_nothing()
    {
        var first = (await PutAsync(Survey() with { OpensOn = Today.PlusDays(1) })).Value;
        _world.Surveys.FasterWriter = () => _world.Surveys.Write(Some.AgencyId, first with { Title = "Lebih cepat" });
        Refused.Is(RefusalCodes.StaleVersion, await PutAsync(first with { Title = "Terlambat" }));

        _world.Surveys.FasterWriter = () => Assert.Fail("Nothing was to be written.");
        Assert.Equal("Lebih cepat", (await PutAsync(first with { Title = "Lebih cepat" })).Value.Title);
    }

    [Fact]
    public async Task An_extension_is_kept_with_its_reason_and_keeps_the_window_open()
    {
        await PutAsync();
        var extended = await _world.ExtendSurvey.ExecuteAsync(
            Some.Actor, Id, new(2026, 2, 13), "Permintaan daerah.", default);
        Assert.Equal(
            (new LocalDate(2026, 2, 6), "Permintaan daerah."),
            (extended.Value.Extensions[0].From, extended.Value.Extensions[0].Reason));
        _world.Clock.Advance(Duration.FromDays(5));
        Assert.Null((await AnswerAsync()).Refusal);
    }

    [Fact]
    public async Task Unknown_agencies_questionnaires_and_people_are_refused()
    {
        Refused.Is(RefusalCodes.UnknownSurvey, await AnswerAsync());
        Refused.Is(RefusalCodes.UnknownSurvey, await ResultsAsync());
        Refused.Is(
            RefusalCodes.UnknownAgency,
            await _world.WriteSurvey.ExecuteAsync(Some.ActorOf(Some.OtherAgencyId), Survey(), default));
        Refused.Is(RefusalCodes.UnknownAgency, await _world.CountSurvey.ExecuteAsync(Some.OtherAgencyId, Id, default));
        Refused.Is(
            RefusalCodes.UnknownSurvey,
            await _world.ExtendSurvey.ExecuteAsync(Some.Actor, Id, new(2026, 3, 1), "Ya.", default));
        await PutAsync();
        Refused.Is(RefusalCodes.UnknownEmployee, await AnswerAsync("peg-nobody"));
    }

    private Task<Result<Survey>> PutAsync(Survey? survey = null) =>
        _world.WriteSurvey.ExecuteAsync(Some.Actor, survey ?? Survey(), default);

    private Task<Result<SurveyResponse>> AnswerAsync(
        string person = "peg-0001", int step = 3, GovernmentLevel level = GovernmentLevel.Central) =>
        _world.AnswerSurvey.ExecuteAsync(
            Some.Actor, Id, Some.Person(person), new(level, [new("puas", step, null, null)]), default);

    private Task<Result<SurveyResults>> ResultsAsync() => _world.CountSurvey.ExecuteAsync(Some.AgencyId, Id, default);

    private static Survey Survey() => new(
        Id,
        "Survei fleksibilitas bekerja",
        Today,
        new LocalDate(2026, 2, 6),
        SurveyBreakdown.None,
        [new("puas", QuestionKind.Scale, "Seberapa puas Anda?", [])],
        [],
        []);
}
