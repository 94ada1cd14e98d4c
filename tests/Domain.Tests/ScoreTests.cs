using FsCheck.Fluent;

namespace Kinerja.Domain.Tests;

public sealed class ScoreTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.01", 1)]
    [InlineData("99.5", 9950)]
    [InlineData("100.100", 10010)]
    [InlineData("120", 12000)]
    public void A_score_from_0_to_120_with_two_decimals_is_taken(string text, int hundredths) =>
        Assert.Equal(hundredths, Score.Parse(Number(text), "/skp").Value.Hundredths);

    [Theory]
    [InlineData("-0.01")]
    [InlineData("120.01")] // PP 30/2019: a result above target counts 120 at most
    [InlineData("99.999")]
    [InlineData("79228162514264337593543950335")]
    public void Any_other_score_is_refused_with_its_place(string text)
    {
        var refusal = Score.Parse(Number(text), "/skp").Refusal;
        Assert.Equal(RefusalKind.Malformed, refusal!.Kind);
        Assert.Equal("/skp", Assert.Single(refusal.Faults).Pointer);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(12001)]
    public void Hundredths_out_of_range_are_a_bug(int hundredths) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Score.FromHundredths(hundredths));

    // PP 30/2019 art. 41: 70% SKP and 30% behaviour. Each line with a remainder of exactly half a hundredth goes up.
    [Theory]
    [InlineData("100.00", 70, "90.00", "97.00")]
    [InlineData("0.01", 50, "0.00", "0.01")] // 0.005
    [InlineData("0.03", 50, "0.00", "0.02")] // 0.015: half to even would say 0.02 too
    [InlineData("0.05", 50, "0.00", "0.03")] // 0.025: half to even would say 0.02
    [InlineData("90.05", 70, "90.00", "90.04")] // 90.035
    [InlineData("100.15", 70, "90.00", "97.11")] // 97.105: half to even would say 97.10
    [InlineData("100.14", 70, "90.00", "97.10")] // 97.098
    [InlineData("100.16", 70, "90.02", "97.12")] // 97.118
    [InlineData("120.00", 70, "120.00", "120.00")]
    [InlineData("110.00", 60, "80.00", "98.00")] // where peers and subordinates are heard: 60/40
    public void Weighing_rounds_half_up(string first, int percent, string second, string expected) =>
        Assert.Equal(expected, Score.Weigh(Of(first), percent, Of(second)).ToString());

    [Fact]
    public void Weighing_agrees_with_decimal_arithmetic() =>
        Always.Holds(
            from a in Gen.Choose(0, 12000)
            from b in Gen.Choose(0, 12000)
            from percent in Gen.Choose(0, 100)
            select (a, b, percent),
            x =>
            {
                var exact = ((x.a / 100m * x.percent) + (x.b / 100m * (100 - x.percent))) / 100m;
                var expected = Math.Round(exact, 2, MidpointRounding.AwayFromZero);
                var actual = Score.Weigh(Score.FromHundredths(x.a), x.percent, Score.FromHundredths(x.b));
                Assert.Equal(expected, actual.Hundredths / 100m);
            });

    [Fact]
    public void Scores_compare_by_size() => Assert.True(Of("9.99").CompareTo(Of("10.00")) < 0);

    [Fact]
    public void A_score_is_printed_with_two_decimals() => Assert.Equal("7.05", Of("7.05").ToString());

    private static Score Of(string text) => Score.Parse(Number(text), "/x").Value;

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
