using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Host.Tests.Refusals;
using Kinerja.Host.Tests.Runs;
using Kinerja.Local.Cloud;
using Kinerja.Local.Ministry;
using Kinerja.Local.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.Ranking;

/// <summary>
/// What a ministry verifies with the published keys alone: which ranking was published when, until when people may
/// object, and whether it is final and since when.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class RankingSealTests(CloudFixture cloud)
{
    private const string Period = "2025-Q4";
    private const string Keys = "/api/v1/receipt-keys";
    private const string Finalised = "id.go.kinerja.predicate.finalised.v1";

    [Fact]
    public async Task A_seal_says_open_then_final_then_open_again_and_each_event_keeps_its_own()
    {
        var (agency, run) = await RatedAsync();
        await Refused.GetAsync(agency.Api, $"{run}/ranking/seal", 404, "unknown-run");
        await using var worker = await PublishAsync(agency, run);
        var jwks = await KeysAsync(cloud.ApiWith(null));

        var published = (await agency.Api.GetAsync($"{run}/ranking/seal")).Json!;
        var first = await EventAsync(agency, "id.go.kinerja.ranking.published.v1");
        var said = RankingSeal.Open((string)first["seal"]!, jwks)!;
        Assert.Equal(
            ("open", "2026-01-05", "2026-01-19", null),
            ((string?)published["finality"], (string?)published["deemedOn"], (string?)published["objectionsUntil"],
            (string?)published["finalSince"]));
        Assert.Equal(
            new SealedFacts(
                agency.Id, Period, 1, Hash(first["data"]!), "open", (string)published["publishedAt"]!, "2026-01-19",
                null),
            said);
        Assert.Equal((string?)published["manifestSha256"], said.DataSha256);
        Assert.Equal(said, RankingSeal.Open((string)published["seal"]!, jwks));

        await EndTermAsync(agency.Id);
        await OneAgency.FinaliseAsync(cloud, agency.Id);
        var final = (await agency.Api.GetAsync($"{run}/ranking/seal")).Json!;
        Assert.Equal("final", (string?)final["finality"]);
        Assert.Equal((string?)(await agency.Api.GetAsync(run)).Json!["finalSince"], (string?)final["finalSince"]);
        var page = await EventAsync(agency, Finalised);
        var sealedPage = RankingSeal.Open((string)page["seal"]!, jwks)!;
        Assert.Equal(
            ("final", Hash(page["data"]!), (string?)final["finalSince"]),
            (sealedPage.Finality, sealedPage.DataSha256, sealedPage.FinalSince));
        Assert.Equal(
            (said.DataSha256, 2, 2, 1, 1, new string('0', 64)),
            ((string?)page["data"]!["manifestSha256"], (int)page["data"]!["assessed"]!,
            (int)page["data"]!["notAssessed"]!, (int)page["data"]!["page"]!, (int)page["data"]!["pages"]!,
            (string?)page["data"]!["chainBeforeSha256"]));

        await agency.Api.PostAsync($"{run}/reopenings", """{"reopenedById":"head-1","reason":"Putusan banding."}""");
        var open = (await agency.Api.GetAsync($"{run}/ranking/seal")).Json!;
        Assert.Equal(
            ("open", null, "2026-01-19"),
            ((string?)open["finality"], (string?)open["finalSince"], (string?)open["openUntil"]));
        await EndTermAsync(agency.Id);
        await OneAgency.FinaliseAsync(cloud, agency.Id);
        Assert.Equal(
            [$"{agency.Id}_{Period}_r1_predicates_00001", $"{agency.Id}_{Period}_r1_1_predicates_00001"],
            (await EventsAsync(agency)).Where(one => (string?)one["type"] == Finalised)
                .Select(one => (string?)one["id"]));
    }

    [Fact]
    public async Task A_changed_seal_another_ranking_and_a_receipt_of_the_same_key_prove_nothing()
    {
        var (agency, run) = await RatedAsync();
        await using var worker = await PublishAsync(agency, run);
        var api = cloud.ApiWith(null);
        var jwks = await KeysAsync(api);
        var seal = (string)(await agency.Api.GetAsync($"{run}/ranking/seal")).Json!["seal"]!;
        var receipt = (string)(await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn("sealed-01")))
            .Json!["receipt"]!;

        Assert.NotNull(RankingSeal.Open(seal, jwks));
        Assert.Null(RankingSeal.Open(receipt, jwks));
        for (var i = 3; i < seal.Length - 1; i += 11)
        {
            var changed = seal[..i] + (seal[i] == 'A' ? 'B' : 'A') + seal[(i + 1)..];
            Assert.True(RankingSeal.Open(changed, jwks) is null, $"at {i}");
        }

        using var folder = new TempFolder();
        var manifest = (await agency.Api.GetAsync($"{run}/ranking/manifest")).Json!.ToJsonString();
        var keys = (await api.GetAsync(Keys)).Json!.ToJsonString();
        Assert.Equal(
            (0, 1),
            (await VerifyAsync(folder, seal, keys, manifest), await VerifyAsync(folder, seal, keys, manifest + " ")));
    }

    [Fact]
    public async Task An_old_seal_is_proven_by_the_keys_that_are_published_after_a_change_of_key()
    {
        var (agency, run) = await RatedAsync();
        await (await PublishAsync(agency, run)).DisposeAsync();
        var old = (string)(await EventAsync(agency, "id.go.kinerja.ranking.published.v1"))["seal"]!;
        using var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var former = ECDsa.Create();
        former.ImportFromPem(cloud.Cloud.OptionsFor().ReceiptKey);
        using var folder = new TempFolder();
        await using var changed = await FunctionApp.StartAsync(
            cloud.Cloud.OptionsFor(new ReplayClock(CloudFixture.Monday)) with
            {
                StateFolder = folder.Path,
                ReceiptKey = next.ExportPkcs8PrivateKeyPem(),
                Settings = new Dictionary<string, string>(CloudFixture.WithoutTimers)
                {
                    ["KinerjaReceipts__RetiredKeys"] = former.ExportSubjectPublicKeyInfoPem(),
                },
            },
            CancellationToken.None);
        var api = new Api(changed.Address, cloud.Cloud.Issuer.TokenFor(agency.Id));

        var (before, after) = (await KeysAsync(cloud.ApiWith(null)), await KeysAsync(api));
        var now = (string)(await api.GetAsync($"{run}/ranking/seal")).Json!["seal"]!;

        Assert.Equal((1, 2), (before.GetProperty("keys").GetArrayLength(), after.GetProperty("keys").GetArrayLength()));
        Assert.Equal(RankingSeal.Open(old, before), RankingSeal.Open(old, after));
        Assert.NotNull(RankingSeal.Open(old, after));
        Assert.NotNull(RankingSeal.Open(now, after));
        Assert.Null(RankingSeal.Open(now, before));
    }

    private async Task<(SmallAgency Agency, string Run)> RatedAsync()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}";
        await PutAsync(root, """{"name":"Contoh","zone":"Asia/Jayapura","beganOn":"2025-12-01"}""");
        await PutAsync(
            $"{root}/policies/objection/2025-10-01", """{"reopening":{"deciderIds":["head-1"]}}""");
        foreach (var person in new[] { "ani-1", "budi" })
        {
            await PutAsync(
                $"{root}/ratings/{Period}/{person}",
                """{"raterId":"head-1","result":"meets","behaviour":"meets","skpScore":80,"behaviourScore":90}""");
        }

        return (agency, $"{root}/runs/{Period}");

        async Task PutAsync(string path, string body)
        {
            var answer = await agency.Api.PutAsync(path, body);
            Assert.True(answer.Status is 200 or 201, $"{path}: {answer.Status} {answer.Json}");
        }
    }

    private async Task<LaterApp> PublishAsync(SmallAgency agency, string run)
    {
        var worker = await LaterApp.OpenAsync(cloud, CloudFixture.Monday);
        await agency.Api.PostAsync(run[..run.LastIndexOf('/')], $$"""{"period":"{{Period}}"}""");
        await WaitedRun.ReachedAsync(agency.Api, run, 1);
        return worker;
    }

    /// <summary>The fixture's clock stands; what passes are the terms.</summary>
    private async Task EndTermAsync(string agency)
    {
        var runs = cloud.Services.GetRequiredService<IRuns>();
        var newest = (await runs.FindAsync(
            AgencyId.Parse(agency).Value, AppraisalPeriod.Parse(Period).Value, CancellationToken.None))!;
        Assert.True(await runs.ReplaceAsync(
            newest.Value with
            {
                ObjectionsUntil = new(2026, 1, 2),
                Reopenings = [.. newest.Value.Reopenings.Select(one => one with { Until = new(2026, 1, 2) })],
            },
            newest.Tag,
            CancellationToken.None));
    }

    private static async Task<IEnumerable<JsonNode>> EventsAsync(SmallAgency agency) =>
        (await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/events")).Json!["events"]!.AsArray()
            .Select(one => one!);

    private static async Task<JsonNode> EventAsync(SmallAgency agency, string type) =>
        Assert.Single(await EventsAsync(agency), one => (string?)one["type"] == type);

    private static async Task<JsonElement> KeysAsync(Api api) =>
        JsonElement.Parse((await api.GetAsync(Keys)).Json!.ToJsonString());

    /// <summary>The answer holds the data byte for byte.</summary>
    private static string Hash(JsonNode data) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(data.ToJsonString())));

    /// <summary>With the sample that a ministry may copy; its exit code.</summary>
    private static async Task<int> VerifyAsync(TempFolder folder, string seal, string keys, string data)
    {
        var (published, read) = (Path.Combine(folder.Path, "keys.json"), Path.Combine(folder.Path, "data.json"));
        await File.WriteAllTextAsync(published, keys);
        await File.WriteAllTextAsync(read, data);
        await using var node = ChildProcess.Start(
            "node", [Path.Combine(RepositoryFolder.Local, "Ministry", "verify-seal.mjs"), seal, published, read]);
        return await node.WaitForExitAsync();
    }
}
