using System.Globalization;
using System.Text.RegularExpressions;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Runs;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Tests.Tables;

/// <summary>Stored rows hold these keys: a change makes what is stored unfindable.</summary>
public sealed class TableKeysTests
{
    [Fact]
    public void Keys_are_pinned()
    {
        Assert.Equal("menpanrb_2026-Q1", TableKeys.Period(Some.AgencyId, Some.Quarter));
        Assert.Equal("menpanrb_2026-Q1_r1", TableKeys.Run(Some.Run()));
        Assert.Equal("menpanrb_202602_0017", TableKeys.Bucket(Some.AgencyId, new YearMonth(2026, 2), 17));
        Assert.Equal(
            "menpanrb_202602_0017", TableKeys.Bucket(new MonthBucket(Some.AgencyId, new YearMonth(2026, 2), 17, 20)));
        Assert.Equal("202602", TableKeys.Month(new YearMonth(2026, 2)));
        Assert.Equal("menpanrb_0017", TableKeys.Bucket(Some.AgencyId, 17));
        Assert.Equal("at_202602_", TableKeys.CheckInMonth(new YearMonth(2026, 2)));
        Assert.Equal("at_202602_peg-0001_", TableKeys.CheckInMonth(new YearMonth(2026, 2), Some.Person()));
        Assert.Equal("id_peg-0001_checkin-0001", TableKeys.CheckInId(Some.Person(), Some.Client()));
        Assert.Equal("at_202602_peg-0001_00017701650000000000_in", TableKeys.CheckIn(Some.Claim()));
        Assert.Equal(
            "at_202603_peg-0001_00017701650000000000_in", TableKeys.CheckIn(new YearMonth(2026, 3), Some.Claim()));
        Assert.Equal("r1_gathered_00007", TableKeys.Shard(Some.Run(), RunState.Gathered, 7));
        Assert.Equal("r1_evaluated_", TableKeys.ShardPrefix(Some.Run(), RunState.Evaluated));
        Assert.Equal("page_00012", TableKeys.Page(12));
        Assert.Equal("current_kantor-pusat", TableKeys.FenceCurrent("kantor-pusat"));
        Assert.Equal("working-time_2026-01-01_000003", TableKeys.Policy("working-time", new LocalDate(2026, 1, 1), 3));
        Assert.Equal("area_00ff_012", TableKeys.FenceAreaRows("00ff", 12));
        Assert.Equal("version_kantor-pusat_000003", TableKeys.FenceVersion(Some.FenceId, 3));
        Assert.Equal("of_202602_2f73_peg-0001_", TableKeys.ReviewsOf(new YearMonth(2026, 2), Some.Person()));
        Assert.Equal("for_peg-head_open_", TableKeys.ReviewsFor(Some.Person("peg-head"), ReviewState.Open));
    }

    [Theory]
    [InlineData("peg-0001", "2f73_peg-0001")]
    [InlineData("peg-head", "cc8f_peg-head")]
    [InlineData("m000", "0a2a_m000")]
    public void A_persons_key_is_pinned(string person, string key) =>
        Assert.Equal(key, TableKeys.Person(Some.Person(person)));

    [Theory]
    [InlineData("2026-01-31T15:59:59Z", 1)]
    [InlineData("2026-01-31T16:00:00Z", 2)]
    public void A_check_in_stands_in_the_month_of_its_capture_by_the_middle_clock(string capturedAt, int month) =>
        Assert.Equal(
            new YearMonth(2026, month), TableKeys.CaptureMonth(InstantPattern.General.Parse(capturedAt).Value));

    [Fact]
    public void Filters_are_pinned()
    {
        Assert.Equal("PartitionKey eq 'menpanrb'", TableRange.Partition("menpanrb"));
        Assert.Equal(
            "PartitionKey eq 'menpanrb' and RowKey ge 'page_' and RowKey lt 'page`'",
            TableRange.Prefix("menpanrb", "page_"));
        Assert.Equal("PartitionKey ge 'menpanrb_' and PartitionKey lt 'menpanrb`'", TableRange.Partitions("menpanrb_"));
        Assert.Equal(
            "PartitionKey eq 'menpanrb' and RowKey ge '0000' and RowKey lt '4000'",
            TableRange.People("menpanrb", HashRange.Slice(0, 4)));
        Assert.Equal(
            "PartitionKey eq 'menpanrb' and RowKey ge 'c000' and RowKey lt 'g'",
            TableRange.People("menpanrb", HashRange.Slice(3, 4)));
    }

    [Fact]
    public void A_slices_filter_holds_exactly_the_slices_people() => Always.HoldsFor(random =>
    {
        var count = random.Next(1, 2000);
        var range = HashRange.Slice(random.Next(count), count);
        var (from, to) = Bounds(TableRange.People("p", range));
        var (late, end) = Bounds(TableRange.People("p", range, TableKeys.LateRatings));
        for (var n = 0; n < 200; n++)
        {
            var person = new Any(random).Person();
            Assert.Equal(range.Contains(person), IsWithin(TableKeys.Person(person), from, to));
            Assert.Equal(
                range.Contains(person), IsWithin(TableKeys.LateRatings + TableKeys.Person(person), late, end));
        }
    });

    [Fact]
    public void A_prefix_filter_holds_exactly_what_begins_so() => Always.HoldsFor(random =>
    {
        var any = new Any(random);
        var (mine, other) = (
            any.Person(),
            random.Next(2) == 0 ? any.Person() : Some.Person("p" + random.Next(1000, 9999)));
        var month = new YearMonth(2026, random.Next(1, 13));
        var (from, to) = Bounds(TableRange.Prefix("p", TableKeys.CheckInMonth(month, mine)));
        const string Place = "00017701650000000000_in";
        Assert.True(IsWithin($"{TableKeys.CheckInMonth(month, mine)}{Place}", from, to));
        Assert.Equal(mine == other, IsWithin($"{TableKeys.CheckInMonth(month, other)}{Place}", from, to));
        var longer = mine.ToString().Length < 40 ? Some.Person($"{mine}-") : Some.Person("longer");
        Assert.False(IsWithin($"{TableKeys.CheckInMonth(month, longer)}{Place}", from, to));
    });

    /// <summary>Text of a key cannot leave its filter: a quote is doubled.</summary>
    [Fact]
    public void A_quote_in_a_value_stays_a_value() =>
        Assert.Equal("PartitionKey eq 'a'' or 1 eq 1'", TableRange.Partition("a' or 1 eq 1"));

    private static bool IsWithin(string key, string from, string to) =>
        string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, to) < 0;

    private static (string From, string To) Bounds(string filter)
    {
        var match = Regex.Match(filter, "RowKey ge '([^']*)' and RowKey lt '([^']*)'$");
        Assert.True(match.Success, string.Create(CultureInfo.InvariantCulture, $"No bounds in {filter}"));
        return (match.Groups[1].Value, match.Groups[2].Value);
    }
}
