using System.Text.Json;
using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using static Kinerja.Application.Tests.Geofencing.GeoJson.GeofenceJson;

namespace Kinerja.Application.Tests.Geofencing.GeoJson;

/// <summary>What a Feature calls itself: in an import its fence, in a PUT the one of the path.</summary>
public sealed class FeatureIdTests
{
    [Theory]
    [InlineData("\"kantor\"", "kantor")]
    [InlineData("7", "7")]
    [InlineData("\"7\"", "7")]
    [InlineData("0", "0")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("-7", null)]
    [InlineData("7.0", null)]
    [InlineData("7.5", null)]
    [InlineData("1e2", null)]
    [InlineData("true", null)]
    [InlineData("null", null)]
    [InlineData("[7]", null)]
    [InlineData("\"Kantor\"", null)]
    [InlineData("\"\"", null)]
    public void A_whole_number_is_taken_as_its_digits(string id, string? read) =>
        Assert.Equal(
            read, FeatureId.Read(With(id)).TryGet(out var found, out _) ? found.ToString() : null);

    [Fact]
    public void A_feature_without_an_id_names_no_fence() =>
        Assert.Equal(
            "/id", FeatureId.Read(JsonElement.Parse(Feature())).Refusal!.Faults.Single().Pointer);

    [Theory]
    [InlineData("kantor-pusat", "\"kantor-pusat\"", true)]
    [InlineData("7", "7", true)]
    [InlineData("7", "\"7\"", true)]
    [InlineData("kantor-pusat", "null", true)]
    [InlineData("kantor-pusat", "\"kantor\"", false)]
    [InlineData("kantor-pusat", "\"Kantor-Pusat\"", false)]
    [InlineData("kantor-pusat", "\"\"", false)]
    [InlineData("kantor-pusat", "7", false)]
    [InlineData("7", "7.0", false)]
    [InlineData("7", "7e0", false)]
    [InlineData("kantor-pusat", "{}", false)]
    [InlineData("kantor-pusat", "true", false)]
    public void A_feature_that_names_itself_another_than_its_path_is_refused(string path, string id, bool taken)
    {
        var result = GeofenceReader.Read(With(id), GeofenceId.Parse(path).Value).Check(1);

        Assert.Equal(taken, result.Refusal is null);
        if (!taken)
        {
            Assert.Equal("/id", OnlyFault(result).Pointer);
        }
    }

    private static JsonElement With(string id) => JsonElement.Parse($"{Feature().TrimEnd()[..^1]},\"id\":{id}}}");
}
