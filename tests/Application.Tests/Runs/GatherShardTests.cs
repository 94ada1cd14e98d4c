using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using NodaTime;

namespace Kinerja.Application.Tests.Runs;

public sealed class GatherShardTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Check_ins_ratings_and_feedback_of_the_quarter_are_frozen()
    {
        await _world.RecordCheckIn.ExecuteAsync(Some.Actor, Some.Claim(), default);
        await _world.SubmitFeedback.SubmitAsync(Some.Actor, Some.Feedback(), default);
        await _world.Rate.RateAsync(Some.Actor, Some.Rating(), null, default);
        var input = await GatherAsync();
        Assert.Equal(1, input.Attendance.PresentDays);
        Assert.Equal(1, input.FeedbackNotes);
        Assert.Equal(Some.Score(100), input.Rating!.Skp);
    }

    [Fact]
    public async Task Check_ins_are_read_back_in_the_order_of_time()
    {
        await _world.RecordCheckIn.ExecuteAsync(Some.Actor, Some.Claim("checkin-zzzz"), default);
        _world.Clock.Advance(Duration.FromHours(1));
        await _world.RecordCheckIn.ExecuteAsync(Some.Actor, Some.Claim("checkin-aaaa", _world.Clock.Now()), default);
        var read = await _world.ReadAttendance.CheckInsAsync(
            Some.AgencyId, Some.Person(), new YearMonth(2026, 2), default);
        Assert.Equal(["checkin-zzzz", "checkin-aaaa"], read.Value.Select(c => c.Claim.Id.ToString()));
    }

    [Fact]
    public async Task An_unknown_person_has_no_attendance()
    {
        var (nobody, month) = (Some.Person("peg-nobody"), new YearMonth(2026, 2));
        Refused.Is(
            RefusalCodes.UnknownEmployee,
            await _world.ReadAttendance.MonthAsync(Some.AgencyId, nobody, month, default));
        Refused.Is(
            RefusalCodes.UnknownEmployee,
            await _world.ReadAttendance.CheckInsAsync(Some.AgencyId, nobody, month, default));
    }

    [Fact]
    public async Task The_hash_tells_any_change_of_the_inputs()
    {
        var run = Some.Run() with { Shards = 1 };
        var before = await new World().Gather.ExecuteAsync(run, 0, default);
        Assert.Equal(before, await new World().Gather.ExecuteAsync(run, 0, default));
        await _world.SubmitFeedback.SubmitAsync(Some.Actor, Some.Feedback(), default);
        Assert.NotEqual(before, await _world.Gather.ExecuteAsync(run, 0, default));
    }

    // The run of the first quarter is planned in April.
    [Theory]
    [InlineData(3, 31, true)]
    [InlineData(4, 1, false)]
    public async Task Bug_who_starts_after_the_period_is_not_in_its_run(int month, int day, bool taken)
    {
        _world.Add(Some.Employee("peg-new1") with { StartedOn = new LocalDate(2026, month, day) });
        await GatherAsync();
        Assert.Equal(taken, _world.Results.Inputs.Values.Any(i => i.EmployeeId == Some.Person("peg-new1")));
    }

    // SE MenPANRB 3/2023: the result of a head is the unit's; of an acting head (Plt) too, the one of his own unit.
    [Fact]
    public async Task Bug_who_also_stands_in_for_another_units_head_is_evaluated_by_his_own_unit()
    {
        _world.Add(Some.Employee("peg-head", null));
        var other = Some.Unit() with { Id = UnitId.Parse("biro-hukum").Value };
        _world.Workforce.Add(Some.AgencyId, other);
        var head = await GatherAsync("peg-head");
        Assert.Equal((Some.UnitId, true), (head.UnitId, head.HeadsUnit));
    }

    [Fact]
    public async Task Units_are_read_once_for_all_shards_and_again_for_whoever_came_with_a_new_one()
    {
        var run = Some.Run() with { Shards = 2 };
        await _world.Gather.ExecuteAsync(run, 0, default);
        await _world.Gather.ExecuteAsync(run, 1, default);
        Assert.Equal(1, _world.Workforce.UnitReadings);
        var created = Some.Unit() with { Id = UnitId.Parse("biro-baru").Value };
        _world.Workforce.Add(Some.AgencyId, created);
        _world.Add(Some.Employee("peg-new1") with { UnitId = created.Id });
        Assert.Equal(created.Id, (await GatherAsync("peg-new1")).UnitId);
    }

    private async Task<EvaluationInput> GatherAsync(string person = "peg-0001")
    {
        await _world.Gather.ExecuteAsync(Some.Run() with { Shards = 1 }, 0, default);
        return _world.Results.Inputs.Values.Single(i => i.EmployeeId == Some.Person(person));
    }
}
