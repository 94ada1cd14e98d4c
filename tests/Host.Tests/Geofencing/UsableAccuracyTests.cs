namespace Kinerja.Host.Tests.Geofencing;

/// <summary>
/// Each fence says how coarse a fix may be in it, and warns where many honest ones will stay uncertain.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class UsableAccuracyTests(CloudFixture cloud)
{
    [Fact]
    public async Task A_fence_says_its_largest_usable_accuracy_when_it_is_written_and_tried()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/geofences/pos";

        var narrow = await agency.Api.PutAsync(path, Square(0.0003));
        var wide = await agency.Api.PutAsync(path, Square(0.002));
        var again = await agency.Api.PutAsync(path, Square(0.002));
        var tried = await agency.Api.PostAsync(
            path + "/test", $$"""{"feature":{{Square(0.0003)}},"from":"2026-01-01","to":"2026-01-06"}""");
        var import = await agency.Api.PostAsync(
            $"/api/v1/agencies/{agency.Id}/geofences/import",
            $$"""{"type":"FeatureCollection","features":[{{Square(0.0003, "\"id\":\"pos-2\",")}}]}""");

        // A square of 33.2 m by 33.4 m: 1.27 times its side.
        Assert.InRange((double)narrow.Json!["usableAccuracy"]!["largestMetres"]!, 41, 43);
        Assert.NotNull(narrow.Json["usableAccuracy"]!["warning"]!["id"]);
        Assert.InRange((double)wide.Json!["usableAccuracy"]!["largestMetres"]!, 275, 285);
        Assert.Null(wide.Json["usableAccuracy"]!["warning"]);
        Assert.Equal(wide.Json.ToJsonString(), again.Json!.ToJsonString());
        Assert.InRange((double)tried.Json!["usableAccuracy"]!["largestMetres"]!, 41, 43);
        Assert.NotNull(import.Json!["items"]![0]!["usableAccuracy"]!["warning"]);
    }

    private static string Square(double degrees, string id = "")
    {
        var (west, south, east, north) = (140.8, -2.6, 140.8 + degrees, -2.6 + degrees);
        return FormattableString.Invariant(
            $$$"""
            {"type":"Feature",{{{id}}}"properties":{"name":"Pos","kind":"office","zone":"Asia/Jayapura"},
             "geometry":{"type":"Polygon","coordinates":[[[{{{west}}},{{{south}}}],[{{{east}}},{{{south}}}],
              [{{{east}}},{{{north}}}],[{{{west}}},{{{north}}}],[{{{west}}},{{{south}}}]]]}}
            """);
    }
}
