using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Kinerja.Domain.Tests;

public sealed class AppraisalPeriodTests
{
    private static readonly Gen<AppraisalPeriod> AnyPeriod =
        from year in Gen.Choose(2001, 2999)
        from number in Gen.Choose(0, 4)
        select number == 0 ? AppraisalPeriod.OfYear(year) : new Quarter(year, number);

    [Theory]
    [InlineData("2026-Q1", false, "2026-01-01", "2026-04-01", 3)]
    [InlineData("2026-Q4", false, "2026-10-01", "2027-01-01", 3)]
    [InlineData("2026", true, "2026-01-01", "2027-01-01", 12)]
    [InlineData("2999", true, "2999-01-01", "3000-01-01", 12)]
    public void A_period_is_a_quarter_or_a_year(string text, bool annual, string first, string end, int months)
    {
        var period = AppraisalPeriod.Parse(text).Value;
        Assert.Equal(annual, period.IsAnnual);
        Assert.Equal((first, end), (Iso(period.FirstDay), Iso(period.EndDay)));
        Assert.Equal(period.EndDay.PlusDays(-1), period.LastDay);
        Assert.Equal(months, period.Months.Distinct().Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1999")]
    [InlineData("3000")]
    [InlineData("+026")]
    [InlineData("2 26")]
    [InlineData("2026 ")]
    [InlineData("2026-")]
    [InlineData("2026-Q5")]
    [InlineData("2026-1")]
    [InlineData("٢٠٢٦")]
    public void Other_texts_are_refused_with_their_place(string? text) =>
        Assert.Equal("/period", Assert.Single(AppraisalPeriod.Parse(text).Refusal!.Faults).Pointer);

    [Theory]
    [InlineData(1999)]
    [InlineData(3000)]
    public void A_year_out_of_range_is_a_bug(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AppraisalPeriod.OfYear(year));

    [Fact]
    public void Text_and_period_go_round() =>
        Always.Holds(AnyPeriod, p => Assert.Equal(p, AppraisalPeriod.Parse(p.ToString()).Value));

    [Fact]
    public void A_quarter_as_a_period_is_written_as_before() =>
        Assert.Equal(Some.Quarter.ToString(), ((AppraisalPeriod)Some.Quarter).ToString());

    [Fact]
    public void The_previous_period_is_of_its_kind_and_ends_where_this_one_begins() =>
        Always.Holds(AnyPeriod, p =>
        {
            Assert.Equal((p.FirstDay, p.IsAnnual), (p.Previous.EndDay, p.Previous.IsAnnual));
            Assert.True(p.Previous.CompareTo(p) < 0);
        });

    [Fact]
    public void Quarters_come_in_order_and_the_year_after_its_last()
    {
        var year = AppraisalPeriod.OfYear(2026);
        AppraisalPeriod[] inOrder = [AppraisalPeriod.OfYear(2025), .. year.Quarters, year, new Quarter(2027, 1)];
        Assert.Equal(inOrder, inOrder.Reverse().Order());
    }

    [Fact]
    public void A_year_ends_two_hours_earlier_in_Jayapura_than_in_Jakarta()
    {
        var year = AppraisalPeriod.OfYear(2026);
        Assert.Equal(Duration.FromHours(2), year.EndIn(Some.Wib) - year.EndIn(Some.Wit));
    }

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
