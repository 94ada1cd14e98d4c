using System.Text.Json.Nodes;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Host.Tests.Runs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kinerja.Host.Tests.Exchange;

/// <summary>
/// A small agency that sends its final results to a SIASN of its own: ani-1 and budi, rated by head-1 in the last
/// quarter of 2025.
/// </summary>
internal sealed class SiasnAgency(CloudFixture cloud, SmallAgency agency, SiasnServer server)
{
    internal const string Ani = "199009132025242014";
    internal const string Budi = "198503152010011007";
    internal const string Head = "197708202003121003";
    internal const string Period = "2025-Q4";

    private static readonly LocalDate Past = new(2026, 1, 2);

    internal Api Api => agency.Api;

    internal string Root => $"/api/v1/agencies/{agency.Id}";

    internal string Account => Root + "/siasn";

    internal string Sending => $"{Account}/{Period}";

    internal string Run => $"{Root}/runs/{Period}";

    internal static async Task<SiasnAgency> RegisterAsync(CloudFixture cloud, SiasnServer server)
    {
        var made = new SiasnAgency(cloud, await SmallAgency.RegisterAsync(cloud), server);
        server.Siasn.With(Ani).With(Budi).With(Head);
        await made.PutAsync(made.Root, """{"name":"Contoh","zone":"Asia/Jayapura","beganOn":"2025-12-01"}""");
        await made.PutAsync(made.Root + "/employees", $$"""
            {"employees":[
              {"id":"head-1","unitId":"tu","kind":"pns","raterId":"chief","nip":"{{Head}}"},
              {"id":"budi","unitId":"tu","kind":"pns","raterId":"head-1","nip":"{{Budi}}"}]}
            """);
        await made.RateAsync("ani-1", "above", null);
        await made.RateAsync("budi", "meets", null);
        return made;
    }

    internal string Body(
        bool enabled = true, string? secret = SiasnServer.Secret, string? signOn = "sso-1", string more = "") => $$"""
        {"url":"{{server.Url}}","tokenUrl":"{{server.TokenUrl}}","clientId":"{{SiasnServer.ClientId}}",
         {{(secret is null ? "" : $"\"clientSecret\":\"{secret}\",")}}
         {{(signOn is null ? "" : $"\"signOn\":\"{signOn}\",")}}
         "coefficientId":"koefisien-1"{{more}},"enabled":{{(enabled ? "true" : "false")}}}
        """;

    internal async Task<JsonNode> PutAccountAsync(bool enabled = true, string signOn = "sso-1")
    {
        var answer = await Api.PutAsync(Account, Body(enabled, signOn: signOn));
        Assert.True(answer.Status == 200, $"{answer.Status} {answer.Json}");
        return answer.Json!;
    }

    internal Task RateAsync(string person, string result, string? reason) => PutAsync(
        $"{Root}/ratings/{Period}/{person}",
        $$"""
        {"raterId":"head-1","result":"{{result}}","behaviour":"meets","skpScore":90,
         "behaviourScore":90{{(reason is null ? "" : $",\"reason\":\"{reason}\"")}}}
        """);

    /// <summary>
    /// Published and then final, its terms being over. The app that ran it is gone by then: it would take what is to be
    /// sent with it.
    /// </summary>
    internal async Task FinalAsync()
    {
        await using (await LaterApp.OpenAsync(cloud, CloudFixture.Monday))
        {
            await Api.PostAsync($"{Root}/runs", $$"""{"period":"{{Period}}"}""");
            await WaitedRun.ReachedAsync(Api, Run, 1);
        }

        await EndAsync();
    }

    /// <summary>The fixture's clock stands; what passes are the terms.</summary>
    internal async Task EndAsync()
    {
        var runs = cloud.Services.GetRequiredService<IRuns>();
        var newest = (await runs.FindAsync(
            AgencyId.Parse(agency.Id).Value, AppraisalPeriod.Parse(Period).Value, CancellationToken.None))!;
        Assert.True(await runs.ReplaceAsync(
            newest.Value with
            {
                ObjectionsUntil = Past,
                Reopenings = [.. newest.Value.Reopenings.Select(one => one with { Until = Past })],
            },
            newest.Tag,
            CancellationToken.None));
        await OneAgency.FinaliseAsync(cloud, agency.Id);
        Assert.Equal("final", (string?)(await Api.GetAsync(Run)).Json!["state"]);
    }

    internal Task<JsonNode> UntilAsync(Func<JsonNode, bool> reached, string? path = null) =>
        Api.UntilAsync(path ?? Sending, reached);

    /// <summary>Such as <c>2 sent 0 there 0 refused 0 failed</c>, once everybody is settled.</summary>
    internal async Task<string> DoneAsync() => Counts(await UntilAsync(sending => (bool)sending["done"]!));

    internal static string Counts(JsonNode sending)
    {
        var counts = sending["counts"]!;
        return $"{counts["sent"]} sent {counts["alreadyThere"]} there {counts["refused"]} refused "
            + $"{counts["failed"]} failed";
    }

    internal async Task PutAsync(string path, string body)
    {
        var answer = await Api.PutAsync(path, body);
        Assert.True(answer.Status is 200 or 201, $"{path}: {answer.Status} {answer.Json}");
    }
}
