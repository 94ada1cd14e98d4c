using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.CheckIns;

/// <summary>
/// Everybody is asked once a day between 10:00 and 11:00; the day's close and the sweep run as in production.
/// </summary>
public sealed class UnansweredSpotCheckTests
{
    private static readonly LocalDate Wednesday = new(2026, 2, 4);

    private readonly World _world = new(Some.At("2026-02-04T00:30:00Z"));

    public UnansweredSpotCheckTests() => _world.Policies.AddAsync(
        Some.AgencyId,
        CompleteDocument.Of(
            PolicyKinds.CheckIn,
            """{"spotChecks":{"chancePercent":100,"windowMinutes":60,"from":"10:00","to":"11:00"}}"""),
        default).GetAwaiter().GetResult();

    [Fact]
    public async Task A_window_that_nothing_answered_is_shown_to_the_rater_once_and_the_day_stands()
    {
        await RecordAsync("2026-02-04T00:30:00Z", CheckInKind.In);
        await RecordAsync("2026-02-04T09:00:00Z", CheckInKind.Out);
        await SweepAsync();
        await _world.Sweep.ExecuteAsync(default);

        var review = Assert.Single(_world.Reviews.Rows).Value.Value;

        Assert.Equal("202602-unansweredSpotCheck-1-peg-0001", review.Id.ToString());
        Assert.Equal((SignalKind.UnansweredSpotCheck, Some.Person("peg-head")), (review.Signal, review.RaterId));
        var evidence = Assert.Single(review.Evidence);
        Assert.Equal(
            (Wednesday, new LocalTime(10, 0), new LocalTime(11, 0)),
            (evidence.Date, evidence.Asked!.Opens.TimeOfDay, evidence.Asked.Closes.TimeOfDay));
        Assert.Empty(evidence.CheckIns);
        await DecideAsync(review, ReviewState.Rejected);
        Assert.Equal(DayStatus.Present, (await DayAsync()).Status);
    }

    [Fact]
    public async Task What_was_decided_is_not_asked_again_and_the_next_window_is()
    {
        await RecordAsync("2026-02-04T00:30:00Z", CheckInKind.In);
        await SweepAsync();
        await DecideAsync(Assert.Single(_world.Reviews.Rows).Value.Value, ReviewState.Accepted);
        await SweepAsync();
        Assert.Single(_world.Reviews.Rows);

        await RecordAsync("2026-02-06T00:30:00Z", CheckInKind.In);
        await SweepAsync("2026-02-08T00:00:00Z");

        Assert.Equal(2, _world.Reviews.Rows.Count);
        Assert.Equal(new LocalDate(2026, 2, 6), Assert.Single(_world.Reviews.Rows.Values.Last().Value.Evidence).Date);
    }

    [Fact]
    public async Task An_answer_is_an_answer_also_when_it_comes_hours_later()
    {
        await RecordAsync("2026-02-04T00:30:00Z", CheckInKind.In);
        _world.Clock.MoveTo(Some.At("2026-02-04T12:00:00Z"));
        await StoreAsync(Some.At("2026-02-04T03:20:00Z"), CheckInKind.SpotCheck);
        await SweepAsync();
        Assert.Empty(_world.Reviews.Rows);
    }

    [Theory]
    [InlineData(null, null)] // absent: that is another matter
    [InlineData("03:30", null)] // came when the window was open
    [InlineData("00:30", "03:30")] // had left before it closed
    public async Task Whoever_was_not_there_is_not_asked_why_he_did_not_answer(string? came, string? left)
    {
        foreach (var (time, kind) in new[] { (came, CheckInKind.In), (left, CheckInKind.Out) })
        {
            if (time is not null)
            {
                await RecordAsync($"2026-02-04T{time}:00Z", kind);
            }
        }

        await SweepAsync();
        Assert.Empty(_world.Reviews.Rows);
    }

    [Fact]
    public async Task Nobody_is_shown_before_a_day_has_passed()
    {
        await RecordAsync("2026-02-04T00:30:00Z", CheckInKind.In);
        await SweepAsync("2026-02-05T03:59:00Z");
        Assert.Empty(_world.Reviews.Rows);
        await SweepAsync("2026-02-05T04:00:00Z");
        Assert.Single(_world.Reviews.Rows);
    }

    [Fact]
    public async Task An_outage_within_the_window_excuses_everybody_it_holds_for()
    {
        await RecordAsync("2026-02-04T00:30:00Z", CheckInKind.In);
        var window = new OutageWindow(
            Some.Client("gangguan-1"), [], Some.At("2026-02-04T03:50:00Z"), Some.At("2026-02-04T05:00:00Z"),
            "Server mati.");
        Assert.Null((await _world.DeclareOutage.ExecuteAsync(Some.Actor, window, null, default)).Refusal);
        await SweepAsync("2026-02-06T12:00:00Z");
        Assert.Empty(_world.Reviews.Rows);
    }

    /// <summary>Days are closed until no mark is left, as the timers do; then the sweep comes.</summary>
    private async Task SweepAsync(string at = "2026-02-05T12:00:00Z")
    {
        _world.Clock.MoveTo(Instant.Max(_world.Clock.Now(), Some.At(at) - Duration.FromMinutes(10)));
        await _world.CloseDaysAsync();
        _world.Clock.MoveTo(Some.At(at));
        await _world.CloseDaysAsync();
        await _world.Sweep.ExecuteAsync(default);
    }

    private Task RecordAsync(string at, CheckInKind kind)
    {
        _world.Clock.MoveTo(Some.At(at));
        return StoreAsync(Some.At(at), kind);
    }

    private async Task StoreAsync(Instant at, CheckInKind kind) => Assert.Null((await _world.RecordCheckIn.ExecuteAsync(
        Some.Actor, Some.Claim($"rekam-{at.ToUnixTimeSeconds()}", at) with { Kind = kind, SentAt = _world.Clock.Now() },
        default)).Refusal);

    private async Task DecideAsync(Review review, ReviewState outcome) =>
        Assert.Null((await _world.DecideReview.ExecuteAsync(
        Some.Actor, review.Id, new ReviewVerdict(Some.Person("peg-head"), outcome, "Sudah ditanyakan."),
        default)).Refusal);

    private async Task<AttendanceDay> DayAsync() =>
        (await _world.ReadAttendance.MonthAsync(Some.AgencyId, Some.Person(), Wednesday.ToYearMonth(), default)).Value
        .Days.Single(d => d.Date == Wednesday);
}
