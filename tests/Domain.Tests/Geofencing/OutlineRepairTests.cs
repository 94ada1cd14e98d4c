using Kinerja.Domain.Geofencing;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Kinerja.Domain.Tests.Geofencing;

/// <summary>What an outline that crosses itself is repaired to; degrees near the equator, some 111 km each.</summary>
public sealed class OutlineRepairTests
{
    private const double SquareMetresOfASquareDegree = 111_319.49 * 110_574.28;

    [Fact]
    public void A_bow_tie_becomes_its_two_triangles()
    {
        var repair = Repair("[[[[0,0],[2,0],[0,2],[2,2],[0,0]]]]").Value;

        Assert.False(repair.IsSameAsDrawn);
        Assert.Equal(2, repair.Area.NumGeometries);
        Assert.Equal(2, repair.Area.Area, 1e-9);
        Assert.Equal(0, repair.DrawnSquareMetres, 1e-3);
        Assert.InRange(repair.SquareMetres / SquareMetresOfASquareDegree, 1.99, 2.01);
    }

    [Fact]
    public void A_hole_of_an_outline_that_crosses_itself_stays_a_hole()
    {
        var repair = Repair(
            "[[[[0,0],[10,0],[10,10],[5,10],[5,12],[6,9.9],[0,10],[0,0]],[[2,2],[2,4],[4,4],[4,2],[2,2]]]]").Value;

        var holed = Assert.Single(repair.Area.Geometries.Cast<Polygon>(), part => part.NumInteriorRings == 1);
        Assert.Equal(4, Area.OfRing(holed.Holes[0].CoordinateSequence), 1e-9);
        Assert.False(repair.Area.Covers(At(3, 3)));
        Assert.True(repair.Area.Covers(At(1, 1)));
    }

    [Fact]
    public void A_hole_across_the_edge_is_cut_out_and_nothing_outside_becomes_area()
    {
        var repair = Repair("[[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[3,1],[3,2],[6,2],[6,1],[3,1]]]]").Value;

        Assert.Equal(15, repair.Area.Area, 1e-9);
        Assert.False(repair.Area.Covers(At(5, 1.5)));
    }

    [Fact]
    public void A_good_outline_comes_back_as_it_was_drawn()
    {
        var repair = Repair("[[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]]").Value;

        Assert.True(repair.IsSameAsDrawn);
        Assert.Equal(15, repair.Area.Area, 1e-12);
        Assert.Equal(repair.SquareMetres, repair.DrawnSquareMetres);
    }

    [Fact]
    public void A_suggestion_is_always_a_good_outline_or_there_is_none()
    {
        foreach (var family in HostileOutlines.Families.Values)
        {
            var repair = Repair(family(60));
            Assert.True(
                repair.TryGet(out var good, out var refusal)
                    ? OutlineCheck.FaultOf(good.Area, default) is null
                    : refusal.Code == RefusalCodes.InvalidGeofence);
        }

        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var corners = Enumerable.Range(0, random.Next(3, 30))
                .Select(_ => $"[{random.Next(8)},{random.Next(8)}]").ToList();
            var drawn = $"[[[{string.Join(',', corners)},{corners[0]}]]]";
            if (Repair(drawn).TryGet(out var some, out var no))
            {
                Assert.Null(OutlineCheck.FaultOf(some.Area, default));
            }
            else
            {
                Assert.Equal(RefusalCodes.InvalidGeofence, no.Code);
            }
        }
    }

    [Fact]
    public void An_outline_that_is_dear_to_check_is_not_repaired()
    {
        var refusal = Repair(HostileOutlines.Families["comb upright"](9_000)).Refusal!;

        Assert.Equal((RefusalCodes.InvalidGeofence, "/geometry"), (refusal.Code, refusal.Faults[0].Pointer));
        Assert.Contains("simplify", refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fault_of_an_outline_says_where_it_is()
    {
        var fault = OutlineCheck.FaultOf(HostileOutlineTests.Area("[[[[0,0],[2,0],[0,2],[2,2],[0,0]]]]"), default)!;

        Assert.Equal(new MapPlace(1, 1), fault.At);
        Assert.Null(OutlineCheck.FaultOf(HostileOutlineTests.Area("[]"), default)!.At);
    }

    private static Result<OutlineRepair> Repair(string coordinates) =>
        OutlineRepairRules.Of(HostileOutlineTests.Area(coordinates), default);

    private static Point At(double x, double y) => new(x, y);
}
