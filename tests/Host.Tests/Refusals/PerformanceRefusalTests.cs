using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>Feedback, ratings, runs and results: what their rules do not allow.</summary>
[Collection(nameof(CloudFixture))]
public sealed class PerformanceRefusalTests(CloudFixture cloud)
{
    private const string Rating =
        """{"raterId":"head-1","result":"meets","behaviour":"meets","skpScore":90,"behaviourScore":90}""";
    private const string Performance = """{"level":"good","setById":"chief"}""";

    [Fact]
    public Task Feedback_outside_the_rules_is_refused() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        await RefuseAsync("ani-1", "ani-1", "peer", 422, "self-feedback", "/giverId");
        await RefuseAsync("ani-1", "budi", "leader", 422, "feedback-role-mismatch", "/role");
        await RefuseAsync("ani-1", "budi", "subordinate", 422, "feedback-role-mismatch", "/role");
        await RefuseAsync("head-1", "budi", "peer", 422, "feedback-role-mismatch", "/role");
        await RefuseAsync("nobody", "budi", "peer", 404, "unknown-employee", "/giverId");
        await RefuseAsync("budi", "nobody", "peer", 404, "unknown-employee", "/receiverId");
        await Refused.PostAsync(
            agency.Api, "/api/v1/feedback", "{}", 400, "invalid-field",
            "/id", "/agencyId", "/giverId", "/receiverId", "/role", "/subject", "/words");
        await Refused.PostAsync(
            cloud.ApiOf("belum-ada"), "/api/v1/feedback", Note("belum-ada", "budi", "ani-1", "peer"), 404,
            "unknown-agency");
        await Refused.PostAsync(
            cloud.ApiOf("lain"), "/api/v1/feedback", Note(agency.Id, "budi", "ani-1", "peer"), 403, "wrong-agency");
        await Refused.GetAsync(
            agency.Api, "/api/v1/employees/nobody/feedback/2026-Q1", 404, "unknown-employee", "/employeeId");
        await Refused.GetAsync(agency.Api, "/api/v1/employees/budi/feedback/2026-Q5", 400, "invalid-field", "/period");

