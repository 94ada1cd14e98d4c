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
