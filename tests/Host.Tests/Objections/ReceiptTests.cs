using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;
using Kinerja.Host.Tests.Runs;

namespace Kinerja.Host.Tests.Objections;

/// <summary>
/// A result that is published on 5 January 2026 and counts as delivered a week later, on the 12th, unless the person's
/// app confirms it before. The fixture's clock stands on that 5 January.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class ReceiptTests(CloudFixture cloud)
{
    private const string Seen = """{"revision":1}""";

    [Fact]
    public async Task The_term_runs_from_the_receipt_or_from_the_deemed_delivery()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var (api, root) = (agency.Api, $"/api/v1/agencies/{agency.Id}");
        await api.PutAsync(root, """{"name":"Contoh","zone":"Asia/Jayapura","beganOn":"2025-10-01"}""");
        var policy = await api.PutAsync(
            $"{root}/policies/objection/2025-10-01", """{"deemedDelivery":{"days":7,"count":"calendar"}}""");
        Assert.Equal(7, (int?)policy.Json!["policy"]!["deemedDelivery"]!["days"]);
        await Refused.PutAsync(
            api, $"{root}/policies/objection/2025-10-01", """{"deemedDelivery":{"days":-1,"count":"calendar"}}""",
            400, "invalid-field", "/deemedDelivery/days");
        foreach (var person in new[] { "ani-1", "budi" })
        {
            await api.PutAsync($"{root}/ratings/2025-Q4/{person}", """
                {"raterId":"head-1","result":"meets","behaviour":"meets","skpScore":90,"behaviourScore":90}
                """);
        }

        await Refused.PostAsync(api, Receipts("ani-1"), Seen, 404, "unknown-run");
        await api.PostAsync($"{root}/runs", """{"period":"2025-Q4"}""");
        await Refused.PostAsync(api, Receipts("ani-1"), Seen, 409, "ranking-not-ready");
        await using (await LaterApp.OpenAsync(cloud, CloudFixture.Monday))
        {
            await WaitedRun.ReachedAsync(api, $"{root}/runs/2025-Q4");
        }

        var confirmed = await api.PostAsync(Receipts("ani-1"), Seen);
        Assert.Equal((201, false), (confirmed.Status, (bool?)confirmed.Json!["replayed"]));
        Assert.Equal("1 2026-01-12 received 2026-01-19", Shown(confirmed.Json["delivery"]!));
        Assert.Equal("1 2026-01-12 2026-01-26", Shown(await DeliveryAsync(api, root, "budi")));
        var run = (await api.GetAsync($"{root}/runs/2025-Q4")).Json!;
        Assert.Equal(("2026-01-12", "2026-01-26"), ((string?)run["deemedOn"], (string?)run["objectionsUntil"]));
        var act = (await api.GetAsync("/api/v1/employees/ani-1/open-acts")).Json!["acts"]!.AsArray()
            .Single(a => (string?)a!["act"] == "object")!;
        Assert.Equal("2026-01-19", (string?)act["until"]);
        Assert.Equal("1 2026-01-12 received 2026-01-19", Shown(act["delivery"]!));

        await using var later = await LaterApp.OpenAsync(cloud, CloudFixture.Monday.AddDays(15));
        var after = later.ApiOf(agency.Id);
        var again = await after.PostAsync(Receipts("ani-1"), Seen);
        Assert.Equal(
            (200, true, (string?)confirmed.Json["receivedAt"]),
            (again.Status, (bool?)again.Json!["replayed"], (string?)again.Json["receivedAt"]));
        Assert.Equal("1 2026-01-12 received 2026-01-19", Shown(await DeliveryAsync(after, root, "ani-1")));
        await Refused.PostAsync(after, Objections("ani-1"), Objection("ani-1"), 422, "objection-too-late");
        // Received after the deemed day: that day counts.
        var late = await after.PostAsync(Receipts("budi"), Seen);
        Assert.Equal((201, "1 2026-01-12 received 2026-01-26"), (late.Status, Shown(late.Json!["delivery"]!)));
        var filed = await after.PostAsync(Objections("budi"), Objection("budi"));
        Assert.Equal(
            (201, "2026-01-12", (string?)late.Json["receivedAt"]),
            (filed.Status, (string?)filed.Json!["deemedOn"], (string?)filed.Json["receivedAt"]));
    }

    [Fact]
    public async Task A_receipt_is_the_persons_own_and_of_a_result_that_there_is()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var own = new Api(cloud.Address, cloud.Cloud.Issuer.TokenFor(agency.Id, person: "budi"));
        await Refused.PostAsync(own, Receipts("ani-1"), Seen, 403, "wrong-person");
        await Refused.PostAsync(own, Receipts("budi"), Seen, 404, "unknown-run");
        await Refused.PostAsync(agency.Api, Receipts("tidak-ada"), Seen, 404, "unknown-employee", "/employeeId");
        await Refused.PostAsync(agency.Api, Receipts("ani-1"), """{"revision":0}""", 400, "invalid-field", "/revision");
        await Refused.PostAsync(agency.Api, Receipts("ani-1"), "{}", 400, "invalid-field", "/revision");
    }

    private static string Receipts(string person) => $"/api/v1/employees/{person}/results/2025-Q4/receipts";

    private static string Objections(string person) => $"/api/v1/employees/{person}/objections/2025-Q4";

    private static string Objection(string name) =>
        $$"""{"id":"keberatan-{{name}}","reason":"Belum dihitung.","evidence":[]}""";

    private static async Task<JsonNode> DeliveryAsync(Api api, string root, string person) =>
        (await api.GetAsync($"{root}/runs/2025-Q4/evaluations/{person}")).Json!["delivery"]!;

    private static string Shown(JsonNode delivery) => string.Join(' ', new[]
    {
        delivery["revision"]!.ToString(), (string?)delivery["deemedOn"],
        delivery["receivedAt"] is null ? null : "received", (string?)delivery["objectionsUntil"],
    }.OfType<string>());
}
