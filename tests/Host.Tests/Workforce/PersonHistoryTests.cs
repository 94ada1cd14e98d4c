using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Workforce;

/// <summary>One person through time, and a unit's people on a day. The clock stands on 5 January 2026.</summary>
[Collection(nameof(CloudFixture))]
public sealed class PersonHistoryTests(CloudFixture cloud)
{
    [Fact]
    public async Task A_person_s_unit_post_and_rater_are_told_by_the_day_from_which_they_hold()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await PutAsync(agency, "posts", """{"posts":[{"id":"analis","name":"Analis","flexibleWork":true}]}""");
        await PutAsync(agency, "units", """{"units":[{"id":"arsip","name":"Arsip","zone":"Asia/Jayapura"}]}""");
        await PutAsync(agency, "employees", """
            {"employees":[
              {"id":"budi","unitId":"arsip","kind":"pns","raterId":"chief","postId":"analis","from":"2026-02-02",
               "startedOn":"2020-03-01","endedOn":"2026-12-31"},
              {"id":"budi","unitId":"arsip","kind":"pns","raterId":"head-1","from":"2026-03-02",
               "startedOn":"2020-03-01","endedOn":"2026-12-31"}]}
            """);

        var person = (await agency.Api.GetAsync("/api/v1/employees/budi")).Json!;

        Assert.Equal(
            ("2020-03-01", "2026-12-31"), ((string?)person["startedOn"], (string?)person["endedOn"]));
        Assert.Equal(
            [
                (null, "tu", "head-1", null), ("2026-02-02", "arsip", "chief", "analis"),
                ("2026-03-02", "arsip", "head-1", null),
            ],
            person["assignments"]!.AsArray().Select(a => (
                (string?)a!["from"], (string?)a["unitId"], (string?)a["raterId"], (string?)a["postId"])));
        Assert.DoesNotContain("nip", person.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_unit_s_people_are_those_who_serve_in_it_on_the_day()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await PutAsync(agency, "units", """{"units":[{"id":"arsip","name":"Arsip","zone":"Asia/Jayapura"}]}""");
        await PutAsync(agency, "employees", """
            {"employees":[{"id":"budi","unitId":"arsip","kind":"pns","from":"2026-02-02"},
                          {"id":"ani-1","unitId":"tu","kind":"pppk","raterId":"head-1","endedOn":"2026-01-31"}]}
            """);

        Assert.Equal(["ani-1", "budi", "chief", "head-1"], await PeopleAsync(agency, "unit=tu"));
        Assert.Equal(["chief", "head-1"], await PeopleAsync(agency, "unit=tu&on=2026-02-02"));
        Assert.Equal(["budi"], await PeopleAsync(agency, "unit=arsip&on=2026-02-02"));
        Assert.Empty(await PeopleAsync(agency, "unit=arsip"));
    }

    /// <summary>Of 3,000 people the unit's few lie far apart: pages without anybody lead on to them.</summary>
    [Fact]
    public async Task Pages_of_a_unit_lead_on_until_everybody_was_looked_at()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await PutAsync(agency, "units", """{"units":[{"id":"arsip","name":"Arsip","zone":"Asia/Jayapura"}]}""");
        for (var from = 1000; from < 4000; from += 1000)
        {
            var people = Enumerable.Range(from, 1000).Select(i =>
                $$"""{"id":"org-{{i}}","unitId":"{{(i % 1000 == 7 ? "arsip" : "tu")}}","kind":"pns"}""");
            await PutAsync(agency, "employees", $$"""{"employees":[{{string.Join(',', people)}}]}""");
        }

        var (found, pages) = (new List<string>(), 0);
        for (var next = $"/api/v1/agencies/{agency.Id}/employees?unit=arsip"; next is not null; pages++)
        {
            var page = await agency.Api.GetAsync(next);
            found.AddRange(page.Json!["employees"]!.AsArray().Select(p => (string)p!["id"]!));
            next = page.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }

        Assert.Equal((2, 3), (pages, found.Count));
        Assert.Equal(["org-1007", "org-2007", "org-3007"], found.Order());
    }

    [Fact]
    public Task An_unknown_person_unit_or_day_is_refused() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var list = $"/api/v1/agencies/{agency.Id}/employees";
        await Refused.GetAsync(agency.Api, "/api/v1/employees/siapa", 404, "unknown-employee", "/employeeId");
        await Refused.GetAsync(agency.Api, "/api/v1/employees/Siapa%20Ini", 400, "invalid-field", "/employeeId");
        await Refused.GetAsync(agency.Api, $"{list}?unit=lain", 404, "unknown-unit");
        await Refused.GetAsync(agency.Api, $"{list}?unit=Bukan%20Unit", 400, "invalid-field", "/unit");
        await Refused.GetAsync(agency.Api, $"{list}?unit=tu&on=2026-02-30", 400, "invalid-field", "/on");
        var reader = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["presence.read"], person: "head-1"));
        await Refused.GetAsync(reader, "/api/v1/employees/ani-1", 403, "missing-scope");
        await Refused.GetAsync(
            cloud.ApiOf("lain-instansi"), "/api/v1/employees/ani-1", 404, "unknown-employee", "/employeeId");
    });

    private static async Task<IEnumerable<string>> PeopleAsync(SmallAgency agency, string query)
    {
        var page = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/employees?{query}");
        Assert.Equal(200, page.Status);
        return page.Json!["employees"]!.AsArray().Select(p => (string)p!["id"]!).Order(StringComparer.Ordinal);
    }

    private static async Task PutAsync(SmallAgency agency, string list, string json)
    {
        var answer = await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/{list}", json);
        Assert.True(answer.Status == 200, $"{list}: {answer.Status} {answer.Json}");
    }
}
