using System.Text.Json.Nodes;
using Kinerja.Application.Events;
using Kinerja.Domain;
using Kinerja.Host.Tests.Refusals;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kinerja.Host.Tests.Events;

/// <summary>A ministry finds out whose events it may read.</summary>
[Collection(nameof(CloudFixture))]
public sealed class EventSourceTests(CloudFixture cloud)
{
    private const string Path = "/api/v1/event-sources";

    [Fact]
    public async Task A_ministry_finds_every_agency_with_the_number_of_its_newest_event()
    {
        var (first, second) = (await SmallAgency.RegisterAsync(cloud), await SmallAgency.RegisterAsync(cloud));
        await SendAsync(second);
        var ministry = Of("kementerian-contoh", "events.read", "events.of.results");

        var found = await AllAsync(ministry);

        Assert.Equal("Contoh", (string?)found[first.Id]["name"]);
        Assert.Equal(await LastAsync(first), (long)found[first.Id]["newest"]!);
        Assert.Equal(await LastAsync(second), (long)found[second.Id]["newest"]!);
        Assert.NotEqual(0, (long)found[second.Id]["newest"]!);
        Assert.All(found.Values, one => Assert.Equal(
            ["agencyId", "name", "newest"], one.AsObject().Select(member => member.Key).Order()));
    }

    [Fact]
    public async Task An_agency_that_is_subscribed_to_nothing_finds_itself_alone()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);

        Assert.Equal([agency.Id], (await AllAsync(Of(agency.Id, "events.read"))).Keys);
        Assert.Equal([agency.Id], (await AllAsync(Of(agency.Id, "events.read", "events.of.nothing"))).Keys);
    }

    [Fact]
    public async Task Pages_lead_on_in_the_order_of_ids_until_every_agency_was_told()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await Parallel.ForEachAsync(Enumerable.Range(0, 120), async (i, _) => Assert.Equal(200, (await cloud
            .ApiOf($"sumber-{i:D3}").PutAsync(
                $"/api/v1/agencies/sumber-{i:D3}", """{"name":"S","zone":"Asia/Jakarta","beganOn":"2026-01-01"}"""))
            .Status));

        var pages = await PagesAsync(Of("kementerian-contoh", "events.read", "events.of.rankings"));

        Assert.InRange(pages.Count, 2, 100);
        Assert.All(pages.SkipLast(1), page => Assert.Equal(100, page.Count));
        var ids = pages.SelectMany(page => page).Select(one => (string)one["agencyId"]!).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains(agency.Id, ids);
        Assert.Equal(120, ids.Count(id => id.StartsWith("sumber-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_the_scope_or_an_agency_and_by_a_cursor_of_nobodys_it_is_refused()
    {
        await Refused.GetAsync(Of("contoh", "events.of.results", "register.read"), Path, 403, "missing-scope");
        await Refused.GetAsync(Of("tidak-terdaftar", "events.read"), Path, 404, "unknown-agency");
        await Refused.GetAsync(
            Of("kementerian-contoh", "events.read", "events.of.results"), $"{Path}?cursor=a%20b", 400, "invalid-field",
            "/cursor");
    }

    private Task SendAsync(SmallAgency agency) => cloud.Services.GetRequiredService<IEventLog>().NumberAsync(
        [
            new(
                $"{agency.Id}_sumber", EventTypes.GrantMade, AgencyId.Parse(agency.Id).Value,
                AppraisalPeriod.Parse("2026-Q1").Value, Instant.FromUtc(2026, 1, 5, 1, 0), "{}"u8.ToArray()),
        ],
        CancellationToken.None);

    private static async Task<long> LastAsync(SmallAgency agency) =>
        (long)(await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/events")).Json!["last"]!;

    private static async Task<Dictionary<string, JsonNode>> AllAsync(Api api) =>
        (await PagesAsync(api)).SelectMany(page => page).ToDictionary(one => (string)one["agencyId"]!);

    private static async Task<List<List<JsonNode>>> PagesAsync(Api api)
    {
        var pages = new List<List<JsonNode>>();
        for (var path = Path; path is not null;)
        {
            var page = await api.GetAsync(path);
            Assert.Equal(200, page.Status);
            pages.Add([.. page.Json!["agencies"]!.AsArray().Select(one => one!)]);
            path = page.Headers.TryGetValues("Link", out var next)
                ? $"{Path}{next.Single()[next.Single().IndexOf('?', StringComparison.Ordinal)..^13]}"
                : null;
        }

        return pages;
    }

    private Api Of(string agency, params string[] scopes) => cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency, scopes));
}
