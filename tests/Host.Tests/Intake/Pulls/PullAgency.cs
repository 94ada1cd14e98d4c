using System.Diagnostics;
using System.Text.Json.Nodes;
using Kinerja.Application.Intake.Pulls;
using Kinerja.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.Intake.Pulls;

/// <summary>A small agency whose own system gives what the agency has, and then something else.</summary>
internal sealed class PullAgency(CloudFixture cloud, SmallAgency agency, HrServer server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    internal Api Api => agency.Api;

    internal string Root => $"/api/v1/agencies/{agency.Id}";

    private string Path => Root + "/register-source";

    /// <summary>The system knows the same unit and people as the register.</summary>
    internal static async Task<PullAgency> RegisterAsync(CloudFixture cloud, HrServer server, int automaticUpTo = 0)
    {
        var pulled = new PullAgency(cloud, await SmallAgency.RegisterAsync(cloud), server);
        server.Units.Add("""{"id":"tu","name":"Tata Usaha","zone":"Asia/Jayapura","headId":"head-1"}""");
        server.Employees.AddRange(
        [
            """{"id":"head-1","unitId":"tu","kind":"pns","raterId":"chief"}""",
            """{"id":"chief","unitId":"tu","kind":"pns"}""",
            """{"id":"ani-1","unitId":"tu","kind":"pppk","raterId":"head-1","nip":"199009132025242014"}""",
            """{"id":"budi","unitId":"tu","kind":"pns","raterId":"head-1"}""",
        ]);
        await pulled.SetAsync(automaticUpTo);
        return pulled;
    }

    internal async Task SetAsync(int automaticUpTo)
    {
        var set = await Api.PutAsync(
            Path, $$"""{"url":"{{server.Url}}","token":"{{HrServer.Token}}","automaticUpTo":{{automaticUpTo}}}""");
        Assert.True(set.Status == 200, $"{set.Status} {set.Json}");
        Assert.DoesNotContain(HrServer.Token, set.Json!.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>Reads now, and waits until it is written down what came of it.</summary>
    internal async Task<JsonNode> PullAsync()
    {
        var before = await TagAsync();
        Assert.Equal(202, (await Api.SendAsync(HttpMethod.Post, Path + "/pulls", null)).Status);
        return await UntilReadAsync(before);
    }

    /// <summary>Waits until something else than that is written of the source.</summary>
    internal async Task<JsonNode> UntilReadAsync(string? before)
    {
        var waited = Stopwatch.StartNew();
        while (await TagAsync() == before)
        {
            Assert.True(waited.Elapsed < Patience, "Nothing was read.");
            await Task.Delay(100);
        }

        return await SourceAsync();
    }

    internal async Task<string?> TagAsync() => (await cloud.Services.GetRequiredService<IRegisterPulls>()
        .FindSourceAsync(AgencyId.Parse(agency.Id).Value, CancellationToken.None))?.Tag;

    internal Task<JsonNode> UntilAsync(Func<JsonNode, bool> done) => Api.UntilAsync(Path, done);

    internal Task<JsonNode> UntilAppliedAsync() => PullSetup.AppliedAsync(Api, agency.Id);

    internal async Task<JsonNode> SourceAsync() => (await Api.GetAsync(Path)).Json!;

    internal async Task<IReadOnlyList<JsonNode>> ChangesAsync() =>
        [.. (await Api.GetAsync(Path + "/changes")).Json!["changes"]!.AsArray().Select(c => c!)];

    /// <summary>Such as <c>employee ani-1 changed 2026-02-02 unitId:tu→baru</c>.</summary>
    internal async Task<IEnumerable<string>> LinesAsync() => (await ChangesAsync()).Select(c => string.Join(
        ' ',
        new[] { (string?)c["part"], (string?)c["id"], (string?)c["kind"], (string?)c["from"] }
            .Concat(c["members"]!.AsArray().Select(m => $"{m!["member"]}:{m["before"]}→{m["after"]}"))
            .Where(text => text is not null)));

    internal string Agreement(string pull, string by = "chief") =>
        $$"""{"pullId":"{{pull}}","agreedById":"{{by}}"}""";

    internal Task<Answer> AgreeAsync(string pull) => Api.PostAsync(Path + "/agreement", Agreement(pull));

    internal async Task<JsonNode?> PersonAsync(string id, string on) =>
        (await Api.GetAsync($"{Root}/employees?on={on}")).Json!["employees"]!.AsArray()
            .SingleOrDefault(e => (string?)e!["id"] == id);
}
