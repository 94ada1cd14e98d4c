using Kinerja.Host.Tests.Refusals;
using Kinerja.Local.Issuer;

namespace Kinerja.Host.Tests.Surveys;

/// <summary>
/// Questionnaires by tokens that name a person: ani-1 answers, head-1 is her rater or the personnel office.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class OpenSurveyTests(CloudFixture cloud)
{
    private const string Answers = """
        {"level":"local","answers":[{"question":"puas","step":4},{"question":"saran","words":"Rahasia saya"}]}
        """;

    private static readonly DateTimeOffset Saturday = new(2026, 1, 10, 8, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public async Task A_person_answers_what_is_open_and_sees_that_and_never_what_was_answered()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}";
        await AskAsync(agency, "fwa");
        await AskNationAsync($"asn-{agency.Id}", agency.Id);
        var ani = PersonOf(agency, "ani-1", "surveys.answer");
        Assert.Equal([$"asn-{agency.Id} True -", "fwa False -"], await LinesAsync(ani, "ani-1"));

        Assert.Equal(200, (await ani.PutAsync($"{root}/surveys/fwa/responses/ani-1", Answers)).Status);
        Assert.Equal(
            200, (await ani.PutAsync($"{root}/national-surveys/asn-{agency.Id}/responses/ani-1", Answers)).Status);
        var answered = (await ani.GetAsync("/api/v1/employees/ani-1/surveys")).Json!;
        Assert.All(answered["surveys"]!.AsArray(), one => Assert.NotNull(one!["answeredAt"]));
        Assert.DoesNotContain("Rahasia", answered.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            [$"asn-{agency.Id} True -", "fwa False -"],
            await LinesAsync(PersonOf(agency, "budi", "surveys.answer"), "budi"));
    }

    [Fact]
    public async Task Whether_somebody_answered_neither_a_leader_nor_the_office_is_told()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await AskAsync(agency, "fwa");
        string[] all = [.. DevelopmentIssuer.AllScopes];
        string[][] both = [all, [.. all.Where(scope => scope != "register.read")]];
        foreach (var scopes in both)
        {
            var head = PersonOf(agency, "head-1", scopes);
            await Refused.GetAsync(head, "/api/v1/employees/ani-1/surveys", 403, "wrong-person");
            await Refused.PutAsync(head, ResponseOf(agency, "fwa", "ani-1"), Answers, 403, "wrong-person");
        }

        await Refused.GetAsync(
            PersonOf(agency, "ani-1", "surveys.read"), "/api/v1/employees/ani-1/surveys", 403, "missing-scope");
        Assert.Equal(200, (await agency.Api.GetAsync("/api/v1/employees/ani-1/surveys")).Status);
        await Refused.GetAsync(agency.Api, "/api/v1/employees/tiada/surveys", 404, "unknown-employee", "/employeeId");
    }

    [Fact]
    public async Task Nobody_answers_for_another_nor_what_is_not_asked_nor_before_or_after_its_days()
    {
        var (agency, other) = (await SmallAgency.RegisterAsync(cloud), await SmallAgency.RegisterAsync(cloud));
        await AskAsync(agency, "fwa");
        await AskAsync(agency, "besok", opens: "2026-01-06");
        await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/units",
            """{"units":[{"id":"lain","name":"Lain","zone":"Asia/Jayapura"}]}""");
        await AskAsync(agency, "unit-lain", more: ""","units":["lain"]""");
        await AskAsync(other, "milik-lain");
        await AskNationAsync($"asn-{other.Id}", other.Id);
        var ani = PersonOf(agency, "ani-1", "surveys.answer", "surveys.read", "surveys.write");

        Assert.Equal(["fwa False -"], await LinesAsync(ani, "ani-1"));
        await Refused.PutAsync(ani, ResponseOf(agency, "fwa", "budi"), Answers, 403, "wrong-person");
        await Refused.PutAsync(ani, ResponseOf(agency, "besok", "ani-1"), Answers, 409, "survey-not-open");
        await Refused.PutAsync(ani, ResponseOf(agency, "unit-lain", "ani-1"), Answers, 422, "not-asked");
        await Refused.PutAsync(ani, ResponseOf(agency, "milik-lain", "ani-1"), Answers, 404, "unknown-survey");
        await Refused.PutAsync(ani, ResponseOf(other, "milik-lain", "ani-1"), Answers, 403, "wrong-agency");
        await Refused.PutAsync(
            ani, $"/api/v1/agencies/{agency.Id}/national-surveys/asn-{other.Id}/responses/ani-1", Answers, 422,
            "not-asked");
        await using var later = await LaterApp.OpenAsync(cloud, Saturday);
        await Refused.PutAsync(
            later.ApiOf(agency.Id), ResponseOf(agency, "fwa", "ani-1"), Answers, 409, "survey-not-open");
        Assert.DoesNotContain("fwa False -", await LinesAsync(later.ApiOf(agency.Id), "ani-1"));
    }

    [Fact]
    public async Task Who_answers_twice_counts_once_and_by_the_last_answer()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await AskAsync(agency, "fwa");
        var ani = PersonOf(agency, "ani-1", "surveys.answer");
        foreach (var step in new[] { 1, 2, 5 })
        {
            Assert.Equal(200, (await ani.PutAsync(
                ResponseOf(agency, "fwa", "ani-1"), Answers.Replace("4", $"{step}", StringComparison.Ordinal))).Status);
        }

        await using var later = await LaterApp.OpenAsync(cloud, Saturday);
        var results = (await later.ApiOf(agency.Id).GetAsync(
            $"/api/v1/agencies/{agency.Id}/surveys/fwa/results")).Json!;
        Assert.Equal((1, 1), ((int)results["responses"]!, (int)results["questions"]![0]!["all"]!["answered"]!));
        Assert.Null(results["questions"]![0]!["all"]!["counts"]);
    }

    [Fact]
    public async Task The_personnel_office_asks_lists_and_extends_by_a_person_s_token_and_nobody_else_does()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var list = $"/api/v1/agencies/{agency.Id}/surveys";
        var office = PersonOf(agency, "head-1", "register.read", "surveys.read", "surveys.write");
        Assert.Equal(200, (await office.PutAsync($"{list}/fwa", Body())).Status);
        var extended = await office.PostAsync(
            $"{list}/fwa/extensions", """{"lastDay":"2026-01-12","reason":"Daerah terlambat."}""");
        Assert.Equal((200, "2026-01-12"), (extended.Status, (string?)extended.Json!["lastDay"]));
        var listed = Assert.Single((await office.GetAsync(list)).Json!["surveys"]!.AsArray())!;
        Assert.Equal(("fwa", "2026-01-12"), ((string?)listed["id"], (string?)listed["lastDay"]));
        await Refused.GetAsync(office, $"{list}/fwa/results", 409, "survey-open");

        var person = PersonOf(agency, "ani-1", "surveys.read", "surveys.write", "surveys.answer");
        await Refused.PutAsync(person, $"{list}/lain", Body(), 403, "wrong-person");
        await Refused.PostAsync(
            person, $"{list}/fwa/extensions", """{"lastDay":"2026-01-13","reason":"x"}""", 403, "wrong-person");
        await Refused.GetAsync(person, list, 403, "wrong-person");
        await Refused.GetAsync(PersonOf(agency, "head-1", "register.read"), list, 403, "missing-scope");
        await Refused.GetAsync((await SmallAgency.RegisterAsync(cloud)).Api, list, 403, "wrong-agency");
    }

    private static string Body(string opens = "2026-01-05", string more = "") => $$"""
        {"title":"Survei","opensOn":"{{opens}}","lastDay":"2026-01-09","questions":[
          {"id":"puas","kind":"scale","words":"Puas?"},{"id":"saran","kind":"text","words":"Saran?"}]{{more}}}
        """;

    private static async Task AskAsync(
        SmallAgency agency, string id, string opens = "2026-01-05", string more = "")
    {
        var put = await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/surveys/{id}", Body(opens, more));
        Assert.True(put.Status == 200, $"{put.Json}");
    }

    private async Task AskNationAsync(string id, string agency)
    {
        var put = await cloud.ApiOf("menpanrb").PutAsync($"/api/v1/national/surveys/{id}", Body(
            more: $""","agencies":["{agency}"]""").Replace("-09", "-08", StringComparison.Ordinal));
        Assert.True(put.Status == 200, $"{put.Json}");
    }

    private static string ResponseOf(SmallAgency agency, string survey, string person) =>
        $"/api/v1/agencies/{agency.Id}/surveys/{survey}/responses/{person}";

    private static async Task<IEnumerable<string>> LinesAsync(Api api, string person) =>
        (await api.GetAsync($"/api/v1/employees/{person}/surveys")).Json!["surveys"]!.AsArray()
            .Select(one => $"{one!["id"]} {(bool)one["national"]!} {one["answeredAt"]?.ToString() ?? "-"}");

    private Api PersonOf(SmallAgency agency, string person, params string[] scopes) =>
        cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, scopes, person: person));
}
