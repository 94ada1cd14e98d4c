using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Reports;
using NodaTime;

namespace Kinerja.Domain.Tests.Reports;

public sealed class ReportTests
{
    private static readonly LocalDate Monday = new(2026, 4, 6);

    [Fact]
    public void Office_and_flexible_days_stand_side_by_side_as_a_slow_count_finds_them() => Always.HoldsFor(random =>
    {
        var people = Enumerable.Range(0, random.Next(1, 40))
            .Select(_ => (Unit: Unit(random.Next(6)), Days: AnyDays(random))).ToList();
        var report = new FlexibleReport();
        people.ForEach(p => report.Add(p.Unit, p.Days));
        var large = people.GroupBy(p => p.Unit).Where(u => u.Count() >= FlexibleReport.LeastPeople).ToList();
        var lines = report.Lines();
        Assert.Equal(
            large.Select(u => u.Key.ToString()).Order(StringComparer.Ordinal),
            lines.Where(l => l.UnitId is not null).Select(l => l.UnitId.ToString()));
        foreach (var line in lines.Where(l => l.UnitId is not null))
        {
            var days = large.Single(u => u.Key == line.UnitId).SelectMany(p => p.Days)
                .Where(d => d.Status == DayStatus.Present).ToList();
            Assert.Equal(Figures(days, WorkMode.Office), line.Office);
            Assert.Equal(Figures(days, WorkMode.Flexible), line.Flexible);
            Assert.Equal(Figures(days, WorkMode.Field), line.Field);
        }

        var rest = people.GroupBy(p => p.Unit).Where(u => u.Count() < FlexibleReport.LeastPeople).Sum(u => u.Count());
        Assert.Equal(
            rest >= FlexibleReport.LeastPeople ? [rest] : [], lines.Where(l => l.UnitId is null).Select(l => l.People));
    });

    [Fact]
    public void Percentages_have_one_decimal_and_nothing_has_none()
    {
        Assert.Equal(66.7m, new ModeFigures(3, 2, 15).OnTimePercent);
        Assert.Null(default(ModeFigures).OnTimePercent);
    }

    [Fact]
    public void A_person_is_one_head_a_day_and_office_however_many_check_ins_there_are()
    {
        var report = new OccupancyReport([Monday]);
        report.Add([In("a-000001", Monday, 7), In("a-000002", Monday, 12), In("a-000003", Monday.PlusDays(1), 7)]);
        report.Add([In("b-000001", Monday, 8)]);
        var line = Assert.Single(report.Lines(new Dictionary<GeofenceId, int?> { [Some.FenceId()] = 8 }));
        Assert.Equal((2, 2.0m, 25.0m), (line.MostPeople, line.AveragePeople, line.AveragePercent));
    }

    /// <summary>"One floor stood empty": an office without a single check-in has its lines, too.</summary>
    [Fact]
    public void An_empty_office_is_told_as_empty()
    {
        var report = new OccupancyReport([Monday, Monday.PlusDays(7), Monday.PlusDays(1)]);
        var lines = report.Lines(
            new Dictionary<GeofenceId, int?> { [Some.FenceId()] = 100, [Some.FenceId("lantai-2")] = null });
        Assert.Equal(4, lines.Count);
        Assert.All(lines, l => Assert.Equal(0, l.MostPeople));
        Assert.Equal([0m, 0m, null, null], lines.Select(l => l.MostPercent));
        Assert.Equal([2, 1, 2, 1], lines.Select(l => l.Days));
    }

    [Fact]
    public void Only_check_ins_inside_an_office_on_a_working_day_count()
    {
        var report = new OccupancyReport([Monday]);
        report.Add([
            In("a-000001", Monday, 7) with { Mode = WorkMode.Flexible },
            Some.CheckIn("a-000002", Monday.At(new LocalTime(7, 0)), placement: Placement.Outside),
            In("a-000003", Monday.PlusDays(5), 7)]);
        Assert.Equal(
            0, Assert.Single(report.Lines(new Dictionary<GeofenceId, int?> { [Some.FenceId()] = 1 })).MostPeople);
    }

    [Fact]
    public void Averages_over_weekdays_are_as_a_slow_count_finds_them() => Always.HoldsFor(random =>
    {
        var days = Enumerable.Range(0, 28).Select(Monday.PlusDays).Where(d => d.DayOfWeek < IsoDayOfWeek.Saturday)
            .ToList();
        var people = Enumerable.Range(0, random.Next(12)).Select(_ => days.Where(_ => random.Next(2) == 0).ToList())
            .ToList();
        var report = new OccupancyReport(days);
        people.ForEach(there => report.Add(there.Select((d, i) => In($"id-{i:D6}", d, 7))));
        foreach (var line in report.Lines(new Dictionary<GeofenceId, int?> { [Some.FenceId()] = 10 }))
        {
            var heads = days.Where(d => d.DayOfWeek == line.Weekday).Select(d => people.Count(p => p.Contains(d)))
                .ToList();
            Assert.Equal(heads.Max(), line.MostPeople);
            Assert.Equal(Math.Round(heads.Sum() / 4m, 1, MidpointRounding.AwayFromZero), line.AveragePeople);
        }
    }, 50);

    private static CheckIn In(string id, LocalDate date, int hour) => Some.CheckIn(id, date.At(new LocalTime(hour, 0)));

    private static UnitId Unit(int number) => UnitId.Parse($"unit-{number}").Value;

    private static ModeFigures Figures(List<AttendanceDay> days, WorkMode mode)
    {
        var own = days.Where(d => d.Mode == mode).ToList();
        return new(own.Count, own.Count(d => d.LateMinutes is null or 0), own.Sum(d => d.LateMinutes ?? 0));
    }

    private static List<AttendanceDay> AnyDays(Random random) =>
    [
        .. Enumerable.Range(0, 20).Select(i => new AttendanceDay(
            Monday.PlusDays(i),
            random.Next(4) == 0 ? DayStatus.NeedsReview : DayStatus.Present,
            random.Next(5) == 0 ? null : (WorkMode)random.Next(3),
            null,
            null,
            null,
            random.Next(3) == 0 ? null : random.Next(3) * 7,
            null,
            0,
            false,
            [],
            "working-time-shipped-2026.1")),
    ];
}
