using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Presence.CheckIns;

/// <summary>Where a person was on a day, and by which areas that was judged.</summary>
[Collection(nameof(CloudFixture))]
public sealed class EvidenceTests(CloudFixture cloud)
{
    private const string Day = "/api/v1/employees/ani-1/evidence/2026-01-05";

    [Fact]
    public async Task A_person_sees_where_the_phone_said_and_the_area_as_it_was_then()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn("bukti-0001"));
        await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn(
            "bukti-0002", captured: "2026-01-05T12:00:00+09:00", position: null, kind: "midDay"));
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/geofences/kantor", Fence("office", 140.9));

        var seen = (await PersonOf(agency, "ani-1", "presence.read").GetAsync(Day)).Json!;
        Assert.Equal(
            ["bukti-0001", "bukti-0002"], seen["checkIns"]!.AsArray().Select(c => (string?)c!["checkIn"]!["id"]));
        Assert.Equal(140.715, (double?)seen["checkIns"]![0]!["position"]!["longitude"]);
        Assert.Null(seen["checkIns"]![1]!["position"]);
        var fence = Assert.Single(seen["fences"]!.AsArray())!;
        Assert.Equal(("kantor", 1), ((string?)fence["id"], (int?)fence["version"]));
        Assert.Equal(140.714, (double?)fence["geometry"]!["coordinates"]![0]![0]![0]![0]);
        Assert.Equal(2, fence["geometry"]!["coordinates"]![0]!.AsArray().Count);
        var later = await agency.Api.GetAsync("/api/v1/employees/ani-1/evidence/2026-01-06");
        Assert.Empty(later.Json!["fences"]!.AsArray());
    }

    [Fact]
    public async Task Who_rules_sees_the_work_and_nothing_of_a_home()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/geofences/rumah-ani", Fence("home", 140.9, "ani-1"));
        await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn("bukti-0003"));
        await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn(
            "bukti-0004", captured: "2026-01-05T16:00:00+09:00", kind: "out",
            position: """{"latitude":-2.535,"longitude":140.901,"accuracyMetres":10}"""));

        var own = (await PersonOf(agency, "ani-1", "presence.read").GetAsync(Day)).Json!;
        Assert.Equal(["kantor", "rumah-ani"], Fences(own));
        Assert.Equal("home", (string?)own["checkIns"]![1]!["checkIn"]!["fence"]!["kind"]);
        Assert.Equal(140.901, (double?)own["checkIns"]![1]!["position"]!["longitude"]);
        foreach (var right in new[] { "rulings.decide", "positions.read" })
        {
            var seen = (await PersonOf(agency, "head-1", "presence.read", right).GetAsync(Day)).Json!;
            Assert.Equal(["kantor"], Fences(seen));
            Assert.NotNull(seen["checkIns"]![0]!["position"]);
            Assert.Null(seen["checkIns"]![1]!["position"]);
            Assert.Null(seen["checkIns"]![1]!["checkIn"]!["signedDistanceMetres"]);
        }

        Assert.NotNull(own["checkIns"]![1]!["checkIn"]!["signedDistanceMetres"]);
        var listed = (await PersonOf(agency, "head-1", "presence.read").GetAsync(
            "/api/v1/employees/ani-1/check-ins?month=2026-01")).Json!["checkIns"]!.AsArray();
        Assert.Equal([true, false], listed.Select(one => one!["signedDistanceMetres"] is not null));

        var verdicts = (await PersonOf(agency, "head-1", "presence.read").GetAsync(Day)).Json!;
        Assert.Empty(Fences(verdicts));
        Assert.All(verdicts["checkIns"]!.AsArray(), one => Assert.Null(one!["position"]));
        Assert.Equal(2, verdicts["checkIns"]!.AsArray().Count);
    }

    [Fact]
    public async Task Nobody_sees_a_person_who_is_not_below_and_what_is_not_there_is_said()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var colleague = PersonOf(agency, "budi", "presence.read", "rulings.decide", "positions.read");
        await Refused.GetAsync(colleague, Day, 403, "wrong-person");
        await Refused.GetAsync(agency.Api, "/api/v1/employees/nobody/evidence/2026-01-05", 404, "unknown-employee",
            "/employeeId");
        await Refused.GetAsync(
            agency.Api, "/api/v1/employees/ani-1/evidence/2026-02-29", 400, "invalid-field", "/date");
    }

    private static IEnumerable<string?> Fences(JsonNode evidence) =>
        evidence["fences"]!.AsArray().Select(fence => (string?)fence!["id"]);

    private static string Fence(string kind, double west, params string[] whose) => FormattableString.Invariant($$$"""
        {"type":"Feature","properties":{"name":"Baru","kind":"{{{kind}}}","zone":"Asia/Jayapura",
          "employees":[{{{string.Join(',', whose.Select(one => $"\"{one}\""))}}}]},
         "geometry":{"type":"Polygon","coordinates":[[[{{{west}}},-2.536],[{{{west + 0.002}}},-2.536],
           [{{{west + 0.002}}},-2.534],[{{{west}}},-2.534],[{{{west}}},-2.536]]]}}
        """);

    private Api PersonOf(SmallAgency agency, string person, params string[] scopes) =>
        cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, scopes, person: person));
}
