using System.Net;
using Kinerja.Host.Tests.Refusals;
using Kinerja.Local.Issuer;

namespace Kinerja.Host.Tests.Console;

/// <summary>The console's files, and what a token that names a person may do.</summary>
[Collection(nameof(CloudFixture))]
public sealed class ConsoleTests(CloudFixture cloud)
{
    [Fact]
    public async Task The_page_is_served_to_anybody_under_a_strict_policy_and_known_again_by_its_tag()
    {
        using var http = new HttpClient { BaseAddress = cloud.Address };
        using var page = await http.GetAsync("/console/saya");
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/console/saya");
        ask.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        using var again = await http.SendAsync(ask);
        using var missing = await http.GetAsync("/console/app.nothing.js");
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.NotFound),
            (page.StatusCode, again.StatusCode, missing.StatusCode));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/console", "text/html")]
    [InlineData("/console/settings.json", "application/json")]
    [InlineData("/api/health", "application/json")]
    [InlineData("/docs", "text/html")]
    [InlineData("/docs/", "text/html")]
    [InlineData("/docs/my-days.png", "image/png")]
    public async Task The_root_is_the_console_s_first_page_and_takes_nothing_from_others(string path, string kind)
    {
        using var http = new HttpClient { BaseAddress = cloud.Address };
        using var answer = await http.GetAsync(path);
        Assert.Equal(
            (HttpStatusCode.OK, kind), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task What_no_function_takes_is_still_not_found_and_a_file_of_the_page_is_kept_for_ever()
    {
        using var http = new HttpClient { BaseAddress = cloud.Address };
        var page = await http.GetStringAsync("/");
        var script = page.Split("src=\"")[1].Split('"')[0];
        using var file = await http.GetAsync(script);
        using var nothing = await http.GetAsync("/favicon.ico");
        using var picture = await http.GetAsync("/docs/index.html");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (file.StatusCode, nothing.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, picture.StatusCode);
        Assert.Contains("immutable", file.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_reads_his_own_days_and_nobody_else_s_and_no_list_of_the_agency()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var person = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(
            agency.Id, ["presence.read", "rulings.read"], person: "tidak-terdaftar"));

        await Refused.GetAsync(
            person, "/api/v1/employees/orang-lain/attendance/2026-01", 403, "wrong-person");
        await Refused.GetAsync(
            person, $"/api/v1/agencies/{agency.Id}/rulings?superiorId=orang-lain", 403, "wrong-person");
        await Refused.GetAsync(person, $"/api/v1/agencies/{agency.Id}/attendance/2026-01", 403, "wrong-person");
        await Refused.GetAsync(
            person, "/api/v1/employees/tidak-terdaftar/attendance/2026-01", 404, "unknown-employee", "/employeeId");
    }

    [Fact]
    public async Task A_leader_reads_of_people_below_and_acts_in_his_own_name_alone()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var head = PersonOf(agency, "head-1", "presence.read", "ratings.write", "presence.ask", "inbox.read");
        var rating = $"/api/v1/agencies/{agency.Id}/ratings/2026-Q1";
        var proof = $"/api/v1/agencies/{agency.Id}/presence-proofs";

        Assert.Equal(200, (await head.GetAsync("/api/v1/employees/ani-1/attendance/2026-01")).Status);
        await Refused.GetAsync(head, "/api/v1/employees/chief/attendance/2026-01", 403, "wrong-person");
        Assert.Equal(200, (await head.PutAsync($"{rating}/ani-1", Rating("head-1"))).Status);
        await Refused.SendAsync(
            head, HttpMethod.Put, $"{rating}/head-1", Rating("chief"), 403, "wrong-person", []);
        await Refused.PostAsync(head, proof, """
            {"id":"bukti-00001","askedById":"chief","employeeIds":["ani-1"],"minutes":15,"words":"Di mana?"}
            """, 403, "wrong-person");
        var me = (await head.GetAsync("/api/v1/me")).Json!;
        Assert.Equal(("head-1", "personToken"), ((string)me["employeeId"]!, (string)me["proof"]!));
        await Refused.GetAsync(head, "/api/v1/me?employeeId=chief", 403, "wrong-person");
    }

    /// <summary>A member that means something to one list opens no other, and no write is open unnamed.</summary>
    [Theory]
    [InlineData("GET", "/runs/2026-Q1/ranking?raterId=head-1")]
    [InlineData("GET", "/attendance/2026-01?superiorId=head-1")]
    [InlineData("GET", "/objections/2026-Q1")]
    [InlineData("GET", "/objections/2026-Q1?raterId=head-1")]
    [InlineData("GET", "/geofences?employeeId=head-1")]
    [InlineData("PUT", "/geofences/baru")]
    [InlineData("POST", "/geofences/repair")]
    [InlineData("POST", "/proposals")]
    [InlineData("POST", "/runs?raterId=head-1")]
    [InlineData("PUT", "/employees")]
    public async Task What_belongs_to_the_agency_is_shut_to_a_person_with_every_scope_but_the_office_s(
        string method, string path)
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var head = PersonOf(
            agency, "head-1", [.. DevelopmentIssuer.AllScopes.Where(scope => scope != "register.read")]);
        await Refused.SendAsync(
            head, new HttpMethod(method), $"/api/v1/agencies/{agency.Id}{path}", method == "GET" ? null : "{}", 403,
            "wrong-person", []);
    }

    [Fact]
    public async Task The_personnel_office_mends_an_area_and_raises_proposals_by_a_person_s_token()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}";
        var office = PersonOf(
            agency, "head-1", "register.read", "geofences.read", "followup.read", "followup.write");

        var repair = await office.PostAsync($"{root}/geofences/repair", """
            {"geometry":{"type":"Polygon","coordinates":[[[140,-2],[142,-2],[140,-1],[142,-1],[140,-2]]]}}
            """);
        Assert.Equal((200, 2), (repair.Status, repair.Json!["geometry"]!["coordinates"]!.AsArray().Count));
        await Refused.PostAsync(office, $"{root}/proposals", """{"period":"2026-Q1"}""", 404, "unknown-run");
        Assert.Equal(200, (await office.GetAsync($"{root}/proposals")).Status);
        await Refused.GetAsync(office, $"{root}/grant-lists/2026-Q1", 404, "unknown-grant-list");
    }

    [Fact]
    public async Task A_coach_a_person_and_the_coach_s_superior_each_do_their_part_of_a_session_by_their_tokens()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        const string Session = "/api/v1/employees/ani-1/coaching/bimbingan-001";
        const string Written = """
            {"coachId":"head-1","period":"2026-Q1","heldOn":"2026-01-05","topic":"Analisis",
             "aims":[{"id":"analisis","words":"Analisis data","step":2,"reason":"Perlu contoh."}]}
            """;
        var coach = PersonOf(agency, "head-1", "dialogues.read", "dialogues.write");
        var person = PersonOf(agency, "ani-1", "dialogues.read", "dialogues.write");
        var superior = PersonOf(agency, "chief", "dialogues.read", "dialogues.write");

        await Refused.SendAsync(person, HttpMethod.Put, Session, Written, 403, "wrong-person", []);
        Assert.Equal(200, (await coach.PutAsync(Session, Written)).Status);
        await Refused.SendAsync(
            coach, HttpMethod.Put, $"{Session}/rating", """{"criteria":[{"criterion":"Jelas","step":5}]}""", 403,
            "wrong-person", []);
        Assert.Equal(200, (await person.PutAsync(
            $"{Session}/rating", """{"criteria":[{"criterion":"Jelas","step":4}]}""")).Status);
        Assert.Null((await coach.GetAsync("/api/v1/employees/ani-1/coaching")).Json!["sessions"]![0]!["rating"]);
        Assert.NotNull((await superior.GetAsync("/api/v1/employees/ani-1/coaching")).Json!["sessions"]![0]!["rating"]);
        Assert.Equal(200, (await superior.PutAsync(
            $"{Session}/view", """{"byId":"chief","words":"Lanjutkan."}""")).Status);
    }

    [Fact]
    public async Task A_leader_and_the_person_write_their_dialogue_by_their_tokens_and_nobody_else_does()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        const string Path = "/api/v1/employees/ani-1/dialogues/dialog-0001";
        static string Written(string by, string state = "open") => $$"""
            {"leaderId":"head-1","writtenById":"{{by}}","period":"2026-Q1","heldOn":"2026-01-05","purpose":"plan",
             "achievement":"Jelas.","actions":[
               {"id":"aksi-0001","words":"Pelatihan","byId":"ani-1","dueOn":"2026-02-13","state":"{{state}}"}]}
            """;
        string[] scopes = ["dialogues.read", "dialogues.write"];
        var (leader, person) = (PersonOf(agency, "head-1", scopes), PersonOf(agency, "ani-1", scopes));
        var (chief, other) = (PersonOf(agency, "chief", scopes), PersonOf(agency, "budi", scopes));

        Assert.Equal(200, (await leader.PutAsync(Path, Written("head-1"))).Status);
        await Refused.PutAsync(leader, Path, Written("ani-1", "done"), 403, "wrong-person");
        await Refused.PutAsync(chief, Path, Written("head-1", "done"), 403, "wrong-person");
        await Refused.PutAsync(chief, Path, Written("chief", "done"), 403, "not-a-participant", "/writtenById");
        await Refused.PutAsync(other, Path, Written("budi", "done"), 403, "wrong-person");
        await Refused.GetAsync(other, "/api/v1/employees/ani-1/dialogues", 403, "wrong-person");
        var done = await person.PutAsync(Path, Written("ani-1", "done"));
        Assert.Equal((200, 2, "ani-1"), (done.Status, (int)done.Json!["version"]!, (string?)done.Json["writtenById"]));
        Assert.Single((await leader.GetAsync($"/api/v1/agencies/{agency.Id}/dialogues?raterId=head-1")).Json![
            "dialogues"]!.AsArray());
        await Refused.GetAsync(
            person, $"/api/v1/agencies/{agency.Id}/dialogues?raterId=head-1", 403, "wrong-person");
    }

    [Fact]
    public async Task A_suggestion_is_for_whoever_rates_and_never_for_the_person()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        string Of(string person) => $"/api/v1/agencies/{agency.Id}/ratings/2026-Q1/{person}/suggestion";
        var head = PersonOf(agency, "head-1", "ratings.suggest", "register.read");

        Assert.Equal(200, (await head.GetAsync(Of("ani-1"))).Status);
        await Refused.GetAsync(head, Of("head-1"), 403, "wrong-person");
        await Refused.GetAsync(PersonOf(agency, "head-1", "ratings.suggest"), Of("head-1"), 403, "wrong-person");
    }

    [Fact]
    public async Task A_claim_that_names_nobody_never_makes_an_app_s_token()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        foreach (var claim in new object[] { "", 7, "a b", "199009132015031001", new[] { "ani-1", "budi" } })
        {
            var forge = new TokenForge(cloud, agency.Id);
            forge.Claims["person"] = claim;
            await Refused.GetAsync(
                cloud.ApiWith(forge.Sign()), $"/api/v1/agencies/{agency.Id}", 401, "unauthenticated");
        }
    }

    private Api PersonOf(SmallAgency agency, string person, params string[] scopes) =>
        cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, scopes, person: person));

    private static string Rating(string rater) => $$"""
        {"raterId":"{{rater}}","result":"meets","behaviour":"meets","skpScore":90,"behaviourScore":90}
        """;
}
