using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Workforce;

/// <summary>Where an agency's office is: told with the agency, read by it and by the national operator.</summary>
[Collection(nameof(CloudFixture))]
public sealed class SeatTests(CloudFixture cloud)
{
    private const string Bandung = """{"latitude":-6.91,"longitude":107.61}""";

    [Fact]
    public async Task A_seat_is_told_once_stays_when_it_is_left_out_and_stands_in_the_national_list()
    {
        var agency = $"seat-{Guid.NewGuid():N}"[..24];
        var api = cloud.ApiOf(agency);
        var root = $"/api/v1/agencies/{agency}";
        var nation = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor("menpanrb", ["national.read"]));
        await PutAsync("");
        Assert.Null((await api.GetAsync(root)).Json!["seat"]);
        Assert.Null((await NationalAsync())["seat"]);

        await PutAsync("""{"latitude":-6.914744,"longitude":107.609810}""");
        Assert.Equal("""{"latitude":-6.9147,"longitude":107.6098}""", await SeatAsync());
        await PutAsync(Bandung);
        Assert.Equal(Bandung, await SeatAsync());
        await PutAsync("");
        await PutAsync("null");
        Assert.Equal(Bandung, await SeatAsync());
        var national = await NationalAsync();
        Assert.Equal((agency, Bandung), ((string?)national["agencyId"], national["seat"]!.ToJsonString()));
        Assert.Empty((await nation.GetAsync("/api/v1/national/results/2026-Q1?agency=tidak-ada"))
            .Json!["agencies"]!.AsArray());
        await Refused.GetAsync(
            nation, "/api/v1/national/results/2026-Q1?agency=TIDAK", 400, "invalid-field", "/agency");

        async Task<string> SeatAsync() => (await api.GetAsync(root)).Json!["seat"]!.ToJsonString();

        async Task<JsonNode> NationalAsync() => Assert.Single(
            (await nation.GetAsync($"/api/v1/national/results/2026-Q1?agency={agency}")).Json!["agencies"]!.AsArray())!;

        async Task PutAsync(string seat)
        {
            var told = seat.Length == 0 ? "" : $",\"seat\":{seat}";
            var answer = await api.PutAsync(root, $$"""{"name":"Kursi","zone":"Asia/Jakarta"{{told}}}""");
            Assert.Equal(200, answer.Status);
        }
    }

    [Fact]
    public async Task The_national_operator_takes_a_seat_away_and_the_agency_tells_another()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}";
        var seat = $"/api/v1/national/agencies/{agency.Id}/seat";
        var nation = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor("menpanrb", ["national.write"]));
        var person = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor("menpanrb", ["national.write"], person: "operator-1"));
        await TellAsync();

        foreach (var api in new[] { nation, nation, person })
        {
            Assert.Equal(204, (await api.SendAsync(HttpMethod.Delete, seat, null)).Status);
            var stands = (await agency.Api.GetAsync(root)).Json!;
            Assert.Null(stands["seat"]);
            Assert.Equal(("Contoh", "2026-01-01"), ((string?)stands["name"], (string?)stands["beganOn"]));
        }

        await TellAsync();
        Assert.Equal(Bandung, (await agency.Api.GetAsync(root)).Json!["seat"]!.ToJsonString());
        await SendAsync(nation, seat.Replace(agency.Id, "tiada", StringComparison.Ordinal), 404, "unknown-agency");
        await SendAsync(
            nation, seat.Replace(agency.Id, "TIADA", StringComparison.Ordinal), 400, "invalid-field", "/agencyId");
        var reader = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor("menpanrb", ["national.read", "register.write"]));
        await SendAsync(reader, seat, 403, "missing-scope");
        Assert.Equal(Bandung, (await agency.Api.GetAsync(root)).Json!["seat"]!.ToJsonString());

        async Task TellAsync() => Assert.Equal(200, (await agency.Api.PutAsync(
            root, $$"""{"name":"Contoh","zone":"Asia/Jayapura","seat":{{Bandung}}}""")).Status);

        static Task SendAsync(Api api, string path, int status, string code, params string[] pointers) =>
            Refused.SendAsync(api, HttpMethod.Delete, path, null, status, code, pointers);
    }

    [Fact]
    public Task A_seat_that_is_no_place_in_Indonesia_is_refused_where_it_is_wrong() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        await RefuseAsync("""{"latitude":-6.91}""", "invalid-field", "/seat/longitude");
        await RefuseAsync("""{"longitude":107.61}""", "invalid-field", "/seat/latitude");
        await RefuseAsync("{}", "invalid-field", "/seat/latitude", "/seat/longitude");
        await RefuseAsync("""{"latitude":0,"longitude":0}""", "invalid-field", "/seat/longitude");
        await RefuseAsync(
            """{"latitude":107.61,"longitude":-6.91}""", "invalid-field", "/seat/latitude", "/seat/longitude");
        await RefuseAsync("""{"latitude":-6.91,"longitude":1e999}""", "invalid-field", "/seat/longitude");
        await RefuseAsync("""{"latitude":"-6.91","longitude":107.61}""", "invalid-body", "/seat/latitude");
        await RefuseAsync("""{"latitude":NaN,"longitude":107.61}""", "invalid-body", "/seat/latitude");
        await RefuseAsync("""{"latitude":-6.91,"longitude":107.61,"height":7}""", "invalid-body", "/seat/height");
        await RefuseAsync("[107.61,-6.91]", "invalid-body", "/seat");

        Task RefuseAsync(string seat, string code, params string[] pointers) => Refused.PutAsync(
            agency.Api, $"/api/v1/agencies/{agency.Id}", $$"""{"name":"n","zone":"Asia/Jakarta","seat":{{seat}}}""",
            400, code, pointers);
    });
}
