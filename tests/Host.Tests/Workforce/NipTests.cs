using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Workforce;

/// <summary>People by NIP: the number comes in bodies, goes out nowhere, and is one person's in an agency.</summary>
[Collection(nameof(CloudFixture))]
public sealed class NipTests(CloudFixture cloud)
{
    [Fact]
    public async Task A_person_is_found_by_NIP_in_the_body_and_only_in_the_own_agency()
    {
        var (agency, other) = (await SmallAgency.RegisterAsync(cloud), await SmallAgency.RegisterAsync(cloud));
        var path = $"/api/v1/agencies/{agency.Id}/nip-lookups";

        var found = await agency.Api.PostAsync(path, """{"nip":"19900913 202524 2 014"}""");
        Assert.Equal((200, "ani-1"), (found.Status, (string?)found.Json!["employeeId"]));

        await Refused.PostAsync(
            agency.Api, path, """{"nip":"199009132025242099"}""", 404, "unknown-employee", "/nip");
        await Refused.PostAsync(agency.Api, path, """{"nip":"1990"}""", 400, "invalid-field", "/nip");
        await Refused.PostAsync(
            other.Api, path, """{"nip":"199009132025242014"}""", 403, "wrong-agency");
    }

    [Fact]
    public async Task One_NIP_in_two_agencies_is_a_finding_until_a_secondment_is_recorded()
    {
        var (home, other) = (await SmallAgency.RegisterAsync(cloud), await SmallAgency.RegisterAsync(cloud));
        var nip = $"19{Random.Shared.Next(50, 99)}0412201001{Random.Shared.Next(1000, 3000)}";
        string Person(string id) => $$"""{"employees":[{"id":"{{id}}","unitId":"tu","kind":"pns","nip":"{{nip}}"}]}""";
        await home.Api.PutAsync($"/api/v1/agencies/{home.Id}/employees", Person("asal-1"));
        Assert.Empty(await FindingsAsync(home));

        var second = await other.Api.PutAsync($"/api/v1/agencies/{other.Id}/employees", Person("tugas-1"));
        Assert.Equal(200, second.Status);
        var people = Assert.Single(await FindingsAsync(home))["people"]!.AsArray();
        Assert.Equal(
            [(home.Id, "asal-1"), (other.Id, "tugas-1")],
            people.Select(p => ((string)p!["agencyId"]!, (string)p["employeeId"]!)).Order());

        var path = "/api/v1/employees/asal-1/secondments/2026-01-01";
        await Refused.PutAsync(
            home.Api, path, $$"""{"toAgencyId":"{{home.Id}}","to":"2026-03-01"}""",
            400, "invalid-field", "/toAgencyId");
        await Refused.PutAsync(
            home.Api, path, $$"""{"toAgencyId":"{{other.Id}}","to":"2026-01-01"}""", 400, "invalid-field", "/to");
        Assert.Single(await FindingsAsync(home));
        var recorded = await home.Api.PutAsync(path, $$"""{"toAgencyId":"{{other.Id}}","to":"2026-03-01"}""");
        Assert.Equal(200, recorded.Status);
        Assert.Empty(await FindingsAsync(home));
        var kept = await home.Api.GetAsync("/api/v1/employees/asal-1/secondments");
        Assert.Equal(other.Id, (string?)kept.Json!["secondments"]![0]!["toAgencyId"]);
    }

    /// <summary>Ids are keys and stand in addresses; texts are kept and shown.</summary>
    [Fact]
    public Task A_NIP_stands_in_no_id_and_no_text() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        const string Nip = "199009132025242014";
        await Refused.PutAsync(
            agency.Api, $"/api/v1/agencies/{agency.Id}/employees",
            $$"""{"employees":[{"id":"nip-{{Nip}}","unitId":"{{Nip}}","kind":"pns"}]}""",
            400, "invalid-field", "/employees/0/id", "/employees/0/unitId");
        await Refused.PostAsync(
            agency.Api, "/api/v1/check-ins", agency.CheckIn(Nip), 400, "invalid-field", "/id");
        await Refused.PutAsync(
            agency.Api, $"/api/v1/agencies/{agency.Id}/units",
            """{"units":[{"id":"baru","name":"Ibu Ani 19900913 202524 2 014","zone":"Asia/Jakarta"}]}""",
            400, "invalid-field", "/units/0/name");
        await Refused.GetAsync(
            agency.Api, $"/api/v1/employees/{Nip}/entitlements", 400, "invalid-field", "/employeeId");
    });

    /// <summary>All pages, those of this agency: other tests' agencies share numbers too.</summary>
    private async Task<List<JsonNode>> FindingsAsync(SmallAgency agency)
    {
        var national = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor("bkn", ["national.read"]));
        var (mine, path) = (new List<JsonNode>(), (string?)"/api/v1/national/nip-findings");
        while (path is not null)
        {
            var page = await national.GetAsync(path);
            Assert.Equal(200, page.Status);
            mine.AddRange(page.Json!["findings"]!.AsArray().OfType<JsonNode>().Where(
                f => f["people"]!.AsArray().Any(
                    p => (string?)p!["agencyId"] == agency.Id && (string?)p["employeeId"] == "asal-1")));
            path = page.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }

        return mine;
    }
}
