using System.Text.Json;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Workforce;
using NodaTime;
using Position = Kinerja.Domain.Geofencing.Position;

namespace Kinerja.Application.Tests.Presence.Reviews;

public sealed class ReviewsTests
{
    private static readonly YearMonth Month = new(2026, 2);

    private readonly World _world = new();

    // Kab. Lebong, June 2025: 18 of 379 recruits were blocked because their phones said something odd.
    [Fact]
    public async Task Eighteen_recruits_with_the_same_odd_device_keep_their_days()
    {
        var odd = new Attestation(AttestationVerdict.Failed, null);
        for (var i = 1; i <= 18; i++)
        {
            var id = $"peg-9{i:D3}";
            _world.Add(Some.Employee(id));
            await RecordAsync(
                Some.Claim($"odd-in-{i:D4}", person: id)
                    with
                { MockLocation = true, Attestation = odd, DeviceId = id });
        }

        await RecordAsync(Some.Claim("clean-in-0001"));
        Assert.Equal(18, await _world.Sweep.ExecuteAsync(default));

        var clean = await DayAsync("peg-0001");
        Assert.Equal(DayStatus.Present, clean.Status);
        for (var i = 1; i <= 18; i++)
        {
            var day = await DayAsync($"peg-9{i:D3}");
            Assert.Equal(
                (clean.Status, clean.Mode, clean.FirstIn, clean.LateMinutes),
                (day.Status, day.Mode, day.FirstIn, day.LateMinutes));
        }
    }

    [Fact]
    public async Task A_sweep_again_changes_nothing_and_a_new_check_in_is_added_to_what_is_open()
    {
        await MockedAsync(1);
        Assert.Equal(1, await _world.Sweep.ExecuteAsync(default));
        Assert.Equal(0, await _world.Sweep.ExecuteAsync(default));

        await MockedAsync(2);
        Assert.Equal(1, await _world.Sweep.ExecuteAsync(default));

        var review = Assert.Single(_world.Reviews.Rows).Value.Value;
        Assert.Equal("202602-lowTrust-1-peg-0001", review.Id.ToString());
        Assert.Equal(2, review.CheckIns.Count());
        Assert.Equal(Some.Person("peg-head"), review.RaterId);
    }

    [Fact]
    public async Task The_superior_and_who_acts_for_that_one_are_told_of_a_review_that_is_opened()
    {
        _world.Add(Some.Employee("peg-wakil", null), Some.Employee("peg-lain", null));
        await _world.DelegateRating.PutAsync(Some.Actor, Some.Delegation("peg-wakil"), null, default);
        await MockedAsync(1);
        Assert.Equal(1, await _world.Sweep.ExecuteAsync(default));

        foreach (var (person, told) in new[] { ("peg-head", 1), ("peg-wakil", 1), ("peg-lain", 0) })
        {
            Assert.Equal(told, _world.Inboxes.Of(Some.Person(person)).Count(n => n.Code == NoticeCode.ReviewOpened));
        }
    }

