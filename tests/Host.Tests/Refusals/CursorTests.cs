using System.Globalization;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>Cursors of lists that are paged by key.</summary>
[Collection(nameof(CloudFixture))]
public sealed class CursorTests(CloudFixture cloud)
{
    [Fact]
    public async Task A_page_begins_after_its_cursor_and_what_is_no_cursor_is_refused()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}";
        foreach (var (id, hour) in new[] { ("Gangguan-A", "01"), ("gangguan-b", "02") })
        {
            var put = await agency.Api.PutAsync(
                $"{root}/outages/{id}",
                $$"""{"from":"2026-01-05T00:00:00Z","to":"2026-01-05T{{hour}}:00:00Z","units":[],"reason":"Mati."}""");
            Assert.Equal(200, put.Status);
        }

        var all = (await agency.Api.GetAsync($"{root}/outages")).Json!["outages"]!.AsArray();
        Assert.Equal(["Gangguan-A", "gangguan-b"], all.Select(o => (string?)o!["id"]));
        var begin = DateTimeOffset.Parse((string)all[0]!["from"]!, CultureInfo.InvariantCulture);
        var ticks = begin.ToUnixTimeMilliseconds() * 10_000;
        var rest = await agency.Api.GetAsync($"{root}/outages?cursor={ticks:D20}_Gangguan-A");
        Assert.Equal(["gangguan-b"], rest.Json!["outages"]!.AsArray().Select(o => (string?)o!["id"]));

        foreach (var list in new[] { "outages?", "overdue?", "dialogues?raterId=head-1&" })
        {
            await Refused.GetAsync(agency.Api, $"{root}/{list}cursor=A%27", 400, "invalid-field", "/cursor");
            Assert.Equal(200, (await agency.Api.GetAsync($"{root}/{list}cursor=zzz")).Status);
        }
    }
}
