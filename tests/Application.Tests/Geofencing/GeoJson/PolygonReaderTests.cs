using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;
using static Kinerja.Application.Tests.Geofencing.GeoJson.GeofenceJson;

namespace Kinerja.Application.Tests.Geofencing.GeoJson;

public sealed class PolygonReaderTests
{
    private const string Reversed = "[[106,-7],[106,-6],[107,-6],[107,-7],[106,-7]]";
    private const string Hole = "[[106.2,-6.8],[106.4,-6.8],[106.4,-6.6],[106.2,-6.6],[106.2,-6.8]]";
    private const string HoleReversed = "[[106.2,-6.8],[106.2,-6.6],[106.4,-6.6],[106.4,-6.8],[106.2,-6.8]]";

    // RFC 7946 §3.1.6: shells run counter-clockwise and holes clockwise; readers take either.
    [Theory]
    [InlineData(Square, Hole)]
    [InlineData(Square, HoleReversed)]
    [InlineData(Reversed, Hole)]
    [InlineData(Reversed, HoleReversed)]
    public void Either_winding_is_accepted_and_the_right_hand_written(string shell, string hole)
    {
        var polygon = (Polygon)ReadPolygon($"{shell},{hole}").Value.Area[0];
        Assert.True(polygon.Shell.IsCCW);
        Assert.False(polygon.Holes.Single().IsCCW);
        Assert.Equal(0.96, polygon.Area, 9);
    }

    [Fact]
    public void A_polygon_becomes_a_multipolygon_of_one_part() =>
        Assert.Equal(1, ReadPolygon(Square).Value.Area.NumGeometries);

    [Fact]
    public void The_parts_of_a_multipolygon_are_kept()
    {
        const string East = "[[108,-7],[109,-7],[109,-6],[108,-6],[108,-7]]";
        Assert.Equal(2, ReadGeometry(MultiPolygon($"[{Square}],[{East}]")).Value.Area.NumGeometries);
    }

    [Fact]
    public void Longitude_comes_first()
    {
        var envelope = ReadPolygon(Square).Value.Area.EnvelopeInternal;
        Assert.Equal((106.0, 107.0, -7.0, -6.0), (envelope.MinX, envelope.MaxX, envelope.MinY, envelope.MaxY));
    }

