using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Kinerja.Domain.Tests;

public sealed class AppraisalPeriodTests
{
    private static readonly Gen<AppraisalPeriod> AnyPeriod =
        from year in Gen.Choose(2001, 2999)
        from number in Gen.Choose(0, 16)
        select number == 0 ? AppraisalPeriod.OfYear(year)
            : number <= 4 ? new Quarter(year, number)
            : AppraisalPeriod.OfMonth(new YearMonth(year, number - 4));

    [Theory]
    [InlineData("2026-Q1", PeriodKind.Quarter, "2026-01-01", "2026-04-01", 3)]
    [InlineData("2026-Q4", PeriodKind.Quarter, "2026-10-01", "2027-01-01", 3)]
    [InlineData("2026", PeriodKind.Year, "2026-01-01", "2027-01-01", 12)]
    [InlineData("2999", PeriodKind.Year, "2999-01-01", "3000-01-01", 12)]
    [InlineData("2026-01", PeriodKind.Month, "2026-01-01", "2026-02-01", 1)]
    [InlineData("2028-02", PeriodKind.Month, "2028-02-01", "2028-03-01", 1)]
    [InlineData("2026-12", PeriodKind.Month, "2026-12-01", "2027-01-01", 1)]
    public void A_period_is_a_month_a_quarter_or_a_year(
        string text, PeriodKind kind, string first, string end, int months)
    {
        var period = AppraisalPeriod.Parse(text).Value;
        Assert.Equal(kind, period.Kind);
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
    [InlineData("2026-00")]
    [InlineData("2026-13")]
    [InlineData("2026-3 ")]
    [InlineData("2026/03")]
    [InlineData("1999-12")]
    [InlineData("2026-003")]
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
            Assert.Equal((p.FirstDay, p.Kind), (p.Previous.EndDay, p.Previous.Kind));
            Assert.True(p.Previous.CompareTo(p) < 0);
            Assert.Equal(p, p.Previous.Next);
        });

    [Fact]
    public void Parts_are_of_the_next_shorter_kind_and_make_the_whole() =>
        Always.Holds(AnyPeriod, p =>
        {
            if (p.Kind == PeriodKind.Month)
            {
                Assert.Empty(p.Parts);
                return;
            }

            Assert.Equal((p.FirstDay, p.EndDay), (p.Parts[0].FirstDay, p.Parts[^1].EndDay));
            Assert.All(p.Parts.Skip(1).Zip(p.Parts), pair => Assert.Equal(pair.First, pair.Second.Next));
            Assert.All(p.Parts, part => Assert.Equal(p.Kind - 1, part.Kind));
            Assert.All(p.Parts, part => Assert.True(part.CompareTo(p) < 0));
        });

    [Fact]
    public void A_months_quarter_is_the_one_in_which_it_lies() =>
        Always.Holds(AnyPeriod, p => Assert.All(p.Months, month => Assert.Contains(
            AppraisalPeriod.OfMonth(month).Quarters.Single(), p.Quarters)));

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
