using Kinerja.AgencyApp;

namespace Kinerja.Local.Tests.AgencyApp;

public sealed class SampleQuarterTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes() =>
        Assert.Equal(Text(Sample.Quarter), Text(SampleQuarter.Create(2026)));

    [Fact]
    public void Another_seed_gives_other_people_and_other_days()
    {
        var other = SampleQuarter.Create(2027);
        Assert.Empty(People(other).Intersect(People(Sample.Quarter)));
        Assert.NotEqual(Text(Sample.Quarter), Text(other));
    }

    [Fact]
    public void Chance_is_the_same_on_every_machine_and_runtime()
    {
        var dice = new Dice(2026, "a", "b");
        Assert.Equal(
            [840024, 847048, 228306, 261088, 761974], Enumerable.Range(0, 5).Select(_ => dice.Between(0, 999_999)));
    }

    [Fact]
    public void A_day_is_the_same_without_the_days_before_it()
    {
        var day = new DateOnly(2026, 3, 11);
        var alone = SampleQuarter.Create().MomentsOf(day).SelectMany(m => m.Requests).ToList();
        var first = Sample.Moments.ToList().FindIndex(m => m.Requests.Contains(alone[0]));
        var among = Sample.Moments.Skip(first).SelectMany(m => m.Requests).Take(alone.Count);
        Assert.Equal(alone, among);
    }

    [Fact]
    public void Moments_are_whole_minutes_and_ascend_without_a_repetition()
    {
        Assert.All(Sample.Moments, m => Assert.Equal(0, m.At.UtcTicks % TimeSpan.TicksPerMinute));
        Assert.All(Sample.Moments.Zip(Sample.Moments.Skip(1)), pair => Assert.True(pair.First.At < pair.Second.At));
    }

    [Fact]
    public void The_quarter_has_about_the_size_that_was_asked_for()
    {
        Assert.Equal([56, 64], Sample.Quarter.Agencies.Select(a => a.People.Count));
        Assert.InRange(Sample.CheckIns.Count, 12_500, 14_500);
        Assert.InRange(Sample.Moments.Count, 1_000, 4_500);
        Assert.InRange(Sample.Quarter.FeedbackCount, 300, 480);
        Assert.InRange(Sample.Quarter.RatingCount, 116, 120);
    }

    [Fact]
    public void The_counts_are_those_of_the_requests()
    {
        Assert.Equal(Sample.Quarter.FeedbackCount, Sample.Requests.Count(r => r.Kind == RequestKind.Feedback));
        Assert.Equal(Sample.Quarter.RatingCount, Sample.Requests.Count(r => r.Kind == RequestKind.Rating));
    }

    [Fact]
    public void Everything_is_sent_within_the_quarter_and_the_week_after_it()
    {
        Assert.True(Sample.Moments[0].At >= new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(9)));
        Assert.True(Sample.Moments[^1].At < new DateTimeOffset(2026, 4, 8, 0, 0, 0, TimeSpan.FromHours(9)));
    }

    [Fact]
    public void People_have_ids_units_and_raters_of_their_own_agency()
    {
        Assert.All(Sample.Quarter.Agencies, agency =>
        {
            var ids = agency.People.Select(p => p.Id).ToHashSet();
            Assert.Equal(agency.People.Count, ids.Count);
            Assert.All(agency.People, p => Assert.Contains(p.UnitId, agency.Units.Select(u => u.Id)));
            Assert.All(agency.People.Where(p => p.Id != agency.HeadId), p => Assert.Contains(p.RaterId!, ids));
            Assert.Null(agency.People.Single(p => p.Id == agency.HeadId).RaterId);
            Assert.All(agency.Units, u => Assert.Equal(u.Id, agency.People.Single(p => p.Id == u.HeadId).UnitId));
            Assert.Single(agency.Units, u => u.DirectService);
            Assert.Contains(agency.People, p => p.Pppk);
            Assert.Contains(agency.People, p => p.Nip is not null);
        });
    }

    private static IEnumerable<string> People(SampleQuarter quarter) =>
        quarter.Agencies.SelectMany(a => a.People.Select(p => p.Id));

    private static string Text(SampleQuarter quarter) => string.Join('\n', quarter.Setup
        .Concat(quarter.Moments.Take(300).SelectMany(m => m.Requests)).Select(r => $"{r.Method} {r.Path} {r.Json}"));
}
