using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Host.Tests.Refusals;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kinerja.Host.Tests.Runs;

/// <summary>A final quarter that the official whom the policy names opens again, over HTTP.</summary>
[Collection(nameof(LaterCloud))]
public sealed class ReopeningTests(CloudFixture cloud)
{
    internal const string ByHead = """{"reopenedById":"head-1","reason":"Putusan banding."}""";
    private const string Deductions = "/api/v1/employees/budi/attendance/2025-12/deductions";

    private static readonly LocalDate Past = new(2026, 1, 2);

    [Fact]
    public async Task A_final_result_is_opened_put_right_objected_to_by_whom_it_changed_and_final_again()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var (api, root) = (agency.Api, $"/api/v1/agencies/{agency.Id}");
        var (run, openings) = ($"{root}/runs/2025-Q4", $"{root}/runs/2025-Q4/reopenings");
        await PutAsync(api, root, """{"name":"Contoh","zone":"Asia/Jayapura","beganOn":"2025-12-01"}""");
        await PutAsync(
            api, $"{root}/policies/objection/2025-10-01", """{"reopening":{"deciderIds":["head-1"]}}""");
        await PutAsync(api, $"{root}/payroll-months/2025-12", """{"closedById":"head-1"}""");
        var closed = (await api.GetAsync(Deductions)).Json!.ToJsonString();
        await RateAsync(api, root, "ani-1", 80, null);
        await RateAsync(api, root, "budi", 90, null);
        await Refused.PostAsync(api, openings, ByHead, 404, "unknown-run");
        await using var worker = await LaterApp.OpenAsync(cloud, CloudFixture.Monday);
        await api.PostAsync($"{root}/runs", """{"period":"2025-Q4"}""");
        await WaitedRun.ReachedAsync(api, run, 1);

        await Refused.PostAsync(api, openings, ByHead, 409, "result-not-final");
        await EndTermsAsync(cloud, agency.Id);
        Assert.Equal("final", await FinalisedAsync(cloud, api, agency.Id, run));
        await Refused.PostAsync(
            api, openings, """{"reopenedById":"chief","reason":"Putusan banding."}""", 403, "not-the-authority",
            "/reopenedById");
        foreach (var _ in new[] { 1, 2 })
        {
            var opened = await api.PostAsync(openings, ByHead);
            Assert.Equal((200, "published"), (opened.Status, (string?)opened.Json!["state"]));
            var act = Assert.Single(opened.Json["reopenings"]!.AsArray())!;
            Assert.Equal(
                ("head-1", 1, "2026-01-19"),
                ((string?)act["reopenedById"], (int?)act["revision"], (string?)act["openUntil"]));
        }

        await Refused.PostAsync(
            api, openings, """{"reopenedById":"head-1","reason":"Lain."}""", 409, "result-not-final");
        Assert.Equal("published", await FinalisedAsync(cloud, api, agency.Id, run));
        await RateAsync(api, root, "budi", 110, "Putusan banding.");
        await WaitedRun.ReachedAsync(api, run, 2);
        var evaluation = (await api.GetAsync($"{run}/evaluations/budi")).Json!;
        Assert.Equal((2, 1), ((int?)evaluation["revision"], (int?)evaluation["place"]));

        await Refused.PostAsync(
            api, "/api/v1/employees/ani-1/objections/2025-Q4", Objection("ani-1"), 422, "objection-too-late");
        var budi = "/api/v1/employees/budi/objections/2025-Q4";
        Assert.Equal(201, (await api.PostAsync(budi, Objection("budi"))).Status);
        await api.SendAsync(HttpMethod.Post, $"{budi}/withdrawal", null);
        await EndTermsAsync(cloud, agency.Id);
        Assert.Equal("final", await FinalisedAsync(cloud, api, agency.Id, run));
        var last = (await api.GetAsync(run)).Json!;
        Assert.Equal((2, 1), ((int?)last["revision"], last["reopenings"]!.AsArray().Count));
        Assert.Equal(closed, (await api.GetAsync(Deductions)).Json!.ToJsonString());
    }

    private static string Objection(string name) =>
        $$"""{"id":"keberatan-{{name}}","reason":"Belum dihitung.","evidence":[]}""";

    internal static Task RateAsync(Api api, string root, string person, int skp, string? reason) => PutAsync(
        api,
        $"{root}/ratings/2025-Q4/{person}",
        $$"""
        {"raterId":"head-1","result":"meets","behaviour":"meets","skpScore":{{skp}},
         "behaviourScore":90{{(reason is null ? "" : $",\"reason\":\"{reason}\"")}}}
        """);

    internal static async Task PutAsync(Api api, string path, string body)
    {
        var answer = await api.PutAsync(path, body);
        Assert.True(answer.Status is 200 or 201, $"{path}: {answer.Status} {answer.Json}");
    }

    /// <summary>The fixture's clock stands; what passes are the terms.</summary>
    internal static async Task EndTermsAsync(CloudFixture cloud, string agency)
    {
        var runs = cloud.Services.GetRequiredService<IRuns>();
        var period = AppraisalPeriod.Parse("2025-Q4").Value;
        var newest = (await runs.FindAsync(AgencyId.Parse(agency).Value, period, CancellationToken.None))!;
        Assert.True(await runs.ReplaceAsync(
            newest.Value with
            {
                ObjectionsUntil = Past,
                Reopenings = [.. newest.Value.Reopenings.Select(one => one with { Until = Past })],
            },
            newest.Tag,
            CancellationToken.None));
    }

    internal static async Task<string?> FinalisedAsync(CloudFixture cloud, Api api, string agency, string run)
    {
        await OneAgency.FinaliseAsync(cloud, agency);
        return (string?)(await api.GetAsync(run)).Json!["state"];
    }
}
