using Kinerja.Host.Tests.OpenApi;
using Kinerja.Host.Tests.Refusals;
using Kinerja.Local.Issuer;

namespace Kinerja.Host.Tests.Feedback;

/// <summary>
/// Feedback by tokens that name a person: whom one may give it to, as whom, and who learns of it. In the unit "tu" the
/// chief rates the head, who rates Ani and Budi; in "keu" the cashier's head is rated by the chief. Cici of "keu" acts
/// for the head. Somebody has left.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class OwnFeedbackTests(CloudFixture cloud)
{
    private const string Quarter = "2026-Q1";

    private static readonly string[] InService = ["chief", "head-1", "ani-1", "budi", "head-2", "cici"];

    private static readonly string[] Roles = ["leader", "peer", "subordinate", "served"];

    [Fact]
    public async Task A_person_gives_feedback_to_those_who_are_listed_in_that_role_and_to_nobody_else()
    {
        var agency = await TwoUnitsAsync();
        foreach (var giver in InService.Append("pergi"))
        {
            var own = PersonOf(agency, giver, "feedback.write");
            var listed = (await own.GetAsync($"/api/v1/employees/{giver}/feedback-receivers")).Json!["receivers"]!
                .AsArray().Select(r => $"{r!["employeeId"]} {r["role"]}").ToHashSet();
            foreach (var (receiver, role) in InService.SelectMany(_ => Roles, (who, role) => (who, role)))
            {
                var answer = await own.PostAsync("/api/v1/feedback", Note(agency, giver, receiver, role));
                var wanted = listed.Contains($"{receiver} {role}") ? 201 : 422;
                Assert.True(wanted == answer.Status, $"{giver} {receiver} {role}: {answer.Status} {answer.Json}");
            }
        }
    }

    [Theory]
    [InlineData("chief", "ani-1 peer", "budi peer", "head-1 leader", "head-2 leader")]
    [InlineData("ani-1", "budi peer", "chief peer", "head-1 subordinate")]
    [InlineData("cici", "ani-1 leader", "budi leader", "head-2 subordinate")]
    [InlineData("pergi")]
    public async Task Those_whom_one_may_give_feedback_are_one_s_own_line_and_unit_in_service(
        string giver, params string[] wanted)
    {
        var agency = await TwoUnitsAsync();
        var found = await PersonOf(agency, giver, "feedback.write").GetAsync(
            $"/api/v1/employees/{giver}/feedback-receivers");
        Assert.Equal(
            wanted, found.Json!["receivers"]!.AsArray().Select(r => $"{r!["employeeId"]} {r["role"]}"));
    }

    [Fact]
    public Task As_somebody_else_elsewhere_or_by_another_door_nothing_is_given() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
        {
            var own = PersonOf(agency, "budi", [.. DevelopmentIssuer.AllScopes]);
            await Refused.PostAsync(
                own, "/api/v1/feedback", Note(agency, "head-1", "ani-1", "leader"), 403, "wrong-person");
            await Refused.PostAsync(
                own, "/api/v1/feedback", Note(agency, "chief", "ani-1", "served"), 403, "wrong-person");
            await Refused.PostAsync(
                own, "/api/v1/feedback",
                Note(agency, "budi", "ani-1", "peer").Replace(agency.Id, "lain-instansi", StringComparison.Ordinal),
                403, "wrong-agency");
            await Refused.PostAsync(
                own, "/api/v1/feedback", Note(agency, "budi", "ani-1", "leader"), 422, "feedback-role-mismatch",
                "/role");
            await Refused.PostAsync(
                own, "/api/v1/feedback", Note(agency, "budi", "ani-1", "served"), 422, "feedback-role-mismatch",
                "/role");
            await Refused.PostAsync(
                own, "/api/v1/feedback", Note(agency, "budi", "budi", "peer"), 422, "self-feedback", "/giverId");
            await Refused.PostAsync(own, "/api/v1/intake/umpan", "[]", 403, "wrong-person");
            await Refused.PostAsync(
                PersonOf(agency, "budi", "feedback.read"), "/api/v1/feedback", Note(agency, "budi", "ani-1", "peer"),
                403, "missing-scope");
        });

    [Fact]
    public async Task Sent_again_it_counts_once_and_an_id_in_use_is_told_to_nobody_who_may_not_write_there()
    {
        var agency = await TwoUnitsAsync();
        var note = Note(agency, "budi", "ani-1", "peer");
        var budi = PersonOf(agency, "budi", "feedback.write");
        var (first, again) = (
            await budi.PostAsync("/api/v1/feedback", note), await budi.PostAsync("/api/v1/feedback", note));

        Assert.Equal(
            [(201, false), (200, true)],
            new[] { first, again }.Select(a => (a.Status, (bool)a.Json!["replayed"]!)));
        string By(string giver) => note.Replace("\"budi\"", $"\"{giver}\"", StringComparison.Ordinal);
        await Refused.PostAsync(
            PersonOf(agency, "ani-1", "feedback.write"), "/api/v1/feedback", By("ani-1"), 422, "self-feedback",
            "/giverId");
        await Refused.PostAsync(
            PersonOf(agency, "head-2", "feedback.write"), "/api/v1/feedback", By("head-2"), 422,
            "feedback-role-mismatch", "/role");
        await Refused.PostAsync(
            PersonOf(agency, "chief", "feedback.write"), "/api/v1/feedback", By("chief"), 422, "reused-id",
            "/id");
        var given = await GivenAsync(budi, "budi");
        Assert.Equal("ani-1", (string?)Assert.Single(given.Json!["feedback"]!.AsArray())!["receiverId"]);
    }

    [Fact]
    public async Task What_one_gave_is_read_by_oneself_alone()
    {
        var agency = await TwoUnitsAsync();
        string[] every = [.. DevelopmentIssuer.AllScopes];
        var budi = PersonOf(agency, "budi", every);
        Assert.Equal(
            201, (await budi.PostAsync("/api/v1/feedback", Note(agency, "budi", "ani-1", "peer"))).Status);
        var path = $"/api/v1/employees/budi/given-feedback/{Quarter}";

        Assert.Single((await budi.GetAsync(path)).Json!["feedback"]!.AsArray());
        Assert.Empty((await GivenAsync(PersonOf(agency, "ani-1", every), "ani-1")).Json!["feedback"]!.AsArray());
        // Whom it is about, a colleague, who leads the giver, who acts for that one: each with the office's scopes too.
        foreach (var other in new[] { "ani-1", "head-1", "chief", "cici" })
        {
            await Refused.GetAsync(PersonOf(agency, other, every), path, 403, "wrong-person");
        }

        var app = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["feedback.write", "feedback.read"]));
        await Refused.GetAsync(app, path, 403, "missing-scope");
        Assert.Single((await agency.Api.GetAsync(path)).Json!["feedback"]!.AsArray());
    }

    /// <summary>With every scope of the issuer, so also with the auditor's, which is none against oneself.</summary>
    [Fact]
    public async Task Nothing_that_whom_it_is_about_may_read_holds_the_words_or_the_giver_of_a_note_of_a_few()
    {
        var agency = await FilledAgency.OfItsOwnAsync(cloud);
        const string Words = "kata-yang-tidak-boleh-tampil";
        var note = Note(agency, "sari-01", "rudi-01", "subordinate", Words);
        var sari = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency, ["feedback.write"], person: "sari-01"));
        Assert.Equal(201, (await sari.PostAsync("/api/v1/feedback", note)).Status);

        var read = 0;
        var rudi = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(
            agency, DevelopmentIssuer.AllScopes.Except(["operations"]), person: "rudi-01"));
        foreach (var call in ApiDocument.Embedded.Operations.Where(o => o.Method == "GET")
            .Select(o => new ExampleCall(o, agency)))
        {
            foreach (var target in new[] { call.Target, call.Target.Replace("sari-01", "rudi-01") }.Distinct())
            {
                var answer = await rudi.GetAsync(target);
                Assert.DoesNotContain(Words, answer.Text, StringComparison.Ordinal);
                read += answer.Status == 200 ? 1 : 0;
            }
        }

        Assert.True(read > 60, $"{read} answers were read");
        var audited = await cloud.ApiOf(agency).GetAsync($"/api/v1/employees/rudi-01/feedback/{Quarter}");
        Assert.Contains(Words, audited.Text, StringComparison.Ordinal);
    }

    private Api PersonOf(SmallAgency agency, string person, params string[] scopes) =>
        cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, scopes, person: person));

    private static Task<Answer> GivenAsync(Api api, string giver) =>
        api.GetAsync($"/api/v1/employees/{giver}/given-feedback/{Quarter}");

    private async Task<SmallAgency> TwoUnitsAsync()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        foreach (var (path, body) in new[]
        {
            ($"agencies/{agency.Id}/units",
                """{"units":[{"id":"keu","name":"Keuangan","zone":"Asia/Jayapura"}]}"""),
            ($"agencies/{agency.Id}/employees", """
                {"employees":[
                  {"id":"head-2","unitId":"keu","kind":"pns","raterId":"chief"},
                  {"id":"cici","unitId":"keu","kind":"pns","raterId":"head-2"},
                  {"id":"pergi","unitId":"tu","kind":"pns","raterId":"head-1","endedOn":"2026-01-02"}]}
                """),
            ("employees/head-1/delegations/2026-01-05",
                """{"delegateId":"cici","to":"2026-02-01","grantedById":"head-1","reason":"Diklat."}"""),
        })
        {
            var put = await agency.Api.PutAsync($"/api/v1/{path}", body);
            Assert.True(put.Status == 200, $"{path}: {put.Status} {put.Json}");
        }

        return agency;
    }

    private static string Note(SmallAgency agency, string giver, string receiver, string role) =>
        Note(agency.Id, giver, receiver, role, "Baik.");

    private static string Note(string agency, string giver, string receiver, string role, string words) => $$"""
        {"id":"umpan-{{giver}}-{{role}}","agencyId":"{{agency}}","giverId":"{{giver}}","receiverId":"{{receiver}}",
         "role":"{{role}}","subject":"loyal","level":"meets","words":"{{words}}"}
        """;
}
