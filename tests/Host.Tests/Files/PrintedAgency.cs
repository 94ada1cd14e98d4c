using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Host.Tests.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.Files;

/// <summary>
/// A small agency of which papers are printed: its last quarter of 2025 is ranked, and the best half gets two days of
/// leave. Names of the agency, its unit and its people are what a browser would run.
/// </summary>
internal sealed class PrintedAgency(CloudFixture cloud, SmallAgency agency) : IAsyncDisposable
{
    internal const string Period = "2025-Q4";
    internal const string Hostile = "<script>alert(1)</script> & \"Dinas\" 'x'";
    internal const string Objection = "/api/v1/employees/ani-1/objections/" + Period;

    private LaterApp? _worker;

    internal string Root { get; } = $"/api/v1/agencies/{agency.Id}";

    internal SmallAgency Agency => agency;

    internal static async Task<PrintedAgency> RegisterAsync(CloudFixture cloud)
    {
        var printed = new PrintedAgency(cloud, await SmallAgency.RegisterAsync(cloud));
        var name = System.Text.Json.JsonSerializer.Serialize(Hostile);
        await printed.PutAsync("", $$"""{"name":{{name}},"zone":"Asia/Jayapura","beganOn":"2025-12-01"}""");
        await printed.PutAsync("/units", $$"""
            {"units":[{"id":"tu","name":{{name}},"zone":"Asia/Jayapura","headId":"head-1","from":"2025-01-01"}]}
            """);
        await printed.PutAsync("/names", $$"""
            {"names":[{"employeeId":"ani-1","name":"Ani <b>Lestari</b>"},{"employeeId":"head-1","name":{{name}}}]}
            """);
        await printed.PutAsync("/policies/ranking/2025-10-01", """{"topPercent":50,"minimumCohort":2}""");
        await printed.PutAsync("/policies/follow-up/2025-10-01", """{"grants":{"daysOff":2,"months":3}}""");
        return printed;
    }

    internal async Task RankAsync()
    {
        foreach (var (person, skp) in new[] { ("ani-1", 80), ("budi", 90) })
        {
            await PutAsync($"/ratings/{Period}/{person}", $$"""
                {"raterId":"head-1","result":"meets","behaviour":"meets","skpScore":{{skp}},"behaviourScore":90}
                """);
        }

        _worker = await LaterApp.OpenAsync(cloud, CloudFixture.Monday);
        await agency.Api.PostAsync($"{Root}/runs", $$"""{"period":"{{Period}}"}""");
        await ReachedAsync(1);
    }

    internal Task ReachedAsync(int revision) => WaitedRun.ReachedAsync(agency.Api, $"{Root}/runs/{Period}", revision);

    internal async Task ObjectAsync(string reason) => Assert.Equal(
        201, (await agency.Api.PostAsync(Objection, System.Text.Json.JsonSerializer.Serialize(
            new Dictionary<string, string> { ["id"] = "keberatan-01", ["reason"] = reason }))).Status);

    internal async Task DecideAsync(string revised)
    {
        foreach (var side in new[] { "ani-1", "head-1" })
        {
            await agency.Api.PostAsync(
                $"{Objection}/statements", $$"""{"byId":"{{side}}","words":"Kata <i>{{side}}</i>."}""");
        }

        var decided = await agency.Api.PostAsync(
            $"{Objection}/decision", $$"""
            {"decidedById":"chief","reason":"Bukti \u003Cu\u003Elengkap\u003C/u\u003E."{{revised}} }
            """);
        Assert.True(decided.Status == 200, $"{decided.Json}");
    }

    /// <summary>The fixture's clock stands; what passes is the term.</summary>
    internal async Task FinaliseAsync()
    {
        var runs = cloud.Services.GetRequiredService<IRuns>();
        var newest = (await runs.FindAsync(
            AgencyId.Parse(agency.Id).Value, AppraisalPeriod.Parse(Period).Value, CancellationToken.None))!;
        Assert.True(await runs.ReplaceAsync(
            newest.Value with { ObjectionsUntil = new(2026, 1, 2) }, newest.Tag, CancellationToken.None));
        await OneAgency.FinaliseAsync(cloud, agency.Id);
    }

    internal async Task PutAsync(string path, string json)
    {
        var answer = await agency.Api.PutAsync(Root + path, json);
        Assert.True(answer.Status is 200 or 201, $"{path}: {answer.Status} {answer.Json}");
    }

    /// <summary>The paper in a language, as a page: nothing of it may run.</summary>
    internal static async Task<string> PrintAsync(Api api, string path, string language = "id")
    {
        var answer = await api.SendAsync(HttpMethod.Get, path, null, ("Accept-Language", language));
        Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Json}");
        var html = (string)answer.Json!;
        Assert.Equal("text/html", answer.ContentType);
        Assert.StartsWith($"<!doctype html>\n<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=\"", html, StringComparison.Ordinal);
        return html;
    }

    public ValueTask DisposeAsync() => _worker?.DisposeAsync() ?? ValueTask.CompletedTask;
}
