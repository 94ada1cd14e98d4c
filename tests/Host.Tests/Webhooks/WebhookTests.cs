using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;
using Kinerja.Local.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Tests.Webhooks;

/// <summary>An agency's own server is told what happens, signed, and again until it takes it.</summary>
[Collection(nameof(CloudFixture))]
public sealed class WebhookTests(CloudFixture cloud)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task What_happens_is_posted_signed_and_again_when_it_was_not_taken()
    {
        await using var server = await AgencyServer.StartAsync(failures: 1);
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/webhook";
        var set = await agency.Api.PutAsync(path, $$"""{"url":"{{server.Url}}"}""");
        Assert.Equal(200, set.Status);
        var secret = (string)set.Json!["secret"]!;
        Assert.Null((await agency.Api.GetAsync(path)).Json!["secret"]);
        await CorrectAsync(agency, "koreksi-0001");

        var calls = await server.TakenAsync(2, Patience);
        Assert.Equal(calls[0].Id, calls[1].Id);
        Assert.Equal("application/cloudevents+json; charset=utf-8", calls[1].ContentType);
        Assert.Equal([calls[1].SignedBy(secret)], calls[1].Signature.Split(' '));
        var told = JsonNode.Parse(calls[1].Body)!;
        Assert.Equal(
            ("1.0", "id.go.kinerja.notice.given.v1", calls[1].Id, $"urn:kinerja:agency:{agency.Id}"),
            ((string?)told["specversion"], (string?)told["type"], (string?)told["id"], (string?)told["source"]));
        Assert.Equal(
            ("head-1", "correctionRequested"),
            ((string?)told["data"]!["employeeId"], (string?)told["data"]!["code"]));

        var renewed = (string)(await agency.Api.SendAsync(HttpMethod.Post, path + "/keys", null)).Json!["secret"]!;
        await CorrectAsync(agency, "koreksi-0002");
        var third = (await server.TakenAsync(3, Patience))[2];
        Assert.Equal([third.SignedBy(renewed), third.SignedBy(secret)], third.Signature.Split(' '));

        Assert.Equal(204, (await agency.Api.SendAsync(HttpMethod.Delete, path, null)).Status);
        await Refused.GetAsync(agency.Api, path, 404, "unknown-webhook");
    }

    [Fact]
    public Task An_address_that_leads_nowhere_safe_is_refused() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var path = $"/api/v1/agencies/{agency.Id}/webhook";
        foreach (var url in new[] { "", "ftp://simpeg.example.go.id/", "https://a:b@simpeg.example.go.id/" })
        {
            await Refused.PutAsync(agency.Api, path, $$"""{"url":"{{url}}"}""", 400, "invalid-field", "/url");
        }

        await Refused.GetAsync(agency.Api, path, 404, "unknown-webhook");
        await Refused.GetAsync(
            cloud.ApiOf("tak-terdaftar"), "/api/v1/agencies/tak-terdaftar/webhook", 404, "unknown-agency");
    });

    private static async Task CorrectAsync(SmallAgency agency, string id)
    {
        var asked = await agency.Api.PostAsync(
            "/api/v1/employees/ani-1/corrections",
            $$"""
            {"id":"{{id}}","date":"2026-01-05","kind":"arrival","time":"07:30","evidence":"Rapat.",
             "requestedById":"ani-1"}
            """);
        Assert.Equal(201, asked.Status);
    }

    private sealed record Call(string Id, string Timestamp, string Signature, string? ContentType, string Body)
    {
        internal string SignedBy(string secret) => "v1," + Convert.ToBase64String(HMACSHA256.HashData(
            Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Body}")));
    }

    /// <summary>A server as an agency has one, which fails so often before it takes anything.</summary>
    private sealed class AgencyServer : IAsyncDisposable
    {
        private readonly ConcurrentQueue<Call> _calls = [];
        private readonly WebApplication _web;
        private int _failures;

        private AgencyServer(WebApplication web, int failures) => (_web, _failures) = (web, failures);

        internal string Url => string.Create(CultureInfo.InvariantCulture, $"{_web.Urls.First()}/told");

        internal static async Task<AgencyServer> StartAsync(int failures)
        {
            var server = new AgencyServer(LoopbackWeb.On(0), failures);
            server._web.MapPost("/told", server.TakeAsync);
            await server._web.StartAsync();
            return server;
        }

        internal async Task<IReadOnlyList<Call>> TakenAsync(int count, TimeSpan patience)
        {
            using var giveUp = new CancellationTokenSource(patience);
            while (_calls.Count < count)
            {
                await Task.Delay(50, giveUp.Token);
            }

            return [.. _calls];
        }

        public async ValueTask DisposeAsync() => await _web.DisposeAsync();

        private async Task<IResult> TakeAsync(HttpRequest request)
        {
            using var reader = new StreamReader(request.Body);
            _calls.Enqueue(new(
                request.Headers["webhook-id"]!, request.Headers["webhook-timestamp"]!,
                request.Headers["webhook-signature"]!, request.ContentType, await reader.ReadToEndAsync()));
            return Interlocked.Decrement(ref _failures) >= 0 ? Results.StatusCode(500) : Results.NoContent();
        }
    }
}
