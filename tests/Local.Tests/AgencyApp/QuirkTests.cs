using Kinerja.AgencyApp;

namespace Kinerja.Local.Tests.AgencyApp;

/// <summary>What goes wrong in the field goes wrong here too, about as often.</summary>
public sealed class QuirkTests
{
    private static double Share(Func<SentCheckIn, bool> which) =>
        (double)Sample.FirstSent.Count(which) / Sample.FirstSent.Count;

    [Fact]
    public void A_check_in_id_names_the_person_the_day_and_the_kind_or_is_made_of_the_apps_own_words() =>
        Assert.All(Sample.CheckIns, c => Assert.Matches(
            c.Agency.HasAppOfItsOwn ? "^[0-9a-f]{32}$" : $"^{c.Person}-2026[0-9]{{4}}-(in|out)$", c.Id));

    [Fact]
    public void One_id_is_always_one_content_apart_from_the_time_of_sending() =>
        Assert.All(Sample.CheckIns.GroupBy(c => c.Id), same => Assert.Single(same
            .Select(c => c.Json.GetRawText().Replace(
                c.Json.GetProperty("sentAt").GetRawText(), "", StringComparison.Ordinal))
            .Distinct()));

    [Fact]
    public void Some_requests_are_sent_again_with_the_same_body_and_some_with_a_new_time()
    {
        var again = Sample.CheckIns.Where(c => !c.Batched).GroupBy(c => c.Id).Where(same => same.Count() > 1).ToList();
        Assert.InRange(again.Count, 0.02 * Sample.FirstSent.Count, 0.04 * Sample.FirstSent.Count);
        Assert.Contains(again, same => same.Select(c => c.SentAt).Distinct().Count() == 1);
        Assert.Contains(again, same => same.Select(c => c.SentAt).Distinct().Count() == 2);
    }

    [Fact]
    public void Some_check_ins_come_in_a_batch_up_to_four_days_late()
    {
        var late = Sample.FirstSent.Where(c => c.Batched).Select(c => (c.SentAt.Date - c.CapturedAt.Date).Days)
            .ToList();
        Assert.InRange(late.Count, 0.02 * Sample.FirstSent.Count, 0.06 * Sample.FirstSent.Count);
        Assert.Equal([1, 2, 3, 4], late.Distinct().Order());
    }

    [Fact]
    public void Some_batches_are_sent_twice() =>
        Assert.Contains(Sample.CheckIns.Where(c => c.Batched).GroupBy(c => c.Id), same => same.Count() == 2);

    [Fact]
    public void Right_clocks_tell_the_time_of_the_moment_and_capture_before_they_send() =>
        Assert.All(Sample.FirstSent.Where(c => !HasWrongClock(c)), c =>
        {
            Assert.Equal(c.At, c.SentAt);
            Assert.True(c.CapturedAt < c.SentAt);
        });

    [Fact]
    public void One_clock_is_forty_minutes_wrong_for_two_weeks()
    {
        var wrong = Sample.FirstSent.Where(c => c.SentAt - c.At == TimeSpan.FromMinutes(40)).ToList();
        Assert.Single(wrong.Select(c => c.Person).Distinct());
        Assert.InRange(wrong.Count, 15, 20);
        Assert.All(wrong, c => Assert.True(HasWrongClock(c)));
    }

    [Fact]
    public void One_phone_mocks_its_location_every_day()
    {
        var mocked = Sample.FirstSent.Where(
            c => c.Json.TryGetProperty("mockLocation", out var mock) && mock.GetBoolean());
        var person = Assert.Single(mocked.Select(c => c.Person).Distinct());
        Assert.Equal(Sample.FirstSent.Count(c => c.Person == person), mocked.Count());
    }

    [Fact]
    public void Some_fixes_are_poor_and_the_others_good()
    {
        Assert.InRange(Share(c => c.Accuracy is >= 80 and <= 300), 0.01, 0.03);
        Assert.All(Sample.FirstSent.Where(c => c.Accuracy is < 80), c => Assert.InRange(c.Accuracy!.Value, 5, 20));
    }

    [Fact]
    public void Some_check_ins_have_no_position() => Assert.InRange(Share(c => c.Point is null), 0.0005, 0.008);

    [Fact]
    public void Some_fixes_lie_in_no_fence() =>
        Assert.InRange(
            Share(c => c.Accuracy < 80 && !c.Agency.Fences.Any(f => f.Contains(c.Point!.Value))), 0.005, 0.025);

    [Fact]
    public void Now_and_then_somebody_stands_in_the_courtyard() =>
        Assert.InRange(Share(c => c.Point is { } point && InHole(c.Agency.Fences, point)), 0.0005, 0.01);

    [Fact]
    public void Some_come_late_and_a_few_very_late()
    {
        var late = Sample.FirstSent.Where(c => c.Kind == "in" && !HasWrongClock(c))
            .Select(c => (c.CapturedAt.TimeOfDay - StartOn(c)).TotalMinutes).ToList();
        Assert.InRange(late.Count(m => m is >= 1 and < 30), 0.04 * late.Count, 0.08 * late.Count);
        Assert.InRange(late.Count(m => m >= 60), 0.002 * late.Count, 0.015 * late.Count);
    }

    [Fact]
    public void Some_days_have_no_record_and_some_no_check_out()
    {
        var days = Sample.Quarter.Days.Count(d => WorkDays.IsWorked(d) && WorkDays.IsInQuarter(d)) * 120;
        var ins = Sample.FirstSent.Count(c => c.Kind == "in");
        var outs = Sample.FirstSent.Count - ins;
        Assert.InRange(days - ins, 0.02 * days, 0.05 * days);
        Assert.InRange(ins - outs, 0.005 * ins, 0.02 * ins);
    }

    [Fact]
    public void Some_feedback_is_sent_twice_with_the_same_body()
    {
        var notes = Sample.Requests.Where(r => r.Kind == RequestKind.Feedback).Select(r => r.Json).ToList();
        Assert.InRange(notes.Count - notes.Distinct().Count(), 1, 30);
        Assert.Equal(
            notes.Distinct().Count(),
            notes.Select(n => n[..n.IndexOf(',', StringComparison.Ordinal)]).Distinct().Count());
    }

    private static bool HasWrongClock(SentCheckIn checkIn) =>
        checkIn.Owner.Phone.WrongClockFrom <= DateOnly.FromDateTime(checkIn.CapturedAt.DateTime)
        && DateOnly.FromDateTime(checkIn.CapturedAt.DateTime) <= checkIn.Owner.Phone.WrongClockTo;

    private static TimeSpan StartOn(SentCheckIn checkIn) =>
        WorkDays.HoursOn(DateOnly.FromDateTime(checkIn.CapturedAt.DateTime)).Start.ToTimeSpan();

    private static bool InHole(IEnumerable<SampleFence> fences, MapPoint point) => fences
        .Where(f => f.Polygons[0].Count > 1)
        .Any(f => (f with { Polygons = [[f.Polygons[0][1]]] }).Contains(point));
}
