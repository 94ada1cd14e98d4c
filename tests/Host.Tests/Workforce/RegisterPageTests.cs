namespace Kinerja.Host.Tests.Workforce;

/// <summary>The register by page: everything once, and nothing again for a reader who has it.</summary>
[Collection(nameof(CloudFixture))]
public sealed class RegisterPageTests(CloudFixture cloud)
{
    private static readonly string[] Lists = ["units", "posts", "employees"];

    [Fact]
    public async Task Pages_hold_every_unit_once_and_a_reader_who_has_a_page_is_told_so()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/units";
        var written = string.Join(',', Enumerable.Range(1000, 600).Select(
            i => $$"""{"id":"unit-{{i}}","name":"Unit {{i}}","zone":"Asia/Jakarta"}"""));
        Assert.Equal(200, (await agency.Api.PutAsync(path, $$"""{"units":[{{written}}]}""")).Status);

        var first = await agency.Api.GetAsync(path);
        var next = first.Headers.GetValues("Link").Single().Split('<', '>')[1];
        var second = await agency.Api.GetAsync(next);
        Assert.Equal(
            Enumerable.Range(1000, 600).Select(i => $"unit-{i}").Append("tu").Order(StringComparer.Ordinal),
            Ids(first).Concat(Ids(second)));
        Assert.False(second.Headers.Contains("Link"));

        var (one, two) = (TagOf(first), TagOf(second));
        Assert.NotEqual(one, two);
        var known = await AgainAsync(agency, path, one);
        Assert.Equal((304, one), (known.Status, TagOf(known)));
        Assert.Equal(first.Headers.GetValues("Link"), known.Headers.GetValues("Link"));
        Assert.Equal(200, (await AgainAsync(agency, path, two)).Status);

        // A change on the second page leaves the first as it is known.
        await agency.Api.PutAsync(path, """{"units":[{"id":"unit-1599","name":"Lain","zone":"Asia/Jakarta"}]}""");
        Assert.Equal(304, (await AgainAsync(agency, path, one)).Status);
        var changed = await AgainAsync(agency, next, two);
        Assert.Equal(200, changed.Status);
        Assert.NotEqual(two, TagOf(changed));
    }

    [Fact]
    public async Task Every_list_is_tagged_by_what_it_says_of_its_day()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        foreach (var path in Lists.Select(list => $"/api/v1/agencies/{agency.Id}/{list}"))
        {
            var today = TagOf(await agency.Api.GetAsync(path));
            Assert.Equal(today, TagOf(await agency.Api.GetAsync(path)));
            Assert.Equal(today, TagOf(await agency.Api.GetAsync(path + "?on=2026-01-05")));
            Assert.NotEqual(today, TagOf(await agency.Api.GetAsync(path + "?on=2026-01-06")));
            Assert.Equal(304, (await AgainAsync(agency, path, $"W/{today}, \"0\"")).Status);
            Assert.Equal(200, (await AgainAsync(agency, path, "\"0\"")).Status);
            Assert.Equal(400, (await agency.Api.GetAsync(path + "?cursor=Bukan%20Kursor")).Status);
        }
    }

    private static Task<Answer> AgainAsync(SmallAgency agency, string path, string tag) =>
        agency.Api.SendContentAsync(HttpMethod.Get, path, null, ("If-None-Match", tag));

    private static string TagOf(Answer answer) => answer.Headers.GetValues("ETag").Single();

    private static IEnumerable<string> Ids(Answer page) =>
        page.Json!["units"]!.AsArray().Select(unit => (string)unit!["id"]!);
}
