using Kinerja.Domain.Geofencing;
using NodaTime;

namespace Kinerja.Domain.Tests.Geofencing;

public sealed class GeofenceMapTests
{
    [Theory]
    [InlineData(-6.2300, 106.8125)] // west edge
    [InlineData(-6.2300, 106.8203125)] // east edge
    [InlineData(-6.2265625, 106.815)] // north edge
    [InlineData(-6.234375, 106.815)] // south edge
    [InlineData(-6.234375, 106.8125)] // a corner
    public void A_fix_exactly_on_the_edge_is_inside(double latitude, double longitude)
    {
        Assert.Equal(Placement.Inside, Judge(Some.Fix(latitude, longitude, 0), Some.Fence()).Placement);
        Assert.Equal(Placement.Inside, Judge(Some.Fix(latitude, longitude, 20), Some.Fence()).Placement);
    }

    [Fact]
    public void A_fix_on_a_slanting_edge_is_inside()
    {
        var triangle = Areas.Of([new(106, -7), new(108, -7), new(107, -6)]);
        Assert.Equal(Placement.Inside, Judge(Some.Fix(-6.5, 106.5, 0), Some.Fence(area: triangle)).Placement);
    }

    [Fact]
    public void A_fix_on_the_edge_of_a_hole_is_inside()
    {
        var fence = Some.Fence(area: WithHole);
        Assert.Equal(Placement.Inside, Judge(Some.Fix(1, 2, 0), fence).Placement);
    }

    [Fact]
    public void A_fix_in_a_hole_is_outside()
    {
        var verdict = Judge(Some.Fix(2, 2), Some.Fence(area: WithHole));
        Assert.Equal(Placement.Outside, verdict.Placement);
        Assert.True(verdict.SignedDistanceMetres > 0);
    }

    [Theory]
    [InlineData(0, 106.8)]
    [InlineData(-6.2, 0)]
    [InlineData(0, 0)]
    public void Zero_degrees_are_judged_like_any_other(double latitude, double longitude)
    {
        var around = Areas.Box(longitude - 0.01, latitude - 0.01, longitude + 0.01, latitude + 0.01);
        Assert.Equal(Placement.Inside, Judge(Some.Fix(latitude, longitude), Some.Fence(area: around)).Placement);
        Assert.Equal(Placement.Outside, Judge(Some.Fix(latitude, longitude), Some.Fence()).Placement);
    }

    [Theory]
    [InlineData(106.0005, Placement.Inside)]
    [InlineData(106.0050, Placement.Outside)]
    [InlineData(106.0105, Placement.Inside)]
    public void Each_part_of_a_multipolygon_counts(double longitude, Placement placement)
    {
        var area = Areas.Join(
            (NetTopologySuite.Geometries.Polygon)Areas.Box(106, 0, 106.001, 0.001)[0],
            (NetTopologySuite.Geometries.Polygon)Areas.Box(106.01, 0, 106.011, 0.001)[0]);
        Assert.Equal(placement, Judge(Some.Fix(0.0005, longitude), Some.Fence(area: area)).Placement);
    }

    [Fact]
    public void The_verdict_names_the_fence_and_its_version()
    {
        var verdict = Judge(Some.AtTheOffice, Some.Fence() with { Version = 7 });
        Assert.Equal(Some.FenceId(), verdict.FenceId);
        Assert.Equal(7, verdict.FenceVersion);
        Assert.Equal(GeofenceKind.Office, verdict.FenceKind);
    }

    // Threshold: inside needs both the exact predicate and the probability; one of them alone is uncertain.
    [Theory]
    [InlineData(106.8125, 0.49, Placement.Inside)]
    [InlineData(106.8125, 0.51, Placement.Uncertain)]
    [InlineData(106.8124, 0.2, Placement.Uncertain)] // 11 m outside, 100 m accuracy: as likely as not
    [InlineData(106.8124, 0.6, Placement.Outside)]
    public void Covered_and_likely_are_both_needed_for_inside(
        double longitude, double threshold, Placement placement) =>
        Assert.Equal(
            placement, Judge(Some.Fix(-6.23, longitude, 100), Some.Fence(threshold: threshold)).Placement);

    [Fact]
    public void A_threshold_met_exactly_is_likely() =>
        Assert.Equal(Placement.Inside, Judge(Some.Fix(-6.23, 106.816, 1), Some.Fence(threshold: 1)).Placement);

    [Fact]
    public void Inside_wins_over_uncertain_and_uncertain_over_outside()
    {
        var far = Some.Fence("a-far", Areas.Box(106.83, -6.234375, 106.84, -6.2265625));
        var unsure = Some.Fence("b-unsure", threshold: 0.99);
        var sure = Some.Fence("c-sure", threshold: 0.1);
        var fix = Some.Fix(-6.23, 106.8126, 30);
        Assert.Equal("c-sure", $"{Judge(fix, far, unsure, sure).FenceId}");
        Assert.Equal("b-unsure", $"{Judge(fix, far, unsure).FenceId}");
        Assert.Equal("a-far", $"{Judge(fix, far).FenceId}");
    }