    [Fact]
    public void Heights_are_dropped()
    {
        var area = ReadPolygon("[[106,-7,12],[107,-7,12.5],[107,-6,0],[106,-6,-3],[106,-7,99]]").Value.Area;
        Assert.All(area.Coordinates, c => Assert.True(double.IsNaN(c.Z)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":"Point","coordinates":[106,-7]}""")]
    [InlineData("""{"type":"Polygon"}""")]
    [InlineData("""{"type":"Polygon","coordinates":{}}""")]
    [InlineData("""{"type":"polygon","coordinates":[]}""")]
    public void Another_geometry_is_refused(string geometry) =>
        Assert.Equal("/geometry", OnlyFault(ReadGeometry(geometry)).Pointer);

    [Fact]
    public void An_empty_multipolygon_is_refused() =>
        Assert.Equal("/geometry", OnlyFault(ReadGeometry(MultiPolygon(""))).Pointer);

    [Fact]
    public void A_polygon_without_rings_is_refused_with_its_place()
    {
        Assert.Equal("/geometry/coordinates", OnlyFault(ReadPolygon("")).Pointer);
        Assert.Equal("/geometry/coordinates/1", OnlyFault(ReadGeometry(MultiPolygon($"[{Square}],[]"))).Pointer);
    }

    [Fact]
    public void An_unclosed_ring_is_refused_at_its_last_position() =>
        Assert.Equal(
            "/geometry/coordinates/0/4",
            OnlyFault(ReadPolygon("[[106,-7],[107,-7],[107,-6],[106,-6],[106,-6.999]]")).Pointer);

    [Theory]
    [InlineData("[[106,-7],[107,-7],[106,-7]]")]
    [InlineData("[]")]
    [InlineData("7")]
    public void A_ring_of_fewer_than_four_positions_is_refused(string ring) =>
        Assert.Equal("/geometry/coordinates/1", OnlyFault(ReadPolygon($"{Square},{ring}")).Pointer);

    // The commonest mistake: latitude first. In Indonesia that puts a "latitude" beyond 90.
    [Fact]
    public void Swapped_axes_are_refused_at_the_first_position()
    {
        var fault = OnlyFault(ReadPolygon("[[-7,106],[-7,107],[-6,107],[-6,106],[-7,106]]"));
        Assert.Equal("/geometry/coordinates/0/0", fault.Pointer);
        Assert.StartsWith("Longitude", fault.Detail, StringComparison.Ordinal);
        Assert.EndsWith("look swapped.", fault.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[180.1,0]")]
    [InlineData("[0,-90.1]")]
    [InlineData("[1e999,0]")]
    [InlineData("[\"107\",-7]")]
    [InlineData("[107,null]")]
    [InlineData("[107,-7,\"high\"]")]
    [InlineData("{}")]
    public void A_bad_position_is_named(string position) =>
        Assert.Equal(
            "/geometry/coordinates/0/1",
            OnlyFault(ReadPolygon($"[[106,-7],{position},[107,-6],[106,-6],[106,-7]]")).Pointer);

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("[107]", 1)]
    [InlineData("[107,-7,1,2]", 4)]
    [InlineData("[107,-7,\"high\",null]", 4)]
    [InlineData("[[107,-7],[107,-6],[106,-6],[106,-7],[107,-7]]", 5)]
    public void A_position_of_too_few_or_too_many_numbers_is_told_how_many(string position, int numbers)
    {
        var fault = OnlyFault(ReadPolygon($"[[106,-7],{position},[107,-6],[106,-6],[106,-7]]"));

        Assert.Equal("/geometry/coordinates/0/1", fault.Pointer);
        Assert.EndsWith($"this has {numbers}.", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_in_a_part_names_part_ring_and_position() =>
        Assert.Equal(
            "/geometry/coordinates/1/0/2",
            OnlyFault(ReadGeometry(MultiPolygon($"[{Square}],[[[1,1],[2,1],[2,91],[1,1]]]"))).Pointer);

    [Fact]
    public void A_self_intersection_is_refused_and_says_where()
    {
        var fault = OnlyFault(ReadPolygon("[[106,-7],[107,-6],[107,-7],[106,-6],[106,-7]]"));
        Assert.Equal("/geometry", fault.Pointer);
        Assert.Contains("longitude 106.5, latitude -6.5", fault.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[108,-7],[109,-7],[109,-6],[108,-6],[108,-7]]")] // outside
    [InlineData("[[106.5,-6.5],[107.5,-6.5],[107.5,-6.4],[106.5,-6.4],[106.5,-6.5]]")] // across the shell
    [InlineData("[[106.5,-6.5],[106.5,-6.5],[106.5,-6.5],[106.5,-6.5]]")] // a point
    [InlineData("[[106.1,-6.5],[106.9,-6.5],[106.1,-6.5],[106.1,-6.5]]")] // a line
    public void A_hole_must_lie_in_its_shell_and_have_an_area(string hole) =>
        Assert.Equal("/geometry", OnlyFault(ReadPolygon($"{Square},{hole}")).Pointer);

    [Fact]
    public void Overlapping_parts_are_refused() =>
        Assert.Equal("/geometry", OnlyFault(ReadGeometry(MultiPolygon(
            $"[{Square}],[[[106.5,-6.5],[108,-6.5],[108,-6],[106.5,-6],[106.5,-6.5]]]"))).Pointer);

    [Theory]
    [InlineData("[[179,0],[-179,0],[-179,1],[179,1],[179,0]]")]
    [InlineData("[[-100,0],[100,0],[100,1],[-100,1],[-100,0]]")]
    public void An_area_across_the_antimeridian_is_refused(string ring)
    {
        var fault = OnlyFault(ReadPolygon(ring));
        Assert.Equal("/geometry", fault.Pointer);
        Assert.Contains("antimeridian", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_parts_split_at_the_antimeridian_are_refused_with_a_way_out()
    {
        var fault = OnlyFault(ReadGeometry(MultiPolygon(
            "[[[179,0],[180,0],[180,1],[179,1],[179,0]]],[[[-180,0],[-179,0],[-179,1],[-180,1],[-180,0]]]")));
        Assert.Contains("two fences", fault.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000, true)]
    [InlineData(100_001, false)]
    public void A_fence_has_at_most_100000_vertices(int positions, bool taken) =>
        Assert.Equal(taken, ReadPolygon(Circle(positions, 106)).Refusal is null);

    [Fact]
    public void All_rings_together_have_at_most_100000_vertices()
    {
        var fault = OnlyFault(ReadGeometry(MultiPolygon($"[{Circle(60_000, 106)}],[{Circle(40_001, 110)}]")));
        Assert.Equal("/geometry", fault.Pointer);
        Assert.Contains("100001", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_polygon_has_at_most_1000_holes()
    {
        var holes = string.Join(',', Enumerable.Range(0, 1001).Select(i =>
            FormattableString.Invariant(
                $"[[{106 + (i * 0.0005)},-6.5],[{106.0001 + (i * 0.0005)},-6.5],[{106 + (i * 0.0005)},-6.4],[{106 + (i * 0.0005)},-6.5]]")));
        Assert.Equal("/geometry/coordinates", OnlyFault(ReadPolygon($"{Square},{holes}")).Pointer);
    }

    /// <summary>
    /// Hair-thin teeth aslant: every edge's box meets every other's, and the check would take minutes.
    /// </summary>
    [Fact]
    public void A_comb_that_cannot_be_checked_in_time_is_refused() =>
        Assert.Contains("simplify", OnlyFault(ReadPolygon(Comb(5_000))).Detail, StringComparison.Ordinal);

    [Fact]
    public void A_small_comb_is_a_shape_like_any_other() => Assert.Null(ReadPolygon(Comb(200)).Refusal);

    private static string Comb(int teeth)
    {
        // Each tooth goes up the diagonal and comes back half a step beside.
        var corners = Enumerable.Range(0, teeth)
            .SelectMany(i => new[] { (X: (double)i, Y: 0.0), (i + 0.25, teeth), (i + 0.5, teeth), (i + 0.75, 0) })
            .Append((teeth, 0)).Append((teeth, -1)).Append((0, -1)).Append((0, 0));
        return $"[{string.Join(',', corners.Select(c => FormattableString.Invariant($"[{106 + ((c.X - c.Y) / teeth / 4):R},{-6 + ((c.X + c.Y) / teeth / 4):R}]")))}]";
    }

    private static string Circle(int positions, double longitude)
    {
        var ring = Enumerable.Range(0, positions).Select(i => i % (positions - 1) * 2 * Math.PI / (positions - 1))
            .Select(a => FormattableString.Invariant($"[{longitude + Math.Cos(a):R},{-6 + Math.Sin(a):R}]"));
        return $"[{string.Join(',', ring)}]";
    }
}
