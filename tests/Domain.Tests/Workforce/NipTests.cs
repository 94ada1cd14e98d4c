using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Tests.Workforce;

public sealed class NipTests
{
    [Fact]
    public void Spaces_are_stripped() =>
        Assert.Equal("199009132015031001", Nip.Parse(" 19900913 201503 1 001 ").Value.Reveal());

    // Digits 13 and 14 are a month for PNS only: PPPK numbers hold 21, part-time ones 24 (Perka BKN 22/2007).
    [Theory]
    [InlineData("199009132023211014")]
    [InlineData("199009132025242014")]
    public void A_PPPK_number_without_a_month_is_taken(string text) => Assert.Null(Nip.Parse(text).Refusal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("19900913201503100")]
    [InlineData("1990091320150310011")]
    [InlineData("19900913201503100x")]
    [InlineData("19900913-01503-001")]
    [InlineData("١٩٩٠٠٩١٣٢٠١٥٠٣١٠٠١")]
    public void Anything_but_18_digits_is_refused_without_repeating_it(string? text)
    {
        var refusal = Nip.Parse(text, "/nip").Refusal!;
        Assert.Equal("/nip", Assert.Single(refusal.Faults).Pointer);
        Assert.True(string.IsNullOrEmpty(text) || !refusal.Detail.ToString().Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_NIP_is_never_printed()
    {
        var nip = Nip.Parse("199009132015031001").Value;
        Assert.DoesNotContain("1990", $"{nip}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_NIP_reveals_nothing() =>
        Assert.Throws<InvalidOperationException>(() => default(Nip).Reveal());
}