    [Fact]
    public void A_lower_threshold_makes_the_farther_and_less_likely_win()
    {
        // About one and 1.8 deviations away, on either side of the fix.
        var strict = Some.Fence("strict", Areas.Box(106.81259, -6.24, 106.82, -6.22), threshold: 0.9);
        var lenient = Some.Fence("lenient", Areas.Box(106.80, -6.24, 106.81234, -6.22), threshold: 0.01);
        var verdict = Judge(Some.Fix(-6.23, 106.8125, 15.1), strict, lenient);

        Assert.Equal(Placement.Uncertain, verdict.Placement);
        Assert.Equal("lenient", verdict.FenceId!.Value.ToString());
    }

    [Fact]
    public void Of_two_outside_the_nearer_names_the_verdict()
    {
        var near = Some.Fence("z-near", Areas.Box(106.83, -6.24, 106.84, -6.23));
        var far = Some.Fence("a-far", Areas.Box(106.93, -6.24, 106.94, -6.23));
        Assert.Equal("z-near", $"{Judge(Some.AtTheOffice, far, near).FenceId}");
    }

    [Fact]
    public void Of_two_alike_the_first_by_id_names_the_verdict() =>
        Assert.Equal("aa", $"{Judge(Some.AtTheOffice, Some.Fence("bb"), Some.Fence("aa")).FenceId}");

    public static TheoryData<string, string, bool> Scopes => new()
    {
        { "", "", true },
        { "biro-sdm", "", true },
        { "biro-umum", "", false },
        { "", "peg-0001", true },
        { "", "peg-0002", false },
        { "biro-umum", "peg-0001", true },
        { "biro-sdm", "peg-0002", true },
        { "biro-umum", "peg-0002", false },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public void A_fence_holds_for_its_units_and_people_or_for_everybody(string unit, string person, bool holds)
    {
        var scope = new GeofenceScope(
            unit.Length > 0 ? [UnitId.Parse(unit).Value] : [], person.Length > 0 ? [Some.Person(person)] : []);
        var verdict = Judge(Some.AtTheOffice, Some.Fence(scope: scope));
        Assert.Equal(holds ? Placement.Inside : Placement.Unknown, verdict.Placement);
    }

    // First day included, end day excluded, both by the calendar on the fence's own wall.
    [Theory]
    [InlineData("2026-03-31T14:59:59Z", false)] // 31 March 23:59:59 WIT
    [InlineData("2026-03-31T15:00:00Z", true)] // 1 April 00:00 WIT, still 31 March WIB
    [InlineData("2026-04-02T14:59:59Z", true)]
    [InlineData("2026-04-02T15:00:00Z", false)] // 3 April 00:00 WIT
    public void A_fence_is_valid_from_its_first_day_to_before_its_end_in_its_zone(string at, bool valid)
    {
        var fence = Some.Fence(zone: Some.Wit, from: new LocalDate(2026, 4, 1), to: new LocalDate(2026, 4, 3));
        var verdict = new GeofenceMap([fence]).Judge(Some.AtTheOffice, Some.Employee(), Some.At(at));
        Assert.Equal(valid ? Placement.Inside : Placement.Unknown, verdict.Placement);
    }

    [Fact]
    public void A_fence_that_does_not_hold_cannot_win()
    {
        var past = Some.Fence("past", to: new LocalDate(2026, 4, 1));
        var open = Some.Fence("open", Areas.Box(106.83, -6.24, 106.84, -6.23));
        Assert.Equal("open", $"{Judge(Some.AtTheOffice, past, open).FenceId}");
    }

    [Fact]
    public void A_map_without_fences_knows_nothing() =>
        Assert.Equal(FenceVerdict.Unknown, Judge(Some.AtTheOffice));

    [Fact]
    public void A_fence_is_found_by_its_id()
    {
        var map = new GeofenceMap([Some.Fence()]);
        Assert.Equal(Some.FenceId(), map.Find(Some.FenceId())!.Id);
        Assert.Null(map.Find(Some.FenceId("other")));
    }

    private static NetTopologySuite.Geometries.MultiPolygon WithHole => Areas.Of(
        [new(0, 0), new(4, 0), new(4, 4), new(0, 4)], [new(1, 1), new(3, 1), new(3, 3), new(1, 3)]);

    [Fact]
    public void A_fence_of_a_post_is_that_of_whoever_holds_it()
    {
        var post = PostId.Parse("analis").Value;
        var scope = GeofenceScope.Everybody with { Posts = [post] };
        Assert.False(scope.Covers(Some.Employee()));
        Assert.True(scope.Covers(Some.Employee() with { PostId = post }));
        Assert.False(scope.Covers(Some.Employee() with { PostId = PostId.Parse("penyuluh").Value }));
    }

    private static FenceVerdict Judge(Position position, params Geofence[] fences) =>
        new GeofenceMap(fences).Judge(position, Some.Employee(), Some.Morning);
}
