using Kinerja.Application.Tests.Json;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Ranking;

public sealed class DistributionBodyTests
{
    [Theory]
    [InlineData("rater-reason", "/reason", "")]
    [InlineData("rater-reason", "/reason", "\"  \"")]
    [InlineData("distribution", "/pattern", "")]
    [InlineData("distribution", "/pattern", "\"55-30-10-5\"")]
    [InlineData("distribution", "/rounding", "\"down\"")]
    [InlineData("distribution", "/most", "\"all\"")]
    [InlineData("distribution", "/smallestUnit", "0")]
    [InlineData("distribution", "/leniency/peers", "\"friends\"")]
    [InlineData("distribution", "/leniency/fewestRated", "1")]
    [InlineData("distribution", "/leniency/standardErrors", "0")]
    [InlineData("distribution", "/leniency/standardErrors", "1.965")]
    public void A_wrong_member_is_named_by_its_pointer(string body, string pointer, string value)
    {
        var refusal = BodyReading.Read(body, BodyReading.With(body, pointer, value));
        Assert.Equal(RefusalCodes.InvalidField, refusal?.Code);
        Assert.Equal(pointer, Assert.Single(refusal!.Faults).Pointer);
    }

    [Theory]
    [InlineData("""{"pattern":"pp-30-2019"}""")]
    [InlineData("""{"pattern":"se-menpanrb-3-2023","leniency":{}}""")]
    public void What_is_left_out_is_as_shipped(string json)
    {
        using var body = System.Text.Json.JsonDocument.Parse(json);
        var read = Application.Policies.PolicyKinds.Distribution.Read(
            body.RootElement, new(2026, 1, 1), "v", Application.Policies.ShippedFiles.Policies).Value;
        var shipped = Domain.Evaluation.Distribution.DistributionPolicy.Default;
        Assert.Equal(shipped with { Version = "v", Pattern = read.Pattern }, read);
        Assert.Equal(body.RootElement.GetProperty("pattern").GetString(), read.Pattern.Name);
    }
}
