using System.Text;
using Kinerja.Application.Events;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Runs;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Tests.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using NodaTime;

namespace Kinerja.Application.Tests.Notices;

/// <summary>What the calendar and a run tell: once, to whom it concerns.</summary>
public sealed class TimedNoticesTests
{
    [Fact]
    public async Task Everybody_of_a_run_learns_that_the_own_result_can_be_read()
    {
        var world = await RatedWorld.PublishedAsync();
        var told = world.Inboxes.Rows.Values.Select(item => item.Notice)
            .Where(notice => notice.Code == NoticeCode.ResultPublished && notice.About.Period == RatedWorld.Period);
        Assert.Equal(
            world.Workforce.Employees.Keys.Select(key => key.Item2).Order(),
            told.Select(notice => notice.EmployeeId).Order());
    }

    [Fact]
    public async Task Once_the_period_is_published_nobody_is_asked_for_its_ratings()
    {
        var world = new World(Some.At("2026-04-07T00:00:00Z"));
        world.Add(Some.Employee("peg-0002"));
        await world.Rate.RateAsync(Some.Actor, Some.Rating(), null, default);
        await new RemindRaters(
            world.Agencies, world.Missing, world.Periods, world.Inboxes, world.Tell, world.Clock).ExecuteAsync(default);
        var item = Assert.Single(world.Inboxes.Rows.Values, one => one.Notice.Code == NoticeCode.RatingsMissing);
        Assert.Null(item.EndedAt);

        world.Clock.MoveTo(Some.At("2026-04-08T03:00:00Z"));
        await world.Plan.PlanDueAsync(default);
        await world.DrainAsync();

        var run = world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value;
        Assert.NotNull(run.PublishedAt);
        Assert.Equal(run.PublishedAt, EndedAt());

        // A late rating has a second revision published, a day later: what has ended has ended then.
        world.Clock.Advance(Duration.FromDays(1));
        await world.Rate.RateAsync(
            Some.Actor, Some.Rating(person: "peg-0002") with { Reason = "Penilai sakit." }, null, default);
        await world.DrainAsync();
        var second = world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value;
        Assert.Equal((2, true), (second.Revision, second.PublishedAt > run.PublishedAt));
        Assert.Equal(run.PublishedAt, EndedAt());

        Instant? EndedAt() =>
            world.Inboxes.Rows.Values.Single(one => one.Notice.Code == NoticeCode.RatingsMissing).EndedAt;
    }

    [Theory]
    [InlineData("2026-04-01T00:00:00Z", 1)]
    [InlineData("2026-04-04T00:00:00Z", 0)]
    [InlineData("2026-04-07T00:00:00Z", 1)]
    [InlineData("2026-04-08T00:00:00Z", 0)]
    public async Task Raters_learn_who_waits_on_the_first_and_on_the_last_day_of_grace(string now, int told)
    {
        var world = new World(Some.At(now));
        var remind = new RemindRaters(
            world.Agencies, world.Missing, world.Periods, world.Inboxes, world.Tell, world.Clock);
        Assert.Equal(told, await remind.ExecuteAsync(default));
        Assert.Equal(told, await remind.ExecuteAsync(default));

        // Who is not rated learns it once, on the last day; the rater of the other is not rated either.
        var last = now.StartsWith("2026-04-07", StringComparison.Ordinal) ? 1 : 0;
        var (person, rater) = (world.Inboxes.Of(Some.Person()), world.Inboxes.Of(Some.Person("peg-head")));
        Assert.Equal(last, person.Count);
        Assert.All(person, notice => Assert.Equal(
            (NoticeCode.RatingMissing, new LocalDate(2026, 4, 7)), (notice.Code, notice.About.DueOn!.Value)));
        Assert.Equal(last, rater.Count(notice => notice.Code == NoticeCode.RatingMissing));

        var notices = rater.Where(notice => notice.Code != NoticeCode.RatingMissing).ToList();
        Assert.Equal(told, notices.Count);
        Assert.All(notices, notice => Assert.Equal(
            (NoticeCode.RatingsMissing, 1, new LocalDate(2026, 4, 7)),
            (notice.Code, notice.About.Count, notice.About.DueOn!.Value)));
        var office = world.Events.ById.Values.Where(one => one.Type == EventTypes.RatingsMissing).ToList();
        Assert.Equal(told, office.Count);
        Assert.All(office, one => Assert.Contains(
            "\"people\":2,\"missing\":2,\"withoutRater\":1,\"dueOn\":\"2026-04-07\"",
            Encoding.UTF8.GetString(one.Json.Span),
            StringComparison.Ordinal));
    }

    /// <summary>2028 has no calendar and its Ramadan, from 28 January on, no hours.</summary>
    [Theory]
    [InlineData("2027-09-03T01:00:00Z", "calendar 2028-01-01")]
    [InlineData("2027-09-04T01:00:00Z", "")]
    [InlineData("2027-09-30T01:00:00Z", "ramadan 2028-01-28")]
    [InlineData("2027-12-31T01:00:00Z", "calendar 2028-01-01")]
    [InlineData("2028-01-01T01:00:00Z", "calendar 2028-01-01")]
    [InlineData("2028-01-14T01:00:00Z", "ramadan 2028-01-28")]
    [InlineData("2028-01-02T01:00:00Z", "")]
    public async Task The_office_learns_what_lacks_in_the_calendar_on_its_days_and_once(string now, string told)
    {
        var world = new World(Some.At(now));
        var tell = new TellTimeGaps(world.Agencies, world.AgencyDirectory, world.Tell, world.Clock);
        var count = told.Length > 0 ? 1 : 0;
        Assert.Equal(count, await tell.ExecuteAsync(default));
        Assert.Equal(count, await tell.ExecuteAsync(default));
        var events = world.Events.ById.Values.Where(one => one.Type == EventTypes.TimeMissing).ToList();
        Assert.Equal(count, events.Count);
        Assert.All(events, one => Assert.Contains(
            $"\"what\":\"{told.Split(' ')[0]}\",\"from\":\"{told.Split(' ')[1]}\"",
            Encoding.UTF8.GetString(one.Json.Span),
            StringComparison.Ordinal));
    }

    /// <summary>Over a day each window that the draw has is told once, and none before it opens.</summary>
    [Fact]
    public async Task A_spot_check_is_told_when_it_opens_and_once()
    {
        var world = new World(Some.At("2026-02-03T15:00:00Z"));
        await world.Policies.AddAsync(
            Some.AgencyId,
            CompleteDocument.Of(PolicyKinds.CheckIn, """{"spotChecks":{"chancePercent":100}}"""),
            default);
        var tell = new AnnounceSpotChecks(
            world.Agencies, world.Workforce, world.AgencyDirectory, SpotCheckSalt.From("garam yang rahasia"),
            world.Tell, world.Clock);
        for (var minute = 0; minute < 24 * 60; minute += 5)
        {
            await tell.ExecuteAsync(default);
            Assert.All(world.Inboxes.Rows.Values, item => Assert.True(item.Notice.At <= world.Clock.Now()));
            world.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        var asked = await world.ReadSpotChecks.ExecuteAsync(
            Some.AgencyId, Some.Person(), new LocalDate(2026, 2, 4), default);
        Assert.NotEmpty(asked.Value);
        Assert.Equal(
            asked.Value.Select(one => (one.Window.Opens, (Instant?)one.Window.Closes)),
            world.Inboxes.Of(Some.Person()).Reverse().Select(notice => (notice.At, notice.About.Until)));
    }
}
