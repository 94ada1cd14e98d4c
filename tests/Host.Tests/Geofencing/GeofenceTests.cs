using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Kinerja.Application.Geofencing;
using Kinerja.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.Geofencing;

/// <summary>Fences over HTTP and in the real table: size, versions, and two writers at once.</summary>
[Collection(nameof(CloudFixture))]
public sealed class GeofenceTests(CloudFixture cloud)
{
    private const string Fix = """{"latitude":0.1,"longitude":141.0,"accuracyMetres":10}""";

    [Fact]
    public async Task A_fence_of_100_000_vertices_comes_back_whole_and_judges()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/geofences/wilayah";
        var body = Wheel(100_000, "Wilayah");

        var put = await agency.Api.PutAsync(path, body);
        var read = await agency.Api.GetAsync(path);
        var verdict = await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn("wide-area", position: Fix));
        var list = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/geofences");

        Assert.Equal((200, 200), (put.Status, read.Status));
        var ring = read.Json!["geometry"]!["coordinates"]![0]![0]!.AsArray();
        Assert.Equal(100_000, ring.Count);
        Assert.True(((JsonObject)put.Json!).Remove("usableAccuracy"));
        Assert.Equal(put.Json.ToJsonString(), read.Json.ToJsonString());
        Assert.Equal("inside", (string?)verdict.Json!["placement"]);
        Assert.Equal("wilayah", (string?)verdict.Json["fence"]!["id"]);
        Assert.InRange((double)verdict.Json["signedDistanceMetres"]!, -101_000, -99_000);
        Assert.Equal([5 + 5, 100_000], list.Json!["geofences"]!.AsArray().Select(f => (int)f!["vertices"]!));
    }

    [Fact]
    public async Task The_same_body_again_is_the_standing_version()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/geofences/wilayah";
        var first = await agency.Api.PutAsync(path, Wheel(20_000, "Wilayah"));
        var rows = await Refusals.StoredRows.OfAsync(cloud, agency.Id);

        var again = await agency.Api.PutAsync(path, Wheel(20_000, "Wilayah"));
        var lostAnswer = await agency.Api.PutAsync(path, Wheel(20_000, "Wilayah"), "\"0\"");

        Assert.Equal(("\"1\"", "\"1\"", 200), (Tag(first), Tag(again), lostAnswer.Status));
        Assert.Equal(rows, await Refusals.StoredRows.OfAsync(cloud, agency.Id));
    }

    [Fact]
    public async Task Bug_fence_edited_after_the_fact_an_old_version_stays_what_it_was()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/geofences/kantor";
        var before = await agency.Api.GetAsync(path);
        await agency.Api.PutAsync(path, Wheel(30_000, "Pindah"));
        await agency.Api.SendAsync(HttpMethod.Delete, path, null);
        await agency.Api.PutAsync(path, Wheel(10, "Lagi"));

        var versions = await agency.Api.GetAsync(path + "/versions");
        var first = await agency.Api.GetAsync(path + "/versions/1");
        var second = await agency.Api.GetAsync(path + "/versions/2");

        Assert.Equal([1, 2, 3], versions.Json!["geofences"]!.AsArray().Select(v => (int)v!["version"]!));
        Assert.Equal(before.Json!.ToJsonString(), first.Json!.ToJsonString());
        Assert.Equal(30_000, second.Json!["geometry"]!["coordinates"]![0]![0]!.AsArray().Count);
        await Refusals.Refused.GetAsync(agency.Api, path + "/versions/4", 404, "unknown-geofence");
        await Refusals.Refused.GetAsync(agency.Api, path + "/versions/satu", 400, "invalid-field", "/version");
    }

    [Fact]
    public async Task Bug_a_DELETE_and_a_PUT_of_one_fence_at_once_cannot_both_succeed()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var (store, id) = (cloud.Services.GetRequiredService<IGeofences>(), GeofenceId.Parse("kantor").Value);
        var owner = AgencyId.Parse(agency.Id).Value;
        var standing = (await store.FindStandingAsync(owner, id, default))!;
        var fence = (await store.FindAsync(owner, id, default))! with { Version = 2, Name = "Baru" };
        var next = new FenceVersion(fence, new string('0', 64), NodaTime.Instant.FromUnixTimeTicks(0));

        var won = await Task.WhenAll(
            store.WithdrawAsync(owner, id, standing, default),
            store.AddVersionAsync(owner, next, standing, default));

        Assert.Single(won, true);
        Assert.Equal(won[0], await store.FindAsync(owner, id, default) is null);
        Assert.Equal(won[1], await store.FindVersionAsync(owner, id, 2, default) is not null);
    }

    [Fact]
    public async Task Every_change_leaves_another_stamp()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/geofences/gudang";
        var store = cloud.Services.GetRequiredService<IGeofences>();
        var stamps = new List<string>();
        async Task NoteAsync() => stamps.Add(await store.StampAsync(AgencyId.Parse(agency.Id).Value, default));

        await NoteAsync();
        await agency.Api.PutAsync(path, Wheel(10, "Satu"));
        await NoteAsync();
        await agency.Api.SendAsync(HttpMethod.Delete, path, null);
        await NoteAsync();
        await agency.Api.PutAsync(path, Wheel(10, "Satu"));
        await NoteAsync();

        Assert.Equal(4, stamps.Distinct().Count());
        Assert.DoesNotContain("", stamps);
    }

    private static string? Tag(Answer answer) => answer.Headers.ETag?.ToString();

    /// <summary>About 100 km around a place on the equator, east of Jayapura.</summary>
    private static string Wheel(int vertices, string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < vertices; i++)
        {
            var angle = i % (vertices - 1) * 2 * Math.PI / (vertices - 1);
            var (x, y) = (141 + (0.9 * Math.Cos(angle)), 0.1 + (0.9 * Math.Sin(angle)));
            text.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "," : "")}[{x:R},{y:R}]");
        }

        return $$$"""
            {"type":"Feature","properties":{"name":"{{{name}}}","kind":"fieldSite","zone":"Asia/Jayapura"},
             "geometry":{"type":"Polygon","coordinates":[[{{{text}}}]]}}
            """;
    }
}
