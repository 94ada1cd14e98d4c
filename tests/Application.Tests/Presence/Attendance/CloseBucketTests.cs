using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.Attendance;

public sealed class CloseBucketTests
{
    private static readonly YearMonth February = new(2026, 2);
    private static readonly Instant NextDay = Some.At("2026-02-05T00:00:00Z");

    private readonly World _world = new();

    [Fact]
    public async Task A_close_stores_everybodys_days_that_are_over_and_none_to_come()
    {
        await _world.RecordCheckIn.ExecuteAsync(Some.Actor, Some.Claim(), default);
        await CloseAtAsync(NextDay);
        Assert.Equal(2, _world.Months.Rows.Count);
        Assert.Equal(new LocalDate(2026, 2, 4), Stored().Days[^1].Date);
        Assert.Equal(DayStatus.Present, Stored().Days[3].Status);
    }

    [Fact]
    public async Task A_day_ends_where_people_work()
    {
        var east = Some.Unit() with { Id = UnitId.Parse("timur").Value, Zone = Some.Wit };
        _world.Workforce.Add(Some.AgencyId, east);
        _world.Add(Some.Employee("peg-east") with { UnitId = east.Id });
        await CloseAtAsync(Some.At("2026-02-04T15:30:00Z"));
        Assert.Equal(4, Stored("peg-east").Days.Count);
        Assert.Equal(3, Stored().Days.Count);
        await CloseAtAsync(Some.At("2026-02-04T17:00:00Z"));
        Assert.Equal(4, Stored().Days.Count);
    }

    [Fact]
    public async Task A_second_timer_and_a_second_message_write_nothing()
    {
        await CloseAtAsync(NextDay);
        Assert.Equal(0, await _world.PlanDays.PlanDueAsync(default));
        Assert.Equal(0, await _world.CloseBucket.ExecuteAsync(new(Some.AgencyId, February, 0, NextDay), default));
        Assert.Empty(_world.Days.Waiting);
    }

    // The queue drops no repeats: planning again what still waits would fill it without end. Due are this month and the
    // one before.
    [Theory]
    [InlineData(PlanDayCloses.MostWaiting - 1, 2)]
    [InlineData(PlanDayCloses.MostWaiting, 0)]
    public async Task Nothing_is_planned_while_too_much_waits_from_before(int waiting, int planned)
    {
        _world.Clock.MoveTo(NextDay);
        for (var i = 0; i < waiting; i++)
        {
            _world.Days.Waiting.Enqueue(new CloseStep(Some.OtherAgencyId, February, i, NextDay));
        }

        Assert.Equal(planned, await _world.PlanDays.PlanDueAsync(default));
        Assert.Equal(waiting + planned, _world.Days.Waiting.Count);
    }

    [Fact]
    public async Task Only_marked_people_are_folded_when_no_day_ended()
    {
        await CloseAtAsync(NextDay);
        await ArriveAsync(Some.Claim());
        _world.Clock.Advance(Duration.FromMinutes(15));
        await _world.PlanDays.PlanDueAsync(default);
        var step = Assert.Single(_world.Days.Waiting);
        Assert.Equal(1, await _world.CloseBucket.ExecuteAsync(step, default));
        Assert.Equal(DayStatus.Present, Stored().Days[3].Status);
    }

    [Fact]
    public async Task A_mark_outlives_a_fold_that_may_have_read_too_early_and_goes_with_a_later_one()
    {
        await CloseAtAsync(NextDay);
        await MarkAsync();
        await CloseAtAsync(NextDay + DayCloseRules.StaleMarkLifetime - Duration.Epsilon);
        Assert.Single(_world.Dirty.Rows);
        await CloseAtAsync(NextDay + DayCloseRules.StaleMarkLifetime);
        Assert.Empty(_world.Dirty.Rows);
    }

    [Fact]
    public async Task A_mark_set_while_a_bucket_is_folded_survives()
    {
        await CloseAtAsync(NextDay);
        await MarkAsync();
        _world.Months.Meanwhile = MarkAsync;
        await CloseAtAsync(NextDay + Duration.FromHours(1));
        Assert.Single(_world.Dirty.Rows);
    }

    [Fact]
    public async Task A_worker_that_was_overtaken_writes_nothing()
    {
        await CloseAtAsync(NextDay);
        await MarkAsync();
        var (slow, fast) = (Step(NextDay), Step(NextDay));
        _world.Months.Meanwhile = async () =>
        {
            await ArriveAsync(Some.Claim());
            await _world.CloseBucket.ExecuteAsync(fast, default);
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => _world.CloseBucket.ExecuteAsync(slow, default));
        Assert.Equal(DayStatus.Present, Stored().Days[3].Status);
    }

    [Fact]
    public async Task A_step_that_comes_late_opens_no_day_again()
    {
        await CloseAtAsync(NextDay + Duration.FromDays(2));
        await MarkAsync();
        await _world.CloseBucket.ExecuteAsync(Step(NextDay), default);
        Assert.Equal(6, Stored().Days.Count);
    }

    [Fact]
    public async Task What_holds_for_the_agency_folds_everybody()
    {
        await CloseAtAsync(NextDay);
        _world.Months.Clear();
        await _world.Dirty.MarkAllAsync(Some.AgencyId, February, default);
        await CloseAtAsync(NextDay + Duration.FromHours(1));
        Assert.Equal(2, _world.Months.Rows.Count);
    }

    [Fact]
    public async Task A_month_is_folded_once_more_when_its_last_night_is_over()
    {
        await CloseAtAsync(Some.At("2026-02-28T18:00:00Z"));
        Assert.Equal(28, Stored().Days.Count);
        await CloseAtAsync(Some.At("2026-03-02T18:00:00Z"));
        Assert.True(
            _world.Closes.Rows[(Some.AgencyId, February, Bucket)] >= DayCloseRules.SettledAt(February, Some.Wib));
    }

    [Fact]
    public async Task No_day_before_the_agency_joined_is_closed()
    {
        _world.Add(Some.Agency() with { BeganOn = new Quarter(2026, 2).FirstDay });
        Assert.Equal(0, await _world.PlanDays.PlanDueAsync(default));
    }

    private static int Bucket => HashRange.IndexOf(Some.Person(), 2);

    private static CloseStep Step(Instant at) => new(Some.AgencyId, February, Bucket, at);

    private Task MarkAsync() => _world.Dirty.MarkAsync(Some.AgencyId, Some.Person(), February, default);

    /// <summary>As a check-in arrives: the mark first, then the row.</summary>
    private async Task ArriveAsync(SubmittedCheckIn claim)
    {
        await MarkAsync();
        await _world.RecordCheckIn.ExecuteAsync(Some.Actor, claim with { SentAt = _world.Clock.Now() }, default);
    }

    private async Task CloseAtAsync(Instant at)
    {
        _world.Clock.MoveTo(at);
        await _world.CloseDaysAsync();
    }

    private AttendanceMonth Stored(string person = "peg-0001") =>
        _world.Months.Rows[(Some.AgencyId, February, Some.Person(person))];
}
