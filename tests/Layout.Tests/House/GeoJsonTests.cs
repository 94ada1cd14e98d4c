using System.Text.RegularExpressions;

namespace Kinerja.Layout.Tests.House;

/// <summary>GeoJSON is read and written in one room at the edge; the domain's fences know no JSON.</summary>
public sealed partial class GeoJsonTests
{
    private const string Room = "functions/Application/Geofencing/GeoJson/";

    private static IEnumerable<string> Product => Repository.Files.Where(path =>
        path.StartsWith("functions/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal));

    [Fact]
    public void Only_the_room_of_GeoJSON_names_its_members() => Assert.Equal(
        [
            "FenceCollectionReader.cs", "GeofenceReader.cs", "GeofenceWriter.cs", "OutlineResponse.cs", "PolygonReader.cs",
        ],
        Product.Where(path => MemberOfGeoJson().IsMatch(Repository.Read(path)))
            .Select(path => path.Replace(Room, "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_domains_fences_know_no_JSON() => Assert.DoesNotContain(
        Product.Where(path => path.StartsWith("functions/Domain/Geofencing/", StringComparison.Ordinal)),
        path => new CodeFile(Repository.Read(path)).Names("System.Text.Json"));

    [GeneratedRegex("\"(FeatureCollection|Feature|MultiPolygon|Polygon|coordinates|geometry)\"")]
    private static partial Regex MemberOfGeoJson();
}
