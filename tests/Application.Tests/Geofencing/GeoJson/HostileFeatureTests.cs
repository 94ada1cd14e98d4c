using System.Text.Json;
using Kinerja.Application.Geofencing;
using Kinerja.Application.Geofencing.GeoJson;
using static Kinerja.Application.Tests.Geofencing.GeoJson.GeofenceJson;

namespace Kinerja.Application.Tests.Geofencing.GeoJson;

/// <summary>No Feature, however it is drawn, takes long to read without being counted first.</summary>
public sealed class HostileFeatureTests
{
    [Theory]
    [InlineData(2_500)]
    [InlineData(5_000)]
    [InlineData(19_900)]
    public void Bug_nested_squares_are_refused_before_the_check(int squares) => Assert.Contains(
        "simplify",
        OnlyFault(
            Read(HostileOutlines.Feature(HostileOutlines.Families["nested squares"](5 * squares)))).Detail,
        StringComparison.Ordinal);

    /// <summary>Up to a thousand corners every shape is one like any other: what is wrong with it is found.</summary>
    [Theory]
    [InlineData("comb aslant")]
    [InlineData("spiral")]
    [InlineData("star")]
    [InlineData("fan")]
    [InlineData("parts in each other's holes")]
    public void A_shape_of_nine_hundred_corners_is_taken_however_it_is_drawn(string family) =>
        Assert.Null(Read(HostileOutlines.Feature(HostileOutlines.Families[family](900))).Refusal);

    [Theory]
    [InlineData("grid of rings")]
    [InlineData("comb upright")]
    [InlineData("a thousand holes in a long shell")]
    public void What_a_province_draws_is_taken_at_full_size(string family) =>
        Assert.Null(Read(HostileOutlines.Feature(HostileOutlines.Families[family](95_000))).Refusal);

    [Fact]
    public void Twenty_thousand_offices_are_taken()
    {
        var random = new Random(11);
        var offices = Enumerable.Range(0, 20_000).Select(i =>
        {
            var (x, y) = (
                96 + (i % 200 * 0.2) + (0.1 * random.NextDouble()),
                -10 + (i / 200 * 0.15) + (0.1 * random.NextDouble()));
            var (east, north) = (x + 0.001, y + 0.001);
            return FormattableString.Invariant(
                $"[[[{x:R},{y:R}],[{east:R},{y:R}],[{east:R},{north:R}],[{x:R},{north:R}],[{x:R},{y:R}]]]");
        });
        Assert.Null(Read(HostileOutlines.Feature($"[{string.Join(',', offices)}]")).Refusal);
    }

    /// <summary>A ring of one point has no edge; its polygon is refused for that and for nothing else.</summary>
    [Theory]
    [InlineData("[[[[1,1],[1,1],[1,1],[1,1]]]]")]
    [InlineData("[[[[0,0],[2,0],[2,2],[0,0]]],[[[1,1],[1,1],[1,1],[1,1]]]]")]
    [InlineData("[[[[0,0],[2,0],[2,2],[0,0]],[[2,0],[2,0],[2,0],[2,0]]]]")]
    public void Bug_a_ring_of_one_point_is_counted_as_nothing(string coordinates) => Assert.StartsWith(
        "Too few points",
        OnlyFault(Read(HostileOutlines.Feature(coordinates))).Detail,
        StringComparison.Ordinal);

    [Fact]
    public void Who_has_gone_is_not_read_for()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();
        using var document = JsonDocument.Parse(
            HostileOutlines.Feature(HostileOutlines.Families["grid of rings"](90_000)));
        Assert.Throws<OperationCanceledException>(
            () => GeofenceReader.Read(document.RootElement, Some.FenceId, gone.Token));
    }

    [Theory]
    [InlineData("nested squares", 900, true)]
    [InlineData("spiral", 900, true)]
    [InlineData("round spiral", 900, false)]
    [InlineData("comb upright", 900, false)]
    [InlineData("comb upright", 90_000, true)]
    public void Dear_is_what_is_long_or_has_much_to_compare(string family, int corners, bool dear)
    {
        using var document = JsonDocument.Parse(HostileOutlines.Feature(HostileOutlines.Families[family](corners)));
        Assert.Equal(dear, FenceDraft.Of(document.RootElement, Some.FenceId, "", default).IsDear);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"geometry":7}""")]
    [InlineData("""{"geometry":{"type":"Polygon","coordinates":[[[1,1]]]}}""")]
    [InlineData("""{"\ud800":1,"geometry":{}}""")]
    public void What_is_no_fence_is_cheap(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.False(FenceDraft.Of(document.RootElement, Some.FenceId, "", default).IsDear);
    }

    /// <summary>Six megabytes of nothing: not a fault for each pair of brackets.</summary>
    [Fact]
    public void Two_million_empty_parts_are_one_fault() => Assert.Equal(
        "/geometry/coordinates",
        OnlyFault(
            Read(
                HostileOutlines.Feature($"[{string.Join(',', Enumerable.Repeat("[]", 2_000_000))}]"))).Pointer);
}
