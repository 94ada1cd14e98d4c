using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Host.Tests.Refusals;
using Kinerja.Host.Tests.Runs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kinerja.Host.Tests.Objections;

/// <summary>
/// Two people, of whom one is in the top share, and an objection that is decided after the first term is over.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class DisplacedTests(CloudFixture cloud)
{
    [Fact]
    public async Task Whom_anothers_objection_displaced_objects_after_the_first_term_and_nobody_else()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var (api, root) = (agency.Api, $"/api/v1/agencies/{agency.Id}");
        await api.PutAsync(root, """{"name":"Contoh","zone":"Asia/Jayapura","beganOn":"2025-10-01"}""");
        var policy = await api.PutAsync(
            $"{root}/policies/ranking/2025-10-01", """{"topPercent":50,"minimumCohort":2}""");
        Assert.True(policy.Status is 200 or 201, $"{policy.Json}");
        foreach (var (person, skp) in new[] { ("ani-1", 80), ("budi", 90) })
        {
            var rated = await api.PutAsync($"{root}/ratings/2025-Q4/{person}", $$"""
                {"raterId":"head-1","result":"meets","behaviour":"meets","skpScore":{{skp}},"behaviourScore":90}
                """);
            Assert.True(rated.Status == 200, $"{rated.Json}");
        }

        await using var worker = await LaterApp.OpenAsync(cloud, CloudFixture.Monday);
        await api.PostAsync($"{root}/runs", """{"period":"2025-Q4"}""");
        await WaitedRun.ReachedAsync(api, $"{root}/runs/2025-Q4", 1);
        Assert.Equal("in", await TopAsync("budi"));
        var ani = "/api/v1/employees/ani-1/objections/2025-Q4";
        Assert.Equal(201, (await api.PostAsync(ani, Objection("ani-1"))).Status);
        await EndFirstTermAsync(agency.Id);
        await Refused.PostAsync(
            api, "/api/v1/employees/budi/objections/2025-Q4", Objection("budi"), 422, "objection-too-late");
        foreach (var side in new[] { "ani-1", "head-1" })
        {
            await api.PostAsync($"{ani}/statements", $$"""{"byId":"{{side}}","words":"Sudah."}""");
        }

        var decided = await api.PostAsync($"{ani}/decision", """
            {"decidedById":"chief","reason":"Bukti.","revised":{"result":"meets","behaviour":"meets","skpScore":110,"behaviourScore":90}}
            """);
        Assert.Equal(2, (int?)decided.Json!["appliedInRevision"]);
        await WaitedRun.ReachedAsync(api, $"{root}/runs/2025-Q4", 2);

        Assert.Equal("out", await TopAsync("budi"));
        Assert.Equal(201, (await api.PostAsync("/api/v1/employees/budi/objections/2025-Q4", Objection("budi"))).Status);
        // Not assessed before and after: nothing of it changed.
        await Refused.PostAsync(
            api, "/api/v1/employees/head-1/objections/2025-Q4", Objection("head-1"), 422, "objection-too-late");
        await Refused.PostAsync(api, ani, Objection("ani-1-lagi"), 409, "objection-filed");

        async Task<string?> TopAsync(string person) =>
            (string?)(await api.GetAsync($"{root}/runs/2025-Q4/evaluations/{person}")).Json!["topShare"];
    }

    private static string Objection(string name) =>
        $$"""{"id":"keberatan-{{name}}","reason":"Belum dihitung.","evidence":[]}""";

    /// <summary>The fixture's clock stands; what passes is the term.</summary>
    private async Task EndFirstTermAsync(string agency)
    {
        var runs = cloud.Services.GetRequiredService<IRuns>();
        var period = AppraisalPeriod.Parse("2025-Q4").Value;
        var first = (await runs.FindAsync(AgencyId.Parse(agency).Value, period, 1, CancellationToken.None))!;
        Assert.True(await runs.ReplaceAsync(
            first.Value with { ObjectionsUntil = new LocalDate(2026, 1, 2) }, first.Tag, CancellationToken.None));
    }
}
