using System.Text.Json;
using Kinerja.Application.Geofencing;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Geofencing;

public sealed class ImportGeofencesTests
{
    private const string Bowtie = "[[106,-7],[107,-6],[107,-7],[106,-6],[106,-7]]";
    private const string Square = "[[106,-7],[107,-7],[107,-6],[106,-6],[106,-7]]";

    private readonly World _world = new();

    [Fact]
    public async Task One_bad_feature_spoils_nothing_but_itself_and_the_order_is_kept()
    {
        var items = await ItemsAsync(Feature("satu", Square), Feature("dua", Bowtie), "7", Feature("tiga", Square));
        Assert.Equal([201, 400, 400, 201], items.Select(i => i.Status));
        Assert.Equal([0, 1, 2, 3], items.Select(i => i.Index));
        Assert.Equal(["satu", null, null, "tiga"], items.Select(i => i.Id?.ToString()));
        Assert.Equal(2, _world.Geofences.Current.Keys.Count(k => k.Item2.ToString() is "satu" or "tiga"));
    }

    [Fact]
    public async Task A_problem_says_in_which_feature_where_and_what()
    {
        var problem = (await ItemsAsync(Feature("satu", Square), Feature("dua", Bowtie)))[1].Problem!;
        Assert.Equal("urn:kinerja:problem:invalid-geofence", problem.Type);
        var fault = Assert.Single(problem.Errors!);
        Assert.Equal("/features/1/geometry", fault.Pointer);
        Assert.Contains("longitude 106.5, latitude -6.5", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_body_again_is_unchanged_throughout()
    {
        string[] features = [Feature("satu", Square), Feature("dua", Square)];
        await ItemsAsync(features);
        var versions = _world.Geofences.Versions.Count;
        var again = await ItemsAsync(features);
        Assert.All(again, i => Assert.Equal((200, "unchanged", 1), (i.Status, i.Outcome, i.Version)));
        Assert.Equal(versions, _world.Geofences.Versions.Count);
    }

    [Fact]
    public async Task A_changed_feature_is_the_next_version()
    {
        await ItemsAsync(Feature("satu", Square));
        var item = Assert.Single(await ItemsAsync(Feature("satu", Square, "Nama baru")));
        Assert.Equal((201, "stored", 2), (item.Status, item.Outcome, item.Version));
    }

    [Theory]
    [InlineData("""{"type":"Feature"}""")]
    [InlineData("""{"type":"Feature","id":7.5}""")]
    [InlineData("""{"type":"Feature","id":"Kantor"}""")]
    public async Task A_feature_without_a_fences_id_is_refused_at_its_id(string feature) =>
        Assert.Equal("/features/0/id", Assert.Single((await ItemsAsync(feature))[0].Problem!.Errors!).Pointer);

    [Fact]
    public async Task A_fence_that_stands_twice_is_taken_once()
    {
        var items = await ItemsAsync(Feature("satu", Square), Feature("satu", Square, "Lain"));
        Assert.Equal([201, 400], items.Select(i => i.Status));
        Assert.Equal("/features/1/id", Assert.Single(items[1].Problem!.Errors!).Pointer);
    }

    [Fact]
    public async Task A_number_names_the_same_fence_as_its_digits()
    {
        var numbered = Feature("7", Square).Replace("\"7\"", "7", StringComparison.Ordinal);
        var items = await ItemsAsync(numbered, Feature("7", Square));
        Assert.Equal([(201, "7"), (400, null)], items.Select(i => (i.Status, i.Id?.ToString())));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"FeatureCollection"}""")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""")]
    [InlineData("""{"type":"FeatureCollection","features":{}}""")]
    [InlineData("""{"type":"Feature","features":[1]}""")]
    [InlineData("""{"type":"FeatureCollection","\ud800":1,"features":[1]}""")]
    public async Task What_is_no_collection_is_refused_as_a_whole(string body) =>
        Refused.Is(RefusalCodes.InvalidGeofence, await ImportAsync(body));

    [Fact]
    public async Task A_thousand_features_are_enough() => Assert.Equal(
        RefusalKind.TooLarge,
        Refused.Is(RefusalCodes.BatchTooLarge, await ImportAsync(Collection(Enumerable.Repeat("1", 1001)))).Kind);

    [Fact]
    public async Task An_unknown_agency_has_no_fences()
    {
        using var document = JsonDocument.Parse(Collection([Feature("satu", Square)]));
        Refused.Is(
            RefusalCodes.UnknownAgency,
            await _world.ImportGeofences.ExecuteAsync(document.RootElement, Some.ActorOf(Some.OtherAgencyId), default));
    }

    private async Task<IReadOnlyList<FenceImportItem>> ItemsAsync(params string[] features) =>
        (await ImportAsync(Collection(features))).Value.Items;

    private async Task<Result<FenceImportResponse>> ImportAsync(string body)
    {
        using var document = JsonDocument.Parse(body);
        return (await _world.ImportGeofences.ExecuteAsync(document.RootElement, Some.Actor, default))
            .Then<FenceImportResponse>(outcomes => FenceImportResponse.Of(outcomes, indonesian: false));
    }

    private static string Collection(IEnumerable<string> features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    private static string Feature(string id, string ring, string name = "Kantor") => $$$"""
        {"type":"Feature","id":"{{{id}}}","properties":{"name":"{{{name}}}","kind":"office","zone":"Asia/Jakarta"},
         "geometry":{"type":"Polygon","coordinates":[{{{ring}}}]}}
        """;
}
