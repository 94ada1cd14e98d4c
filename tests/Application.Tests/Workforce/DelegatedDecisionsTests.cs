using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;

namespace Kinerja.Application.Tests.Workforce;

/// <summary>
/// What waits for a rater waits for the delegate too, on the days of the delegation: February here.
/// </summary>
public sealed class DelegatedDecisionsTests
{
    private static readonly LocalDate Day = new(2026, 2, 4);
    private static readonly EmployeeId Head = Some.Person("peg-head"), Deputy = Some.Person("peg-wakil");

    private readonly World _world = new();

    public DelegatedDecisionsTests()
    {
        _world.Add(Some.Employee("peg-wakil", null), Some.Employee("peg-0002"), Some.Employee("peg-lain", null));
        _world.DelegateRating.PutAsync(Some.Actor, Some.Delegation("peg-wakil"), null, default)
            .GetAwaiter().GetResult();
    }

    [Theory]
    [InlineData("peg-head", 0, 2)]
    [InlineData("peg-wakil", 0, 2)]
    [InlineData("peg-wakil", 30, 0)]
    [InlineData("peg-lain", 0, 0)]
    public async Task Corrections_and_reviews_wait_for_the_rater_and_for_a_delegate_of_the_day(
        string who, int days, int waiting)
    {
        foreach (var person in new[] { "peg-0001", "peg-0002" })
        {
            Assert.Null((await AskAsync(person)).Refusal);
            await OpenAsync(person);
        }

        _world.Clock.Advance(Duration.FromDays(days));
        var corrections = await _world.ReadCorrections.InboxAsync(
            Some.AgencyId, Some.Person(who), null, 100, default);
        var reviews = await _world.ReadReviews.ListAsync(
            Some.AgencyId, Some.Person(who), ReviewState.Open, null, default);

        Assert.Equal(waiting, corrections.Value.Items.Count);
        Assert.Equal(waiting, reviews.Value.Reviews.Count);
        Assert.Equal(
            reviews.Value.Reviews.OrderBy(r => r.Id.ToString(), StringComparer.Ordinal), reviews.Value.Reviews);
    }

    [Theory]
    [InlineData("peg-wakil", 0, null)]
    [InlineData("peg-wakil", 30, RefusalCodes.NotTheRater)]
    [InlineData("peg-lain", 0, RefusalCodes.NotTheRater)]
    public async Task A_delegate_decides_corrections_and_reviews_within_the_span(string who, int days, string? refused)
    {
        await AskAsync("peg-0001");
        var review = await OpenAsync("peg-0001");
        _world.Clock.Advance(Duration.FromDays(days));

        var correction = await _world.DecideCorrection.ExecuteAsync(
            Some.Actor, Some.Person(), Day, Some.Client("koreksi-0001"), new(Some.Person(who), true, "Benar."),
            default);
        var decided = await _world.DecideReview.ExecuteAsync(
            Some.Actor, review, new ReviewVerdict(Some.Person(who), ReviewState.Accepted, "Benar."), default);

        Assert.Equal((refused, refused), (correction.Refusal?.Code, decided.Refusal?.Code));
    }

    /// <summary>The delegate's own correction stays with the rater, and nobody judges who judges him.</summary>
    [Theory]
    [InlineData("peg-wakil", "peg-head")]
    [InlineData("peg-0002", "peg-0002")]
    public async Task A_delegate_has_neither_the_own_matter_nor_that_of_the_own_rater(
        string person, string deputysRater)
    {
        _world.Add(Some.Employee("peg-wakil", deputysRater));
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
        await AskAsync(person);
        await OpenAsync(person);

        var corrections = await _world.ReadCorrections.InboxAsync(Some.AgencyId, Deputy, null, 100, default);
        var reviews = await _world.ReadReviews.ListAsync(Some.AgencyId, Deputy, ReviewState.Open, null, default);
        var decided = await _world.DecideCorrection.ExecuteAsync(
            Some.Actor, Some.Person(person), Day, Some.Client("koreksi-0001"), new(Deputy, true, "Benar."), default);

        Assert.Empty(corrections.Value.Items);
        Assert.Empty(reviews.Value.Reviews);
        Refused.Is(RefusalCodes.NotTheRater, decided);
        Assert.Single((await _world.ReadCorrections.InboxAsync(Some.AgencyId, Head, null, 100, default)).Value.Items);
    }

    private Task<Result<RecordedCorrection>> AskAsync(string person) => _world.RequestCorrection.ExecuteAsync(
        Some.Actor,
        new CorrectionCommand(
            Some.Client("koreksi-0001"), Some.AgencyId, Some.Person(person), Day, CorrectionKind.Arrival,
            new LocalTime(7, 0), "Ponsel rusak.", null, Some.Person(person)),
        default);

    private async Task<ReviewId> OpenAsync(string person)
    {
        var seen = new Evidence(
            Some.Person(person), SignalKind.RepeatedOpenDays, Day, [], new SignalFigures { Days = 1 });
        var review = ReviewRules.Open(
            Some.AgencyId, Some.Employee(person, "peg-head"), Day.ToYearMonth(), [seen], [], "1", Some.Morning)!;
        await _world.Reviews.PutAsync(review, null, [], default);
        return review.Id;
    }
}
