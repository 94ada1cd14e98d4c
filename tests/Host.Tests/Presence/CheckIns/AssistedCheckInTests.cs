namespace Kinerja.Host.Tests.Presence.CheckIns;

/// <summary>A tablet at the gate for people without a phone: one device and one place accuse nobody.</summary>
[Collection(nameof(CloudFixture))]
public sealed class AssistedCheckInTests(CloudFixture cloud)
{
    private const string Path = "/api/v1/check-ins";

    private const string Tablet = """{"latitude":-2.5350123,"longitude":140.7150123,"accuracyMetres":10}""";

    [Fact]
    public async Task People_without_a_phone_use_one_device_with_a_superiors_name_and_nobody_is_accused()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var ani = await agency.Api.PostAsync(Path, With(agency, "assist-01", "ani-1", "head-1"));
        var budi = await agency.Api.PostAsync(Path, With(agency, "assist-02", "budi", "head-1"));
        var head = await agency.Api.PostAsync(Path, With(agency, "assist-03", "head-1", "chief"));
        var other = await agency.Api.PostAsync(Path, With(agency, "assist-02", "budi", "chief"));
        await cloud.SweepAsync(agency.Id);

        Assert.All([ani, budi, head], a => Assert.Equal((201, 100), (a.Status, (int?)a.Json!["trust"])));
        Assert.Equal(
            ("head-1", "assisted"),
            ((string?)ani.Json!["assistedById"], (string?)ani.Json["reasons"]!.AsArray()[^1]!["code"]));
        Assert.Equal((422, "urn:kinerja:problem:reused-id"), (other.Status, other.ProblemType));
        Assert.Empty(await OpenAsync(agency, "head-1"));
        Assert.Empty(await OpenAsync(agency, "chief"));
    }

    [Fact]
    public async Task Many_people_under_one_name_are_shown_to_the_helpers_own_superior()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var policy = await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/check-in/2026-01-01",
            """{"signals":{"peopleAssisted":2}}""");
        Assert.Equal(200, policy.Status);
        await agency.Api.PostAsync(Path, With(agency, "assist-11", "ani-1", "head-1"));
        await agency.Api.PostAsync(Path, With(agency, "assist-12", "budi", "head-1"));
        await cloud.SweepAsync(agency.Id);

        var review = Assert.Single(await OpenAsync(agency, "chief"));
        Assert.Equal(
            ("manyAssisted", "head-1"), ((string?)review!["signal"], (string?)review["employeeId"]));
        Assert.Empty(review["evidence"]![0]!["checkIns"]!.AsArray());
    }

    [Theory]
    [InlineData("budi")] // a colleague
    [InlineData("ani-1")] // oneself
    [InlineData("nobody-1")] // not registered
    public async Task Whoever_is_not_above_helps_nobody(string helper)
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var one = await agency.Api.PostAsync(Path, With(agency, "assist-21", "ani-1", helper));
        var batch = await agency.Api.PostAsync(
            Path + "/batch", $$"""{"checkIns":[{{With(agency, "assist-22", "ani-1", helper)}}]}""");

        Assert.Equal(
            (403, "urn:kinerja:problem:not-above", "/assistedById"),
            (one.Status, one.ProblemType, Assert.Single(one.Pointers)));
        var item = batch.Json!["items"]![0]!;
        Assert.Equal(
            (403, "/checkIns/0/assistedById"),
            ((int)item["status"]!, (string?)item["problem"]!["errors"]![0]!["pointer"]));
    }

    private static string With(SmallAgency agency, string id, string employee, string helper) =>
        agency.CheckIn(id, employee: employee, position: Tablet).Replace(
            "\"kind\"", $"\"assistedById\":\"{helper}\",\"deviceId\":\"tablet-1\",\"kind\"", StringComparison.Ordinal);

    private static async Task<System.Text.Json.Nodes.JsonArray> OpenAsync(SmallAgency agency, string rater)
    {
        var open = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/reviews?raterId={rater}&state=open");
        return open.Json!["reviews"]!.AsArray();
    }
}
