using System.Text.Json;
using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;

namespace Kinerja.Domain.Tests.Geofencing;

/// <summary>
/// No outline, however it is drawn, takes longer to check than what stands in the world: it is counted first.
/// </summary>
public sealed class HostileOutlineTests
{
    /// <summary>What the least a pair of edges can count for.</summary>
    private const int StepsPerPair = 6;

    /// <summary>What is counted between two looks at the bound.</summary>
    private const int Overshoot = 200_000;

    public static TheoryData<string> Families => [.. HostileOutlines.Families.Keys];

    public static TheoryData<string, int> FamiliesOfAllSizes
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var family in HostileOutlines.Families.Keys)
            {
                data.Add(family, 900);
                data.Add(family, 9_000);
                data.Add(family, 90_000);
            }

            return data;
        }
    }

    /// <summary>Whether taken or refused, it is for a stated reason; and what is taken was cheap to check.</summary>
    [Theory]
    [MemberData(nameof(FamiliesOfAllSizes))]
    public void An_outline_is_refused_unread_or_compares_fewer_edges_than_the_bound(string family, int corners)
    {
        var area = Area(HostileOutlines.Families[family](corners));
        if (OutlineCheck.FaultOf(area, default) is null)
        {
            Assert.InRange(ComparedEdges.In(area) * StepsPerPair, 0, OutlineWork.Most(area.NumPoints));
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void What_is_counted_is_never_less_than_what_is_compared(string family)
    {
        var area = Area(HostileOutlines.Families[family](400));
        Assert.InRange(
            OutlineWork.Count(area, long.MaxValue, default), ComparedEdges.In(area) * StepsPerPair, long.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Counting_stops_soon_after_the_bound(string family)
    {
        var area = Area(HostileOutlines.Families[family](20_000));
        Assert.InRange(OutlineWork.Count(area, 1_000_000, default), 0, 1_000_000 + Overshoot);
    }

    [Fact]
    public void A_coast_of_all_corners_is_within_the_bound()
    {
        var coast = Areas.Country(new Random(11), 99_000);
        Assert.InRange(OutlineWork.Count(coast, long.MaxValue, default), 1, OutlineWork.Most(coast.NumPoints));
    }

    internal static MultiPolygon Area(string coordinates)
    {
        using var document = JsonDocument.Parse(coordinates);
        return new MultiPolygon([.. document.RootElement.EnumerateArray().Select(part =>
        {
            var rings = part.EnumerateArray().Select(Ring).ToArray();
            return new Polygon(rings[0], rings[1..]);
        })]);
    }

    private static LinearRing Ring(JsonElement ring) =>
        new([.. ring.EnumerateArray().Select(at => new Coordinate(at[0].GetDouble(), at[1].GetDouble()))]);
}
