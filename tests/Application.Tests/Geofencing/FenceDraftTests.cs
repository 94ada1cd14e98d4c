using System.Text.Json;
using Kinerja.Application.Geofencing;
using Kinerja.Application.Tests.Geofencing.GeoJson;

namespace Kinerja.Application.Tests.Geofencing;

public sealed class FenceDraftTests
{
    private const string Bowtie = "[[106,-7],[107,-6],[107,-7],[106,-6],[106,-7]]";

    /// <summary>A long one is read when it is asked for, a short one before.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(70_000)]
    public void Every_fault_is_told_alike_each_time_a_draft_is_read(int spaces)
    {
        using var feature = JsonDocument.Parse(GeofenceJson.Feature(
            GeofenceJson.Polygon(Bowtie), name: "7", more: new string(' ', spaces)));
        var draft = FenceDraft.Of(feature.RootElement, Some.FenceId, "/features/4", default);
        Assert.Equal(spaces > 0, draft.IsDear);
        Assert.All(Enumerable.Range(1, 3), version => Assert.Equal(
            ["/features/4/properties/name", "/features/4/geometry"],
            draft.Read(version, default).Refusal!.Faults.Select(fault => fault.Pointer)));
    }

    [Fact]
    public void A_draft_becomes_the_version_that_it_is_read_as()
    {
        using var feature = JsonDocument.Parse(GeofenceJson.Feature());
        var draft = FenceDraft.Of(feature.RootElement, Some.FenceId, "", default);
        Assert.All([3, 8], version => Assert.Equal(version, draft.Read(version, default).Value.Version));
    }
}