    /// <summary>31 days before the first of March lies January: February lies between.</summary>
    [Fact]
    public async Task Bug_a_short_month_between_two_that_are_swept_is_swept_too()
    {
        using var policy = JsonDocument.Parse("""{"mostAgeDays":31}""");
        Assert.Null((await _world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.CheckIn, new LocalDate(2026, 1, 1), null, policy.RootElement, default)).Refusal);
        await MockedAsync(1);
        _world.Clock.MoveTo(Some.At("2026-03-01T00:30:00Z"));
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
        Assert.Equal(1, await _world.Sweep.ExecuteAsync(default));
    }

    [Fact]
    public async Task A_decision_covers_what_it_saw_and_what_comes_after_opens_the_next_review()
    {
        await MockedAsync(1);
        await _world.Sweep.ExecuteAsync(default);
        await DecideAsync(ReviewState.Accepted);
        Assert.Equal(0, await _world.Sweep.ExecuteAsync(default));

        await MockedAsync(2);
        await _world.Sweep.ExecuteAsync(default);

        Assert.Equal([1, 1], _world.Reviews.Rows.Values.Select(r => r.Value.CheckIns.Count()));
        Assert.Equal(
            [ReviewState.Accepted, ReviewState.Open], _world.Reviews.Rows.Values.Select(r => r.Value.State));
    }

    [Fact]
    public async Task Only_the_rater_of_record_decides_once_is_enough_and_the_trail_is_kept()
    {
        await MockedAsync(1);
        await _world.Sweep.ExecuteAsync(default);

        Refused.Is(RefusalCodes.NotTheRater, await TryDecideAsync(ReviewState.Rejected, "peg-0001"));
        await DecideAsync(ReviewState.Rejected);
        _world.Clock.Advance(Duration.FromMinutes(5));
        var again = await DecideAsync(ReviewState.Rejected);
        Assert.Single(again.Trail);

        var other = await DecideAsync(ReviewState.Accepted);
        Assert.Equal([ReviewState.Rejected, ReviewState.Accepted], other.Trail.Select(d => d.Outcome));
        Assert.Equal(ReviewState.Accepted, other.State);
    }

    [Fact]
    public async Task A_decision_marks_the_month_to_be_folded_again()
    {
        await MockedAsync(1);
        await _world.Sweep.ExecuteAsync(default);
        await DecideAsync(ReviewState.Rejected);
        Assert.True(await _world.Dirty.IsMarkedAsync(Some.AgencyId, Some.Person(), Month, default));
    }

    [Fact]
    public async Task A_superior_reads_his_own_reviews_page_by_page()
    {
        for (var i = 0; i < 130; i++)
        {
            var id = $"peg-8{i:D3}";
            _world.Add(Some.Employee(id, i < 120 ? "peg-head" : "peg-0001"));
            await RecordAsync(Some.Claim($"mock-{i:D5}", person: id) with { MockLocation = true, DeviceId = id });
        }

        await _world.Sweep.ExecuteAsync(default);
        var first = (await _world.ReadReviews.ListAsync(
            Some.AgencyId, Some.Person("peg-head"), ReviewState.Open, null, default)).Value;
        var second =
            (await _world.ReadReviews.ListAsync(
                Some.AgencyId, Some.Person("peg-head"), ReviewState.Open, first.Next, default)).Value;
        Assert.Equal((100, 20), (first.Reviews.Count, second.Reviews.Count));
        Assert.Null(second.Next);
        Assert.Equal(120, first.Reviews.Concat(second.Reviews).Select(r => r.EmployeeId).Distinct().Count());
    }

    // Kab. Cirebon, January 2026.
    [Fact]
    public async Task People_at_one_centimetre_are_asked_about_with_words_in_both_languages()
    {
        var point = Position.Parse(-6.2300001, 106.8160003, 5).Value;
        for (var i = 1; i <= 5; i++)
        {
            _world.Add(Some.Employee($"peg-7{i:D3}"));
            await RecordAsync(
                Some.Claim($"same-{i:D5}", person: $"peg-7{i:D3}") with { Position = point, DeviceId = null });
        }

        await _world.Sweep.ExecuteAsync(default);

        Assert.Equal(5, _world.Reviews.Rows.Count);
        var words = ReviewResponse.Of(_world.Reviews.Rows.Values.First().Value).Evidence[0];
        Assert.StartsWith("5 people", words.En, StringComparison.Ordinal);
        Assert.StartsWith("5 orang", words.Id, StringComparison.Ordinal);
        Assert.All(_world.Reviews.Rows.Values, r => Assert.Equal(SignalKind.SharedCoordinates, r.Value.Signal));
    }

    private Task MockedAsync(int number) => RecordAsync(
        Some.Claim($"mock-{number:D5}", Some.Morning - Duration.FromHours(number))
            with
        { SentAt = _world.Clock.Now(), MockLocation = true });

    private async Task RecordAsync(SubmittedCheckIn claim) =>
        Assert.Null((await _world.RecordCheckIn.ExecuteAsync(Some.Actor, claim, default)).Refusal);

    private async Task<AttendanceDay> DayAsync(string person) =>
        AttendanceRules.Fold(
            Some.Timeline(Employment.Always(Some.Employee(person))),
            Month,
            DayFacts.Of(
                await _world.CheckIns.ListAsync(Some.AgencyId, Month.ToDateInterval(), Some.Person(person), default)),
            MonthRules.Shipped,
            Some.At("2026-04-01T00:00:00Z")).Days[3];

    private async Task<Review> DecideAsync(ReviewState outcome) => (await TryDecideAsync(outcome, "peg-head")).Value;

    private Task<Result<Review>> TryDecideAsync(ReviewState outcome, string by) => _world.DecideReview.ExecuteAsync(
        Some.Actor,
        _world.Reviews.Rows.Values.First().Value.Id,
        new ReviewVerdict(Some.Person(by), outcome, "Sudah ditanyakan."),
        default);
}
