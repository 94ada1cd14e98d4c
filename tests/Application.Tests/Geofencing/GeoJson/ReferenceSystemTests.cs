using System.Text.Json;
using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using static Kinerja.Application.Tests.Geofencing.GeoJson.GeofenceJson;

namespace Kinerja.Application.Tests.Geofencing.GeoJson;

/// <summary>A crs is WGS 84 by any of its names, or it is refused by its own.</summary>
public sealed class ReferenceSystemTests
{
    [Theory]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84")]
    [InlineData("urn:ogc:def:crs:OGC::CRS84")]
    [InlineData("urn:ogc:def:crs:OGC:2:84", "urn:ogc:def:crs:OGC:2:84")]
    [InlineData("URN:OGC:DEF:CRS:OGC:1.3:CRS84")]
    [InlineData("urn:x-ogc:def:crs:EPSG:4326")]
    [InlineData("urn:ogc:def:crs:EPSG::4326")]
    [InlineData("urn:ogc:def:crs:EPSG:6.9:4326")]
    [InlineData("http://www.opengis.net/def/crs/OGC/1.3/CRS84")]
    [InlineData("https://www.opengis.net/def/crs/EPSG/0/4326")]
    [InlineData("EPSG:4326")]
    [InlineData("epsg:4326")]
    [InlineData("OGC:CRS84")]
    [InlineData("CRS84")]
    [InlineData("EPSG:4211", "EPSG:4211")]
    [InlineData("urn:ogc:def:crs:EPSG::4211", "urn:ogc:def:crs:EPSG::4211")]
    [InlineData("urn:ogc:def:crs:EPSG::3857", "urn:ogc:def:crs:EPSG::3857")]
    [InlineData("urn:ogc:def:crs:EPSG::4979", "urn:ogc:def:crs:EPSG::4979")]
    [InlineData("urn:ogc:def:crs:EPSG::23830", "urn:ogc:def:crs:EPSG::23830")] // DGN95, zone of Jakarta
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS27", "urn:ogc:def:crs:OGC:1.3:CRS27")]
    [InlineData("urn:ogc:def:crs:ESRI::4326", "urn:ogc:def:crs:ESRI::4326")]
    [InlineData("urn:ogc:def:crs:EPSG::43260", "urn:ogc:def:crs:EPSG::43260")]
    [InlineData("urn:ogc:def:crs,crs:EPSG::4326,crs:EPSG::5773", "urn:ogc:def:crs,crs:EPSG::4326,crs:EPSG::5773")]
    [InlineData("EPSG:4326:4211", "EPSG:4326:4211")]
    [InlineData("4326", "4326")]
    [InlineData("", "")]
    public void Only_the_names_of_WGS_84_are_taken(string name, string? refused = null)
    {
        foreach (var crs in new[] { Named(name), $"\"{name}\"" })
        {
            var result = Read(With(crs));

            if (refused is null)
            {
                Assert.Null(result.Refusal);
            }
            else
            {
                var fault = OnlyFault(result);
                Assert.Equal("/crs", fault.Pointer);
                Assert.Contains($"The reference system {refused} is", fault.Detail, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"name"}""")]
    [InlineData("""{"type":"name","properties":null}""")]
    [InlineData("""{"type":"name","properties":{"name":7}}""")]
    [InlineData("""{"type":"name","properties":{"code":4326}}""")]
    [InlineData("""{"type":"link","properties":{"href":"http://example.com/crs/4326","type":"proj4"}}""")]
    [InlineData("""{"type":"EPSG","properties":{"code":null}}""")]
    [InlineData("""{"type":"EPSG","properties":{"code":4211}}""")]
    [InlineData("""{"type":"EPSG","properties":{"code":4326.5}}""")]
    [InlineData("""{"properties":{"name":"EPSG:4326"}}""")]
    public void A_crs_of_another_form_or_an_unknown_one_is_refused(string crs) =>
        Assert.Equal("/crs", OnlyFault(Read(With(crs))).Pointer);

    [Theory]
    [InlineData("4326")]
    [InlineData("\"4326\"")]
    public void The_drafts_form_with_a_code_is_taken(string code) =>
        Assert.Null(Read(With($$$"""{"type":"EPSG","properties":{"code":{{{code}}}}}""")).Refusal);

    [Fact]
    public void A_name_that_is_no_plain_text_or_too_long_is_not_repeated()
    {
        foreach (var name in new[] { "EPSG:\\u202e4211", new string('x', 101) })
        {
            var fault = OnlyFault(Read(With(Named(name))));
            Assert.StartsWith("This reference system", fault.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_crs_of_the_geometry_counts_as_the_features_does()
    {
        var square = Polygon(Square)[..^1];

        Assert.Null(Read(Feature(geometry: $$"""{{square}},"crs":{{Named("EPSG:4326")}}}""")).Refusal);
        Assert.Equal(
            "/geometry/crs",
            OnlyFault(Read(Feature(geometry: $$"""{{square}},"crs":{{Named("EPSG:4211")}}}"""))).Pointer);
    }

    [Fact]
    public void A_crs_of_the_collection_counts_for_all_its_features()
    {
        Assert.Null(Collection(Named("urn:ogc:def:crs:OGC:1.3:CRS84")).Refusal);
        Assert.Equal("/crs", Collection(Named("EPSG:4211")).Refusal!.Faults.Single().Pointer);
    }

    /// <summary>As every writer of GeoJSON does: EPSG's own order of the axes is not asked.</summary>
    [Fact]
    public void Longitude_comes_first_also_under_EPSG_4326()
    {
        var envelope = Read(With(Named("urn:ogc:def:crs:EPSG::4326"))).Value.Area.EnvelopeInternal;

        Assert.Equal((106.0, -7.0), (envelope.MinX, envelope.MinY));
    }

    private static Result<IReadOnlyList<JsonElement>> Collection(string crs) => FenceCollectionReader.Read(
        JsonElement.Parse($$"""{"type":"FeatureCollection","crs":{{crs}},"features":[{{Feature()}}]}"""));

    private static string Named(string name) => $$$"""{"type":"name","properties":{"name":"{{{name}}}"}}""";

    private static string With(string crs) => $"{Feature().TrimEnd()[..^1]},\"crs\":{crs}}}";
}
