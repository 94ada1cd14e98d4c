using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Tests.Presence.Attendance;

/// <summary>Eight people checked in far from every office on the working days of January and on 2 February.</summary>
public sealed class RulingQueueTests : IAsyncLifetime
{
    private const int People = 8;

    private static readonly Position Far = Position.Parse(-7.8, 110.36, 10).Value;
    private static readonly LocalDate Monday = new(2026, 1, 5), Last = new(2026, 2, 2);

    private readonly World _world = new(Some.At("2026-01-05T00:30:00Z"));
    private readonly SortedSet<string> _open = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        _world.Add([.. Enumerable.Range(1, People).Select(i => Some.Employee($"peg-000{i}"))]);
        for (var date = Monday; date <= Last; date = date.PlusDays(date.DayOfWeek == IsoDayOfWeek.Friday ? 3 : 1))
        {
            var at = date.At(new LocalTime(7, 30)).InZoneStrictly(Some.Wib).ToInstant();
            _world.Clock.MoveTo(at);
            for (var i = 1; i <= People; i++)
            {
                var claim = Some.Claim($"rekam-{date:MMdd}-{i}", at, $"peg-000{i}") with { Position = Far };
                Assert.Null((await _world.RecordCheckIn.ExecuteAsync(Some.Actor, claim, default)).Refusal);
                if (date != new LocalDate(2026, 1, 16))
                {
                    _open.Add($"{LocalDatePattern.Iso.Format(date)}_peg-000{i}");
                }
            }
        }

        _world.Clock.MoveTo(Some.At("2026-02-04T00:30:00Z"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Pages_hold_every_open_day_once_oldest_first_and_read_no_month_beyond_them()
    {
        var (seen, reads, after) = (new List<string>(), new List<int>(), (string?)null);
        do
        {
            _world.CheckIns.PersonReads.Clear();
            var page = (await QueueAsync(after)).Value;
            seen.AddRange(page.Items.Select(
                day => $"{LocalDatePattern.Iso.Format(day.Day.Date)}_{day.Below.Person.Id}"));
            Assert.All(page.Items, day => Assert.Single(day.CheckIns));
            reads.Add(MonthsRead());
            after = page.Next;
        }
        while (after is not null);

        // 16 January is a holiday; on the others all eight wait for the superior.
        Assert.Equal(_open, seen);
        Assert.Equal(160, seen.Count);
        // The first page is full within January; the second begins there and ends in February.
        Assert.Equal([1, 2], reads);
    }

    [Theory]
    [InlineData("2026-02-01_zzz", 8, 1)]
    [InlineData("2026-02-02_peg-0005", 3, 1)]
    [InlineData("2027-01-01_peg-0005", 0, 0)]
    [InlineData("zzz", 0, 2)]
    [InlineData("0", 100, 1)]
    public async Task A_cursor_that_no_page_gave_begins_after_it_and_reads_nothing_before(
        string after, int days, int months)
    {
        _world.CheckIns.PersonReads.Clear();
        Assert.Equal(days, (await QueueAsync(after)).Value.Items.Count);
        Assert.Equal(months, MonthsRead());
    }

    /// <summary>By the last day of each reading: a month is read with days beside it.</summary>
    private int MonthsRead() => _world.CheckIns.PersonReads
        .Select(read => read.Days.Start.PlusDays(read.Days.Length / 2).ToYearMonth()).Distinct().Count();

    private Task<Result<ListPage<QueuedDay>>> QueueAsync(string? after) => _world.ReadRulings.QueueAsync(
        Some.AgencyId,
        new RulingQuery(Some.Person("peg-head"), RulingState.Open, null, null, null, null, null, OverdueOnly: false),
        after,
        default);
}
