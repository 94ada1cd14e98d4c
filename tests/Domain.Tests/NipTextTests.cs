using Kinerja.Domain.Workforce;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Domain.Tests;

/// <summary>A NIP holds birth date and sex: it stands in no id, no text and no address.</summary>
public sealed class NipTextTests
{
    [Theory]
    [InlineData("199009132015031001")]
    [InlineData("nip-199009132025242014")]
    [InlineData("Pak Budi (19900913 201503 1 001) datang.")]
    [InlineData("19900913-201503-1-001")]
    [InlineData("https://arsip.example.go.id/199009132015031001/sk.pdf")]
    public void A_NIP_within_a_text_is_seen(string text) => Assert.True(NipText.StandsIn(text));

    [Theory]
    [InlineData("1990091320150310011")]
    [InlineData("9199009132015031001")]
    [InlineData("199013132015031001")]
    [InlineData("199009132015033001")]
    [InlineData("202604110730001234")]
    [InlineData("00017701650000000000")]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("19900913 dan 201503")]
    public void Other_numbers_are_none(string text) => Assert.False(NipText.StandsIn(text));

    [Fact]
    public void Every_id_with_a_NIP_in_it_is_refused()
    {
        const string Nip = "199009132025242014", Within = "a-" + Nip;
        Assert.NotNull(AgencyId.Parse(Within).Refusal);
        Assert.NotNull(UnitId.Parse(Within).Refusal);
        Assert.NotNull(PostId.Parse(Nip).Refusal);
        Assert.NotNull(SurveyId.Parse(Within).Refusal);
        Assert.NotNull(GeofenceId.Parse(Nip).Refusal);
        Assert.NotNull(EmployeeId.Parse(Within).Refusal);
        Assert.NotNull(ClientId.Parse(Nip).Refusal);
        Assert.NotNull(PlanRowId.Parse(Within).Refusal);
    }

    /// <summary>Against the slow way: every place where eighteen digits stand alone, read as a NIP is.</summary>
    [Fact]
    public void It_is_seen_wherever_it_stands_and_nowhere_else() => Always.HoldsFor(random =>
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(_ => "0129 -x"[random.Next(7)]));
        var nip = $"19{random.Next(30, 100)}{random.Next(1, 13):D2}{random.Next(1, 29):D2}20{random.Next(100):D2}"
            + $"{random.Next(1, 13):D2}{random.Next(1, 3)}{random.Next(1000):D3}";
        var at = random.Next(text.Length);
        var whole = text[..at] + nip + text[at..];
        var alone = (at == 0 || !char.IsAsciiDigit(text[at - 1])) && !char.IsAsciiDigit(text[at]);

        Assert.True(!alone || NipText.StandsIn(whole), whole);
        Assert.True(NipText.StandsIn(nip) && Nip.Parse(nip).Refusal is null);
    });
}
