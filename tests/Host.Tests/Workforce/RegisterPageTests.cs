using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Host.Tests.Refusals;
using Microsoft.Extensions.DependencyInjection;

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

    [Fact]
    public async Task Names_are_given_and_taken_away_under_a_scope_of_their_own_and_kept_sealed()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/names";
        var put = await agency.Api.PutAsync(
            path, """{"names":[{"employeeId":"ani-1","name":"Ani Lestari"},{"employeeId":"budi","name":"Budi"}]}""");
        Assert.Equal(200, put.Status);
        var given = await agency.Api.GetAsync(path);
        Assert.Equal(
            [("ani-1", "Ani Lestari"), ("budi", "Budi")],
            given.Json!["names"]!.AsArray().Select(n => ((string)n!["employeeId"]!, (string)n["name"]!)).Order());
        Assert.Equal(304, (await AgainAsync(agency, path, TagOf(given))).Status);
        var people = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/employees");
        Assert.DoesNotContain("Lestari", people.Json!.ToJsonString(), StringComparison.Ordinal);
        await foreach (var row in cloud.Services.GetRequiredService<TableServiceClient>()
            .GetTableClient(TableNames.PersonNames).QueryAsync<TableEntity>($"PartitionKey eq '{agency.Id}'"))
        {
            Assert.All(row, column => Assert.DoesNotContain(
                "Lestari", column.Value?.ToString() ?? "", StringComparison.Ordinal));
        }

        var reader = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["register.read"]));
        await Refused.GetAsync(reader, path, 403, "missing-scope");
        await Refused.PutAsync(
            agency.Api, path, """{"names":[{"employeeId":"budi"},{"employeeId":"siapa-1","name":"Siapa"}]}""",
            422, "unknown-employee", "/names/1/employeeId");
        await Refused.PutAsync(
            agency.Api, path,
            """{"names":[{"employeeId":"budi","name":"19900913 202524 2 014"},{"employeeId":"budi"}]}""",
            400, "invalid-field", "/names/0/name", "/names/1/employeeId");
        await agency.Api.PutAsync(path, """{"names":[{"employeeId":"ani-1"},{"employeeId":"chief"}]}""");
        var left = (await agency.Api.GetAsync(path)).Json!["names"]!.AsArray();
        Assert.Equal("budi", (string?)Assert.Single(left)!["employeeId"]);
    }

    private static Task<Answer> AgainAsync(SmallAgency agency, string path, string tag) =>
        agency.Api.SendContentAsync(HttpMethod.Get, path, null, ("If-None-Match", tag));

    private static string TagOf(Answer answer) => answer.Headers.GetValues("ETag").Single();

    private static IEnumerable<string> Ids(Answer page) =>
        page.Json!["units"]!.AsArray().Select(unit => (string)unit!["id"]!);
}
