using Kinerja.Domain.Geofencing;

namespace Kinerja.Domain.Tests.Geofencing;

/// <summary>What a verdict says beside the placement.</summary>
public sealed class FenceVerdictTests
{
    [Theory]
    [InlineData(GeofenceKind.Home, Placement.Inside, true)]
    [InlineData(GeofenceKind.Home, Placement.Uncertain, true)]
    [InlineData(GeofenceKind.Home, Placement.Outside, false)]
    [InlineData(GeofenceKind.Office, Placement.Inside, false)]
    [InlineData(GeofenceKind.WfaArea, Placement.Uncertain, false)]
    public void Somebody_is_at_home_inside_it_and_where_that_cannot_be_told(
        GeofenceKind kind, Placement placement, bool isAtHome) =>
        Assert.Equal(isAtHome, new FenceVerdict(placement, null, 1, kind, 0, 0.5).IsAtHome);

    [Fact]
    public void Without_an_area_nobody_is_at_home() => Assert.False(FenceVerdict.Unknown.IsAtHome);
}
