namespace Kinerja.Host.Tests.WorkPlans;

/// <summary>Work plans over HTTP: written, agreed, changed with a reason, and every version readable.</summary>
[Collection(nameof(CloudFixture))]
public sealed class WorkPlanTests(CloudFixture cloud)
{
    [Fact]
    public async Task A_plan_is_written_agreed_and_changed_and_only_the_agreed_version_counts()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        const string Path = "/api/v1/employees/ani-1/work-plans/2026-01-01";

        var first = await agency.Api.PutAsync(Path, Plan(12));
        var repeated = await agency.Api.PutAsync(Path, Plan(12));
        var agreed = await agency.Api.PostAsync(
            Path + "/agreement", """{"agreedById":"head-1","version":1,"words":"Sepakat."}""");
        var silent = await agency.Api.PutAsync(Path, Plan(18), "\"1\"");
        var stale = await agency.Api.PutAsync(Path, Plan(18, "Target naik."), "\"7\"");
        var second = await agency.Api.PutAsync(Path, Plan(18, "Target naik."), "\"1\"");

        Assert.Equal(
            [200, 200, 200, 422, 412, 200],
            new[] { first, repeated, agreed, silent, stale, second }.Select(a => a.Status));
        Assert.Equal(("\"1\"", "\"1\"", "\"2\""), (Tag(first), Tag(repeated), Tag(second)));
        Assert.Equal(("drafted", "agreed"), ((string?)first.Json!["state"], (string?)agreed.Json!["state"]));
        Assert.Equal(["/reason"], silent.Pointers);
        Assert.Equal(12, Target(await agency.Api.GetAsync(Path + "?version=1")));
        Assert.Equal(18, Target(await agency.Api.GetAsync(Path)));
        var versions = await agency.Api.GetAsync(Path + "/versions");
        Assert.Equal([null, "Target naik."], versions.Json!["versions"]!.AsArray().Select(v => (string?)v!["reason"]));
        var year = await agency.Api.GetAsync("/api/v1/employees/ani-1/work-plans?year=2026");
        var line = Assert.Single(year.Json!["plans"]!.AsArray())!;
        Assert.Equal(
            (2, "drafted", 1, 100m),
            (
                (int)line["version"]!,
                (string?)line["state"],
                (int)line["agreedVersion"]!,
                (decimal)line["sharePercent"]!));
    }

    [Fact]
    public async Task Strangers_neither_write_nor_agree_and_faults_are_told_at_once()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        const string Path = "/api/v1/employees/ani-1/work-plans/2026-01-01";

        var stranger = await agency.Api.PutAsync(Path, Plan(12).Replace("ani-1", "budi", StringComparison.Ordinal));
        var early = await agency.Api.PutAsync("/api/v1/employees/ani-1/work-plans/2027-01-01", Plan(12));
        var faulty = await agency.Api.PutAsync(
            Path, Plan(0).Replace("\"main\"", "\"utama\"", StringComparison.Ordinal));
        var none = await agency.Api.PostAsync(Path + "/agreement", """{"agreedById":"head-1","version":1}""");
        await agency.Api.PutAsync(Path, Plan(12));
        var own = await agency.Api.PostAsync(Path + "/agreement", """{"agreedById":"ani-1","version":1}""");

        Assert.Equal([403, 422, 400, 404, 403], new[] { stranger, early, faulty, none, own }.Select(a => a.Status));
        Assert.Equal(["/plan/results/0/kind", "/plan/results/0/indicators/0/target"], faulty.Pointers);
    }

    private static string Plan(decimal target, string? reason = null) => FormattableString.Invariant($$$"""
        {"byId":"ani-1",{{{(reason is null ? "" : $"\"reason\":\"{reason}\",")}}}"plan":{"results":[{"id":"rhk-1","kind":"main","words":"Laporan","indicators":[
          {"id":"jumlah","words":"Laporan selesai","aspect":"quantity",
           "target":{"value":{{{target}}},"unit":"laporan","direction":"moreIsBetter","counting":"addsUp"}}]}]}}
        """);

    private static decimal Target(Answer answer) =>
        (decimal)answer.Json!["plan"]!["results"]![0]!["indicators"]![0]!["target"]!["value"]!;

    private static string? Tag(Answer answer) => answer.Headers.ETag?.Tag;
}
