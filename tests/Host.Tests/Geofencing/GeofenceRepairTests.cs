using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Geofencing;

/// <summary>Where an outline crosses itself, and the suggestion that goes through a PUT, over HTTP.</summary>
[Collection(nameof(CloudFixture))]
public sealed class GeofenceRepairTests(CloudFixture cloud)
{
    private const string BowTie =
        "[[[[140.720,-2.540],[140.722,-2.540],[140.720,-2.538],[140.722,-2.538],[140.720,-2.540]]]]";

    private const string WithHole =
        "[[[[140.72,-2.54],[140.73,-2.54],[140.73,-2.53],[140.725,-2.53],[140.725,-2.528],[140.726,-2.5301],"
        + "[140.72,-2.53],[140.72,-2.54]],"
        + "[[140.722,-2.538],[140.724,-2.538],[140.724,-2.536],[140.722,-2.536],[140.722,-2.538]]]]";

    [Fact]
    public async Task A_refused_outline_says_where_it_crosses_itself_and_other_faults_name_no_place()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}/geofences";

        var put = await agency.Api.PutAsync($"{root}/silang", HostileOutlines.Feature(BowTie));
        var trial = await agency.Api.PostAsync(
            $"{root}/silang/test",
            $$"""{"feature":{{HostileOutlines.Feature(BowTie)}},"from":"2026-01-05","to":"2026-01-06"}""");
        var open = await agency.Api.PutAsync($"{root}/silang", HostileOutlines.Feature("[[[[140,-2],[141,-2]]]]"));

        Assert.Equal((400, 400, 400), (put.Status, trial.Status, open.Status));
        foreach (var errors in new[] { put.Json!["errors"]!, trial.Json!["errors"]! })
        {
            Assert.Equal(140.721, (double)errors[0]!["at"]![0]!, 1e-9);
            Assert.Equal(-2.539, (double)errors[0]!["at"]![1]!, 1e-9);
        }

        Assert.Null(open.Json!["errors"]![0]!["at"]);
    }

    [Theory]
    [InlineData(BowTie, 2, 0)]
    [InlineData(WithHole, 2, 1)]
    public async Task A_suggestion_is_taken_by_a_PUT_and_keeps_holes(string drawn, int parts, int holes)
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}/geofences";
        var rows = await StoredRows.OfAsync(cloud, agency.Id);

        var repair = await agency.Api.PostAsync($"{root}/repair", Drawn(drawn));

        Assert.Equal(200, repair.Status);
        var coordinates = repair.Json!["geometry"]!["coordinates"]!.AsArray();
        Assert.Equal((parts, holes), (coordinates.Count, coordinates.Sum(part => part!.AsArray().Count - 1)));
        Assert.False((bool)repair.Json["sameAsDrawn"]!);
        Assert.True((double)repair.Json["squareMetres"]! > (double)repair.Json["drawnSquareMetres"]!);
        Assert.Equal(rows, await StoredRows.OfAsync(cloud, agency.Id));
        var put = await agency.Api.PutAsync(
            $"{root}/diperbaiki", HostileOutlines.Feature(coordinates.ToJsonString()));
        Assert.Equal(200, put.Status);
    }

    [Fact]
    public async Task What_is_no_outline_or_too_much_of_one_is_refused_at_its_place()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/geofences/repair";

        await Refused.PostAsync(agency.Api, path, "{}", 400, "invalid-geofence", "/geometry");
        await Refused.PostAsync(agency.Api, path, """{"geometry":{"type":"Point","coordinates":[1,2]}}""", 400,
            "invalid-geofence", "/geometry");
        await Refused.PostAsync(
            agency.Api, path, Drawn("[[[[0,0],[1,0],[2,0],[0,0]]]]"), 400, "invalid-geofence", "/geometry");
        await Refused.PostAsync(
            agency.Api, path, Drawn(HostileOutlines.Families["comb upright"](12_000)), 400, "invalid-geofence",
            "/geometry");
    }

    private static string Drawn(string coordinates) =>
        $$$"""{"geometry":{"type":"MultiPolygon","coordinates":{{{coordinates}}}}}""";
}
