using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NodaTime;
using static Kinerja.Application.Tests.Geofencing.GeoJson.GeofenceJson;

namespace Kinerja.Application.Tests.Geofencing.GeoJson;

public sealed class GeofenceReaderTests
{
    [Fact]
    public void The_least_feature_makes_an_open_fence_for_everybody()
    {
        var fence = Read(Feature()).Value;
        Assert.Equal((Some.FenceId, 3, "Kantor"), (fence.Id, fence.Version, fence.Name));
        Assert.Equal((GeofenceKind.Office, Some.Wib), (fence.Kind, fence.Zone));
        Assert.Null(fence.ValidFrom);
        Assert.Null(fence.ValidTo);
        Assert.Equal(Geofence.DefaultInsideThreshold, fence.InsideThreshold);
        Assert.True(fence.Scope.Covers(Some.Employee()));
    }

    [Fact]
    public void Every_property_is_read()
    {
        var fence = Read(Feature(name: "\"  Rumah \"", kind: "\"home\"", zone: "\"Asia/Jayapura\"", more: """
            ,"validFrom":"2026-01-01","validTo":"2026-04-01","insideThreshold":0.5,
            "units":["biro-sdm"],"employees":["peg-0001","peg-0002"]
            """)).Value;
        Assert.Equal(("Rumah", GeofenceKind.Home, Some.Wit), (fence.Name, fence.Kind, fence.Zone));
        Assert.Equal(new LocalDate(2026, 1, 1), fence.ValidFrom);
        Assert.Equal(new LocalDate(2026, 4, 1), fence.ValidTo);
        Assert.Equal(0.5, fence.InsideThreshold);
        Assert.Equal([Some.UnitId], fence.Scope.Units);
        Assert.Equal([Some.Person("peg-0001"), Some.Person("peg-0002")], fence.Scope.Employees);
    }

    [Theory]
    [InlineData("office", GeofenceKind.Office)]
    [InlineData("home", GeofenceKind.Home)]
    [InlineData("wfaArea", GeofenceKind.WfaArea)]
    [InlineData("fieldSite", GeofenceKind.FieldSite)]
    public void Each_kind_has_its_name(string text, GeofenceKind kind) =>
        Assert.Equal(kind, Read(Feature(kind: $"\"{text}\"")).Value.Kind);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("3")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""")]
    [InlineData("""{"type":7,"geometry":null,"properties":{}}""")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":null}""")]
    [InlineData("""{"type":"Feature","properties":{}}""")]
    public void Anything_but_a_feature_is_refused_as_a_whole(string json) =>
        Assert.Equal("", OnlyFault(Read(json)).Pointer);

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"\"")]
    [InlineData("\"   \"")]
    [InlineData("\"\\ud800\"")] // half of a surrogate pair is valid JSON and no text
    public void A_fence_needs_a_name(string name) =>
        Assert.NotNull(OnlyFault(Read(Feature(name: name))).Detail);

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_name_has_at_most_100_characters(int length, bool taken) =>
        Assert.Equal(taken, Read(Feature(name: $"\"{new string('x', length)}\"")).Refusal is null);

    [Theory]
    [InlineData("kind", "\"Office\"")]
    [InlineData("kind", "\"0\"")]
    [InlineData("kind", "1")]
    [InlineData("zone", "\"WIB\"")]
    [InlineData("zone", "\"asia/jakarta\"")]
    [InlineData("zone", "\"+07:00\"")]
    [InlineData("zone", "null")]
    public void A_bad_kind_or_zone_is_named(string field, string value)
    {
        var feature = field == "kind" ? Feature(kind: value) : Feature(zone: value);
        Assert.Equal($"/properties/{field}", OnlyFault(Read(feature)).Pointer);
    }

    [Theory]
    [InlineData("validFrom", "\"2026-02-30\"")]
    [InlineData("validFrom", "\"01/02/2026\"")]
    [InlineData("validTo", "\"2026-01-01T00:00:00Z\"")]
    [InlineData("validTo", "20260101")]
    [InlineData("insideThreshold", "0")]
    [InlineData("insideThreshold", "0.009")]
    [InlineData("insideThreshold", "0.991")]
    [InlineData("insideThreshold", "1e999")]
    [InlineData("insideThreshold", "\"0.5\"")]
    [InlineData("insideThreshold", "null")]
    [InlineData("units", "\"biro-sdm\"")]
    [InlineData("employees", "{}")]
    public void A_bad_property_is_named(string field, string value) =>
        Assert.Equal($"/properties/{field}", OnlyFault(Read(Feature(more: $",\"{field}\":{value}"))).Pointer);

    [Theory]
    [InlineData("0.01")]
    [InlineData("0.99")]
    public void The_edges_of_the_threshold_are_taken(string value) =>
        Assert.Null(Read(Feature(more: $",\"insideThreshold\":{value}")).Refusal);

    [Fact]
    public void A_bad_id_in_a_list_is_named_by_its_index()
    {
        var result = Read(Feature(more: ""","units":["biro-sdm","Biro"],"employees":[7,"199009132015031001"]"""));
        Assert.Equal(
            ["/properties/units/1", "/properties/employees/0", "/properties/employees/1"],
            result.Refusal!.Faults.Select(f => f.Pointer));
    }

    [Theory]
    [InlineData("2026-02-01", "2026-02-01")]
    [InlineData("2026-02-02", "2026-02-01")]
    public void The_end_comes_after_the_first_day(string from, string to) =>
        Assert.Equal("/properties/validTo", OnlyFault(Read(Feature(
            more: $",\"validFrom\":\"{from}\",\"validTo\":\"{to}\""))).Pointer);

    [Fact]
    public void A_null_day_is_open() =>
        Assert.Null(Read(Feature(more: ""","validFrom":null,"validTo":null""")).Value.ValidTo);

    [Theory]
    [InlineData("radius", "/properties/radius")]
    [InlineData("Name", "/properties/Name")]
    [InlineData("a/b~c", "/properties/a~1b~0c")] // RFC 6901
    public void An_unknown_property_is_named(string property, string pointer) =>
        Assert.Equal(pointer, OnlyFault(Read(Feature(more: $",\"{property}\":1"))).Pointer);

    [Fact]
    public void Foreign_members_beside_the_known_ones_are_ignored() =>
        Assert.Null(Read(Feature().TrimEnd()[..^1] + ",\"title\":7,\"bbox\":[1,2,3,4]}").Refusal);

    [Fact]
    public void All_faults_are_reported_at_once()
    {
        var result = Read(Feature(geometry: "null", name: "7", kind: "\"x\"", zone: "\"y\"", more: ",\"z\":1"));
        Assert.Equal(
            ["/properties/z", "/properties/name", "/properties/kind", "/properties/zone", "/geometry"],
            result.Refusal!.Faults.Select(f => f.Pointer));
    }
}