        Task RefuseAsync(string giver, string receiver, string role, int status, string code, string pointer) =>
            Refused.PostAsync(
                agency.Api, "/api/v1/feedback", Note(agency.Id, giver, receiver, role), status, code, pointer);
    });

    [Fact]
    public Task Ratings_outside_the_rules_are_refused() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var root = $"/api/v1/agencies/{agency.Id}/ratings";

        await Refused.PutAsync(agency.Api, $"{root}/2026-Q1/head-1", Rating, 403, "not-the-rater", "/raterId");
        await Refused.PutAsync(agency.Api, $"{root}/2026-Q1/chief", Rating, 403, "not-the-rater", "/raterId");
        await Refused.PutAsync(agency.Api, $"{root}/2026-Q2/ani-1", Rating, 422, "period-not-started");
        await Refused.PutAsync(agency.Api, $"{root}/2026-Q1/nobody", Rating, 404, "unknown-employee", "/employeeId");
        await Refused.PutAsync(
            agency.Api, $"{root}/2026-Q1/ani-1", "{}", 400, "invalid-field",
            "/raterId", "/result", "/behaviour", "/skpScore", "/behaviourScore");
        foreach (var score in new[] { "-0.01", "120.01", "99.999", "1e9" })
        {
            var body = Rating.Replace("\"skpScore\":90", $"\"skpScore\":{score}", StringComparison.Ordinal);
            await Refused.PutAsync(agency.Api, $"{root}/2026-Q1/ani-1", body, 400, "invalid-field", "/skpScore");
        }

        await Refused.PutAsync(
            agency.Api, $"{root}/2026-Q1/ani-1", Rating.Replace(":90,", ":1e999,", StringComparison.Ordinal), 400,
            "invalid-body", "/skpScore");
        await Refused.GetAsync(agency.Api, $"{root}/2026-Q1/ani-1", 404, "unknown-rating");
        await Refused.GetAsync(agency.Api, $"{root}/1999-Q1/ani-1", 400, "invalid-field", "/period");
    });

    [Fact]
    public async Task A_rating_built_on_another_version_is_refused()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/ratings/2026-Q1/ani-1";
        var first = await agency.Api.PutAsync(path, Rating);
        var rows = await StoredRows.OfAsync(cloud, agency.Id);
        var changed = Rating.Replace(":90,", ":80,", StringComparison.Ordinal);

        foreach (var stale in new[]
        {
            "\"0\"", "\"2\"", "\"99999\"", "W/\"1\"", "\"0\", \"2\"", "\"one\"", "\"-1\"", "\"99999999999\"",
        })
        {
            await Refused.SendAsync(agency.Api, HttpMethod.Put, path, changed, 412, "stale-version", [], stale);
        }

        foreach (var broken in new[] { "1", "\"1", "\"1\" \"2\"", "*, \"1\"" })
        {
            await Refused.SendAsync(agency.Api, HttpMethod.Put, path, Rating, 400, "invalid-field", [""], broken);
        }

        Assert.Equal("\"1\"", first.Headers.ETag!.ToString());
        Assert.Equal(rows, await StoredRows.OfAsync(cloud, agency.Id));
    }

    [Fact]
    public Task A_units_performance_outside_the_rules_is_refused() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var root = $"/api/v1/agencies/{agency.Id}/units";

        await Refused.PutAsync(agency.Api, $"{root}/bukan/performance/2026-Q1", Performance, 404, "unknown-unit");
        await Refused.PutAsync(agency.Api, $"{root}/tu/performance/2026-Q2", Performance, 422, "period-not-started");
        await Refused.PutAsync(
            agency.Api, $"{root}/tu/performance/2026-Q1", """{"level":"good","setById":"nobody"}""", 404,
            "unknown-employee", "/setById");
        await Refused.PutAsync(
            agency.Api, $"{root}/tu/performance/2026-Q1", """{"level":"good","setById":"head-1"}""", 403, "own-unit",
            "/setById");
        await Refused.PutAsync(
            agency.Api, $"{root}/tu/performance/2026-Q1", """{"level":"good","setById":"budi"}""", 403, "not-above",
            "/setById");
        await Refused.PutAsync(
            agency.Api, $"{root}/tu/performance/2026-Q1", "{}", 400, "invalid-field", "/level", "/setById");
    });

    [Fact]
    public Task Runs_that_are_not_due_or_not_there_are_refused() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var root = $"/api/v1/agencies/{agency.Id}/runs";

        await Refused.PostAsync(agency.Api, root, """{"period":"2026-Q1"}""", 422, "period-not-over");
        await Refused.PostAsync(agency.Api, root, "{}", 400, "invalid-field", "/period");
        await Refused.PostAsync(
            cloud.ApiOf("belum-ada"),
            "/api/v1/agencies/belum-ada/runs",
            """{"period":"2025-Q4"}""",
            404,
            "unknown-agency");
        foreach (var path in new[] { "", "/ranking", "/ranking/manifest", "/ranking/left-out", "/evaluations/ani-1" })
        {
            await Refused.GetAsync(agency.Api, $"{root}/2025-Q4{path}", 404, "unknown-run");
        }
    });

    [Fact]
    public async Task A_planned_run_freezes_its_period_and_has_no_results_yet()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}";
        await agency.Api.PutAsync(root, """{"name":"Contoh","zone":"Asia/Jayapura","beganOn":"2025-10-01"}""");
        await cloud.Services.GetRequiredService<IRuns>().AddAsync(Planned(agency.Id), CancellationToken.None);
        var rows = await StoredRows.OfAsync(cloud, agency.Id);

        await Refused.PutAsync(agency.Api, $"{root}/ratings/2025-Q4/ani-1", Rating, 409, "period-frozen");
        await Refused.PutAsync(agency.Api, $"{root}/units/tu/performance/2025-Q4", Performance, 409, "period-frozen");
        await Refused.GetAsync(agency.Api, $"{root}/runs/2025-Q4/ranking", 409, "ranking-not-ready");
        await Refused.GetAsync(agency.Api, $"{root}/runs/2025-Q4/ranking/manifest", 409, "ranking-not-ready");
        await Refused.GetAsync(agency.Api, $"{root}/runs/2025-Q4/ranking/left-out", 409, "ranking-not-ready");
        await Refused.GetAsync(agency.Api, $"{root}/runs/2025-Q4/evaluations/ani-1", 404, "unknown-evaluation");
        foreach (var cursor in new[] { "x", "p", "p0", "p-1", "p1.5", "p100000", "1", "%00", "p1&cursor=p2" })
        {
            await Refused.GetAsync(
                agency.Api, $"{root}/runs/2025-Q4/ranking?cursor={cursor}", 400, "invalid-field", "/cursor");
            await Refused.GetAsync(
                agency.Api, $"{root}/runs/2025-Q4/ranking/left-out?cursor={cursor}", 400, "invalid-field", "/cursor");
        }

        Assert.Equal(rows, await StoredRows.OfAsync(cloud, agency.Id));
    }

    private static string Note(string agency, string giver, string receiver, string role) => $$"""
        {"id":"feedback-01","agencyId":"{{agency}}","giverId":"{{giver}}","receiverId":"{{receiver}}","role":"{{role}}",
         "subject":"loyal","words":"Baik."}
        """;

    private static EvaluationRun Planned(string agency)
    {
        var then = Instant.FromUtc(2026, 1, 4, 0, 0);
        return new EvaluationRun(
            AgencyId.Parse(agency).Value, new Quarter(2025, 4), 1, RunState.Planned, 1, 1, then, then,
            EvaluationPolicy.Default.Version, RankingPolicy.Default.Version)
        {
            ObjectionPolicyVersion = "objection-2026.1",
            DistributionPolicyVersion = "distribution-2026.1",
        };
    }
}
