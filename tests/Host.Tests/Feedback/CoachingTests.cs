using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Feedback;

/// <summary>A coaching session from its coach over its person to the coach's superior, and the leader's list.</summary>
[Collection(nameof(CloudFixture))]
public sealed class CoachingTests(CloudFixture cloud)
{
    private const string Rating = """
        {"criteria":[{"criterion":"Tujuan jelas","step":4},{"criterion":"Tindak lanjut","step":3}],
         "remark":"Baik."}
        """;

    [Fact]
    public async Task A_session_is_rated_by_its_person_for_the_coachs_superior_and_not_for_the_coach()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var (api, path) = (agency.Api, "/api/v1/employees/ani-1/coaching/sesi-0001");
        await Refused.PutAsync(api, path, Session(2, coach: "budi"), 403, "not-the-rater", "/coachId");
        await Refused.PutAsync(api, path, Session(6), 400, "invalid-field", "/aims/0/step");
        await Refused.PutAsync(api, path, Session(2, held: "2026-01-06"), 422, "day-not-begun", "/heldOn");
        await Refused.PutAsync(api, path + "/rating", Rating, 404, "unknown-coaching");
        Assert.Equal(1, (int?)(await PutAsync(api, path, Session(2)))["version"]);
        Assert.Equal(1, (int?)(await PutAsync(api, path, Session(2)))["version"]);
        Assert.Equal(2, (int?)(await PutAsync(api, path, Session(3)))["version"]);
        await Refused.PutAsync(
            api, path + "/view", """{"byId":"chief","words":"Lanjutkan."}""", 409, "coaching-spoken");

        Assert.Equal(3.5m, (decimal?)(await PutAsync(api, path + "/rating", Rating))["rating"]!["mean"]);
        await Refused.PutAsync(api, path, Session(4), 409, "coaching-spoken");
        await Refused.PutAsync(
            api, path + "/view", """{"byId":"head-1","words":"Saya."}""", 403, "not-the-authority", "/byId");
        var viewed = await PutAsync(api, path + "/view", """{"byId":"chief","words":"Lanjutkan."}""");
        Assert.Equal(("chief", 4), ((string?)viewed["view"]!["byId"], (int?)viewed["version"]));
        await Refused.PutAsync(
            api, path + "/rating", Rating.Replace("Baik", "Lain", StringComparison.Ordinal), 409, "coaching-spoken");

        Assert.Null(await SeenByAsync(agency, "head-1"));
        Assert.NotNull(await SeenByAsync(agency, "ani-1"));
        Assert.NotNull(await SeenByAsync(agency, "chief"));
        Assert.Equal(403, (await PersonApi(agency, "budi").GetAsync("/api/v1/employees/ani-1/coaching")).Status);
    }

    [Fact]
    public async Task A_leader_sees_how_far_each_of_the_own_people_has_come()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await PutAsync(agency.Api, "/api/v1/employees/ani-1/coaching/sesi-0001", Session(2, held: "2026-01-02"));
        await PutAsync(agency.Api, "/api/v1/employees/ani-1/coaching/sesi-0002", Session(4));
        var list = $"/api/v1/agencies/{agency.Id}/coaching-progress?raterId=head-1";

        var people = (await agency.Api.GetAsync(list)).Json!["people"]!.AsArray();
        Assert.Equal(
            ["ani-1 2 2026-01-05 2-4", "budi 0  "],
            people.Select(p => $"{p!["employeeId"]} {p["sessions"]} {p["lastHeldOn"]} "
                + string.Join(' ', p["aims"]!.AsArray().Select(a => $"{a!["firstStep"]}-{a["lastStep"]}"))));
        Assert.Equal(
            [0, 0],
            (await agency.Api.GetAsync(list + "&period=2025-Q4")).Json!["people"]!.AsArray()
                .Select(p => (int)p!["sessions"]!));
        Assert.Equal(200, (await PersonApi(agency, "head-1").GetAsync(list)).Status);
        Assert.Equal(403, (await PersonApi(agency, "budi").GetAsync(list)).Status);
        await Refused.GetAsync(
            agency.Api, list.Replace("head-1", "siapa", StringComparison.Ordinal), 404, "unknown-employee", "/raterId");
    }

    private async Task<JsonNode?> SeenByAsync(SmallAgency agency, string person) =>
        (await PersonApi(agency, person).GetAsync("/api/v1/employees/ani-1/coaching")).Json!["sessions"]![0]!["rating"];

    private Api PersonApi(SmallAgency agency, string person) =>
        cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["dialogues.read"], person: person));

    private static string Session(int step, string coach = "head-1", string held = "2026-01-05") => $$"""
        {"coachId":"{{coach}}","period":"2026-Q1","heldOn":"{{held}}","topic":"Analisis.",
         "aims":[{"id":"analisis","words":"Analisis data","step":{{step}},"reason":"Latihan."}]}
        """;

    private static async Task<JsonNode> PutAsync(Api api, string path, string body)
    {
        var answer = await api.PutAsync(path, body);
        Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Json}");
        return answer.Json!;
    }
}
