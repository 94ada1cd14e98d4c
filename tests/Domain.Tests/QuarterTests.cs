using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Kinerja.Domain.Tests;

public sealed class QuarterTests
{
    private static readonly Gen<Quarter> AnyQuarter =
        from year in Gen.Choose(2001, 2999) from number in Gen.Choose(1, 4) select new Quarter(year, number);

    [Theory]
    [InlineData("2026-Q1", 2026, 1, "2026-01-01", "2026-04-01")]
    [InlineData("2026-Q2", 2026, 2, "2026-04-01", "2026-07-01")]
    [InlineData("2026-Q3", 2026, 3, "2026-07-01", "2026-10-01")]
    [InlineData("2026-Q4", 2026, 4, "2026-10-01", "2027-01-01")]
    [InlineData("2000-Q1", 2000, 1, "2000-01-01", "2000-04-01")]
    public void A_quarter_runs_from_its_first_day_to_before_its_end_day(
        string text, int year, int number, string first, string end)
    {
        var quarter = Quarter.Parse(text).Value;
        Assert.Equal(new Quarter(year, number), quarter);
        Assert.Equal(first, Iso(quarter.FirstDay));
        Assert.Equal(end, Iso(quarter.EndDay));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-Q0")]
    [InlineData("2026-Q5")]
    [InlineData("2026-q1")]
    [InlineData("2026Q1")]
    [InlineData("26-Q1")]
    [InlineData("1999-Q4")]
    [InlineData("3000-Q1")]
    [InlineData("+026-Q1")]
    [InlineData("2 26-Q1")]
    [InlineData("2026-Q1 ")]
    [InlineData("٢٠٢٦-Q1")]
    public void Other_texts_are_refused_with_their_place(string? text)
    {
        var refusal = Quarter.Parse(text, "/period").Refusal;
        Assert.Equal("/period", Assert.Single(refusal!.Faults).Pointer);
    }

    [Theory]
    [InlineData(1999, 4)]
    [InlineData(3000, 1)]
    [InlineData(2026, 0)]
    [InlineData(2026, 5)]
    public void A_quarter_that_does_not_exist_is_a_bug(int year, int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quarter(year, number));

    [Fact]
    public void Text_and_quarter_go_round() =>
        Always.Holds(AnyQuarter, q => Assert.Equal(q, Quarter.Parse(q.ToString()).Value));

    [Fact]
    public void The_previous_quarter_ends_where_this_one_begins() =>
        Always.Holds(AnyQuarter, q =>
        {
            Assert.Equal(q.FirstDay, q.Previous.EndDay);
            Assert.True(q.Previous.CompareTo(q) < 0);
        });

    [Fact]
    public void Every_day_of_2026_belongs_to_the_quarter_that_holds_it()
    {
        for (var day = new LocalDate(2026, 1, 1); day.Year == 2026; day = day.PlusDays(1))
        {
            var quarter = Quarter.Of(day);
            Assert.True(quarter.FirstDay <= day && day < quarter.EndDay, $"{day} in {quarter}");
        }
    }

    [Fact]
    public void A_quarter_has_its_three_months() =>
        Assert.Equal([new YearMonth(2026, 4), new YearMonth(2026, 5), new YearMonth(2026, 6)], Some.Quarter.Months);

    [Fact]
    public void The_same_instant_lies_in_two_quarters_in_two_zones()
    {
        var instant = Some.At("2026-03-31T15:30:00Z"); // 22:30 WIB on 31 March, 00:30 WIT on 1 April
        Assert.Equal(new Quarter(2026, 1), Quarter.Of(instant, Some.Wib));
        Assert.Equal(new Quarter(2026, 2), Quarter.Of(instant, Some.Wit));
    }

    [Fact]
    public void A_quarter_ends_two_hours_earlier_in_Jayapura_than_in_Jakarta() =>
        Assert.Equal(Duration.FromHours(2), Some.Quarter.EndIn(Some.Wib) - Some.Quarter.EndIn(Some.Wit));

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
