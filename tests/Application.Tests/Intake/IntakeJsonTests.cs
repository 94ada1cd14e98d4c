using System.Text.Json;
using Kinerja.Application.Intake;
using Kinerja.Domain;
using Kinerja.Domain.Intake;

namespace Kinerja.Application.Tests.Intake;

public sealed class IntakeJsonTests
{
    private static readonly IntakeMapping Mapping =
        new(MappingId.Parse("presensi").Value, IntakeGoal.CheckIns, AppPointer.Parse("/data", "").Value, []);

    [Theory]
    [InlineData("""{"data":{"\ud800":1}}""")]
    [InlineData("""{"data":{"nama":"\udc00"}}""")]
    [InlineData("""{"lain":"\ud83d\ud83d\ude00","data":{}}""")]
    public void Half_a_character_anywhere_in_an_apps_body_is_refused_at_the_whole(string body)
    {
        var refusal = Refused.Is(
            RefusalCodes.InvalidBody, IntakeJson.Read(Mapping, JsonElement.Parse(body), Some.Morning));
        Assert.Equal("", Assert.Single(refusal.Faults).Pointer);
    }

    [Fact]
    public void A_whole_pair_is_a_text() =>
        Assert.Single(IntakeJson.Read(
            Mapping, JsonElement.Parse("""{"data":{"nama":"\ud83d\ude00 \\ud800"}}"""), Some.Morning).Value.Items);
}
