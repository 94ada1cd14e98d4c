using Kinerja.Domain.Geofencing;

namespace Kinerja.Domain.Tests.Geofencing;

public sealed class PositionTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 109.3, 5)] // Pontianak lies on the equator
    [InlineData(-6.2, 0, 5)]
    [InlineData(90, 180, 100_000)]
    [InlineData(0, 0, double.MaxValue)]
    [InlineData(-90, -180, 0)]
    public void The_edges_of_the_range_and_zero_are_valid(double latitude, double longitude, double accuracy)
    {
        var position = Position.Parse(latitude, longitude, accuracy).Value;
        Assert.Equal(
            (latitude, longitude, accuracy),
            (position.LatitudeDegrees, position.LongitudeDegrees, position.AccuracyMetres));
    }

    [Theory]
    [InlineData(90.0000001, 0, 0, "/position/latitude")]
    [InlineData(-90.0000001, 0, 0, "/position/latitude")]
    [InlineData(106.8, -6.2, 0, "/position/latitude")] // axes swapped
    [InlineData(double.NaN, 0, 0, "/position/latitude")]
    [InlineData(double.PositiveInfinity, 0, 0, "/position/latitude")]
    [InlineData(0, 180.0000001, 0, "/position/longitude")]
    [InlineData(0, -180.0000001, 0, "/position/longitude")]
    [InlineData(0, double.NaN, 0, "/position/longitude")]
    [InlineData(0, double.NegativeInfinity, 0, "/position/longitude")]
    [InlineData(0, 0, -0.001, "/position/accuracyMetres")]
    [InlineData(0, 0, double.NaN, "/position/accuracyMetres")]
    [InlineData(0, 0, double.PositiveInfinity, "/position/accuracyMetres")]
    public void Anything_else_is_refused_with_its_place(
        double latitude, double longitude, double accuracy, string pointer)
    {
        var refusal = Position.Parse(latitude, longitude, accuracy).Refusal!;
        Assert.Equal(pointer, Assert.Single(refusal.Faults).Pointer);
    }

    [Fact]
    public void Every_fault_is_reported_at_once() =>
        Assert.Equal(3, Position.Parse(double.NaN, 181, -1).Refusal!.Faults.Count);
}
