namespace Kinerja.Host.Tests.Refusals;

/// <summary>The register and its geofences: what is not valid never gets in.</summary>
[Collection(nameof(CloudFixture))]
public sealed class RegisterRefusalTests(CloudFixture cloud)
{
    private const string Square = "[[140.7,-2.6],[140.8,-2.6],[140.8,-2.5],[140.7,-2.5],[140.7,-2.6]]";

    [Fact]
    public Task An_invalid_register_is_refused_with_every_fault() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var root = $"/api/v1/agencies/{agency.Id}";

        await Refused.PutAsync(
            agency.Api, root, """{"name":"","zone":"WIB"}""", 400, "invalid-field", "/name", "/zone");
        await Refused.PutAsync(
            agency.Api, root + "/units", """{"units":[{"id":"ok","name":"n","zone":"Asia/Jakarta"},{},null]}""",
            400, "invalid-field", "/units/1/id", "/units/1/name", "/units/1/zone", "/units/2");
        await Refused.PutAsync(
            agency.Api, root + "/employees",
            """{"employees":[{"id":"self","unitId":"tu","kind":"pns","raterId":"self","nip":"123"}]}""",
            400, "invalid-field", "/employees/0/nip", "/employees/0/raterId");
        await Refused.PutAsync(
            agency.Api, root + "/employees",
            """{"employees":[{"id":"fine","unitId":"tu","kind":"pns"},{"id":"lost","unitId":"bukan","kind":"pns"}]}""",
            422, "unknown-unit", "/employees/1/unitId");
        await Refused.PutAsync(
            agency.Api, root + "/employees",
            """{"employees":[{"id":"fine","unitId":"tu","kind":"pns","postId":"belum-ada"}]}""",
            422, "unknown-post", "/employees/0/postId");
        await Refused.PutAsync(
            agency.Api, root + "/posts", """{"posts":[{"id":"ok","name":"n"},{},null]}""",
            400, "invalid-field", "/posts/1/id", "/posts/1/name", "/posts/2");
    });

    [Theory]
    [InlineData("""[{"id":"tu","name":"n","zone":"Asia/Jakarta","parentId":"tu"}]""", "/units/0/parentId")]
    [InlineData(
        """
        [{"id":"a","name":"n","zone":"Asia/Jakarta","parentId":"b"},
         {"id":"ok","name":"n","zone":"Asia/Jakarta","parentId":"a"},
         {"id":"b","name":"n","zone":"Asia/Jakarta","parentId":"tu"},
         {"id":"tu","name":"n","zone":"Asia/Jakarta","parentId":"a","from":"2027-01-01"}]
        """,
        "/units/0/parentId", "/units/2/parentId", "/units/3/parentId")]
    public Task A_unit_that_would_stand_above_itself_is_refused(string units, params string[] pointers) =>
        Refused.WithNothingStoredAsync(cloud, agency => Refused.PutAsync(
            agency.Api, $"/api/v1/agencies/{agency.Id}/units", $$"""{"units":{{units}}}""",
            400, "invalid-field", pointers));

    [Theory]
    [InlineData("UTC+07")]
    [InlineData("asia/jakarta")]
    [InlineData("+07:00")]
    [InlineData("WIB")]
    public Task A_zone_that_is_not_in_the_IANA_database_is_refused(string zone) =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var root = $"/api/v1/agencies/{agency.Id}";
        await Refused.PutAsync(
            agency.Api, root, $$"""{"name":"n","zone":"{{zone}}"}""", 400, "invalid-field", "/zone");
        await Refused.PutAsync(
            agency.Api, root + "/units", $$"""{"units":[{"id":"ok","name":"n","zone":"{{zone}}"}]}""",
            400, "invalid-field", "/units/0/zone");
    });

    [Fact]
    public Task A_NIP_of_another_person_is_refused() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var root = $"/api/v1/agencies/{agency.Id}/employees";
        const string Ani = "199009132025242014", Fresh = "198804122010012003";

        await Refused.PutAsync(
            agency.Api, root,
            $$"""{"employees":[{"id":"baru-1","unitId":"tu","kind":"pns"},{"id":"baru-2","unitId":"tu","kind":"pns","nip":"{{Ani}}"}]}""",
            422, "nip-taken", "/employees/1/nip");
        await Refused.PutAsync(
            agency.Api, root,
            $$"""{"employees":[{"id":"baru-1","unitId":"tu","kind":"pns","nip":"{{Fresh}}"},{"id":"baru-2","unitId":"tu","kind":"pns","nip":"{{Fresh}}"}]}""",
            422, "nip-taken", "/employees/1/nip");
    });

    [Fact]
    public Task An_entitlement_is_granted_whole_or_not_at_all() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        const string Ani = "/api/v1/employees/ani-1/entitlements";
        const string Good =
            """{"kind":"flexiblePlace","from":"2026-01-01","to":"2026-04-01","daysPerWeek":1,"source":"ranking 2025-Q4","decidedById":"head-1"}""";

        await Refused.PutAsync(
            agency.Api, Ani, """{"kind":"bonus"}""", 400, "invalid-field", "/kind", "/from", "/to", "/source", "/decidedById");
        await Refused.PutAsync(
            agency.Api,
            Ani,
            Good.Replace("2026-04-01", "2026-01-01", StringComparison.Ordinal),
            400,
            "invalid-field",
            "/to");
        await Refused.PutAsync(
            agency.Api, "/api/v1/employees/nobody/entitlements", Good, 404, "unknown-employee", "/employeeId");
        await Refused.PostAsync(
            agency.Api, Ani + "/revocations",
            """{"kind":"flexiblePlace","entitlementFrom":"2026-01-01","from":"2026-02-01","reason":"r"}""",
            404, "unknown-entitlement");
    });

    [Fact]
    public async Task Nothing_is_registered_for_an_agency_that_is_not()
    {
        const string Root = "/api/v1/agencies/belum-ada";
        var api = cloud.ApiOf("belum-ada");

        await Refused.PutAsync(
            api,
            Root + "/units",
            """{"units":[{"id":"tu","name":"n","zone":"Asia/Jakarta"}]}""",
            404,
            "unknown-agency");
        await Refused.PutAsync(
            api,
            Root + "/employees",
            """{"employees":[{"id":"ani-1","unitId":"tu","kind":"pns"}]}""",
            404,
            "unknown-agency");
        await Refused.PutAsync(api, Root + "/geofences/kantor", Feature(Square), 404, "unknown-agency");
        await Refused.PutAsync(
            api, Root + "/ratings/2026-Q1/ani-1",
            """{"raterId":"head-1","result":"meets","behaviour":"meets","skpScore":9,"behaviourScore":9}""", 404,
            "unknown-agency");
        await Refused.PutAsync(
            api,
            Root + "/units/tu/performance/2026-Q1",
            """{"level":"good","setById":"chief"}""",
            404,
            "unknown-agency");
        Assert.Empty(await StoredRows.OfAsync(cloud, "belum-ada"));
    }

    [Fact]
    public Task Ids_in_paths_follow_their_rules() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        foreach (var id in new[] { "A", "a", "-ab", "a_b", "a'%20or%201%20eq%201", "..%2fx", new string('x', 33) })
        {
            await Refused.GetAsync(
                agency.Api, $"/api/v1/agencies/{id}/runs/2026-Q1", 400, "invalid-field", "/agencyId");
        }

        await Refused.GetAsync(
            agency.Api, $"/api/v1/agencies/{agency.Id}/geofences/Kantor", 400, "invalid-field", "/id");
        await Refused.GetAsync(
            agency.Api, $"/api/v1/agencies/{agency.Id}/runs/2026-q1", 400, "invalid-field", "/period");
    });

    [Fact]
    public Task Invalid_geofences_are_refused_with_their_place() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        await RefuseAsync(Feature("[[0,0],[2,2],[2,0],[0,2],[0,0]]"), "/geometry");
        await RefuseAsync(Feature("[[0,0],[2,0],[2,2],[0,2]]"), "/geometry/coordinates/0/3");
        await RefuseAsync(Feature("[[0,0],[2,0],[0,0]]"), "/geometry/coordinates/0");
        await RefuseAsync(Feature("[[0,0],[181,0],[2,2],[0,0]]"), "/geometry/coordinates/0/1");
        await RefuseAsync(Feature("[[0,0],[1e999,0],[2,2],[0,0]]"), "/geometry/coordinates/0/1");
        await RefuseAsync(Feature("[[-170,0],[170,0],[170,2],[-170,2],[-170,0]]"), "/geometry");
        await RefuseAsync(Feature(Square).Replace("Polygon", "Point", StringComparison.Ordinal), "/geometry");
        await RefuseAsync(Feature(Square).Replace("office", "pub", StringComparison.Ordinal), "/properties/kind");
        await RefuseAsync(
            Feature(Square).Replace("\"name\":\"K\",", "\"colour/1\":0,", StringComparison.Ordinal),
            "/properties/colour~11",
            "/properties/name");
        await RefuseAsync(Feature("[[0,0],[2,0,1,5],[2,2],[0,0]]"), "/geometry/coordinates/0/1");
        await RefuseAsync(With("\"id\":\"kantor\""), "/id");
        await RefuseAsync(With("\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4211\"}}"), "/crs");
        await RefuseAsync("[]", "");
        await RefuseAsync("7", "");

        static string With(string member) => $"{Feature(Square).TrimEnd()[..^1]},{member}}}";

        Task RefuseAsync(string body, params string[] pointers) => Refused.PutAsync(
            agency.Api, $"/api/v1/agencies/{agency.Id}/geofences/baru", body, 400, "invalid-geofence", pointers);
    });

    [Fact]
    public Task A_geofence_is_changed_only_from_its_current_version() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var kantor = $"/api/v1/agencies/{agency.Id}/geofences/kantor";
        var baru = $"/api/v1/agencies/{agency.Id}/geofences/baru";

        await Refused.SendAsync(agency.Api, HttpMethod.Put, kantor, Feature(Square), 412, "stale-version", [], "\"2\"");
        await Refused.SendAsync(
            agency.Api, HttpMethod.Delete, kantor, (string?)null, 412, "stale-version", [], "\"0\"");
        await Refused.SendAsync(agency.Api, HttpMethod.Put, baru, Feature(Square), 412, "stale-version", [], "\"1\"");
        await Refused.SendAsync(
            agency.Api, HttpMethod.Put, kantor, Feature(Square), 412, "stale-version", [], "W/\"1\"");
        await Refused.SendAsync(
            agency.Api, HttpMethod.Put, kantor, Feature(Square), 400, "invalid-field", [""], "1");
        await Refused.GetAsync(agency.Api, baru, 404, "unknown-geofence");
        await Refused.SendAsync(agency.Api, HttpMethod.Delete, baru, (string?)null, 404, "unknown-geofence", []);
    });

    private static string Feature(string ring) => $$$"""
        {"type":"Feature","properties":{"name":"K","kind":"office","zone":"Asia/Jayapura"},
         "geometry":{"type":"Polygon","coordinates":[{{{ring}}}]}}
        """;
}
