using Kinerja.AgencyApp;

namespace Kinerja.Local.Tests.AgencyApp;

public sealed class FenceTests
{
    private static readonly SampleFence WithHole = new(
        "a", "A", "office", [[Square(0, 10), Square(4, 6)], [Square(20, 22)]], []);

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(5, 5, false)]
    [InlineData(5, 3, true)]
    [InlineData(21, 21, true)]
    [InlineData(11, 5, false)]
    [InlineData(-1, 5, false)]
    [InlineData(5, 11, false)]
    public void A_hole_is_outside_and_every_part_is_inside(double longitude, double latitude, bool inside) =>
        Assert.Equal(inside, WithHole.Contains(new(longitude, latitude)));

    [Fact]
    public void Drawn_points_lie_inside_and_in_every_part()
    {
        var dice = new Dice(1, "fence");
        var points = Enumerable.Range(0, 200).Select(_ => WithHole.AnyPoint(dice)).ToList();
        Assert.All(points, point => Assert.True(WithHole.Contains(point)));
        Assert.Contains(points, point => point.Longitude > 15);
        Assert.Contains(points, point => point.Longitude < 15);
    }

    [Fact]
    public void Points_in_the_hole_are_in_the_hole()
    {
        var dice = new Dice(1, "hole");
        Assert.All(Enumerable.Range(0, 50), _ => Assert.InRange(WithHole.AnyPointInHole(dice)!.Value.Longitude, 4, 6));
    }

    [Fact]
    public void Rings_are_closed_and_near_their_city()
    {
        foreach (var agency in Sample.Quarter.Agencies)
        {
            var (longitude, latitude) = agency.Id == "arsip-jabar" ? (107.6, -6.9) : (140.7, -2.53);
            Assert.All(agency.Fences.SelectMany(f => f.Polygons).SelectMany(rings => rings), ring =>
            {
                Assert.True(ring.Count >= 4);
                Assert.Equal(ring[0], ring[^1]);
                Assert.All(ring, p => Assert.InRange(p.Longitude, longitude - 0.1, longitude + 0.1));
                Assert.All(ring, p => Assert.InRange(p.Latitude, latitude - 0.1, latitude + 0.1));
            });
        }
    }

    [Fact]
    public void Each_agency_has_a_courtyard_two_buildings_a_shared_place_and_two_homes() =>
        Assert.All(Sample.Quarter.Agencies, agency =>
        {
            Assert.Single(agency.Fences, f => f.Kind == "office" && f.Polygons.Count == 1 && f.Polygons[0].Count == 2);
            Assert.Single(agency.Fences, f => f.Kind == "office" && f.Polygons.Count == 2);
            Assert.Single(agency.Fences, f => f.Kind == "wfaArea");
            Assert.Equal(2, agency.Fences.Where(f => f.Kind == "home").SelectMany(f => f.Employees).Distinct().Count());
        });

    private static List<MapPoint> Square(double least, double most) =>
        [new(least, least), new(most, least), new(most, most), new(least, most), new(least, least)];
}
