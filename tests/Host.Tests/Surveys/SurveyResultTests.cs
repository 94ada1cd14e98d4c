using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Surveys;

/// <summary>
/// A questionnaire that is over, over HTTP: twelve people answered, two of them of a small group, three with words.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class SurveyResultTests(CloudFixture cloud)
{
    private const int People = 12;

    private const string Body = """
        {"title":"Survei","opensOn":"2026-01-05","lastDay":"2026-01-09","breakdown":"level","questions":[
          {"id":"puas","kind":"scale","words":"Puas?"},
          {"id":"pola","kind":"choice","words":"Pola?","choices":["WFO","WFA"]},
          {"id":"saran","kind":"text","words":"Saran?"}]}
        """;

    private static readonly DateTimeOffset Saturday = new(2026, 1, 10, 0, 5, 0, TimeSpan.FromHours(9));

    [Fact]
    public async Task Results_are_sums_and_neither_small_groups_nor_few_words_are_told()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var survey = $"/api/v1/agencies/{agency.Id}/surveys/fwa";
        await AnswerAsync(agency, Body, "WFO");
        await using var later = await LaterApp.OpenAsync(cloud, Saturday);
        var results = (await later.ApiOf(agency.Id).GetAsync(survey + "/results")).Json!;

        Assert.Equal(People, (int)results["responses"]!);
        var (scale, choice, text) = (results["questions"]![0]!, results["questions"]![1]!, results["questions"]![2]!);
        Assert.Equal([4, 0, 0, 0, 8], scale["all"]!["counts"]!.AsArray().Select(c => (int)c!));
        Assert.Equal(3.67m, (decimal)scale["all"]!["meanStep"]!);
        Assert.Equal([1, 11], choice["all"]!["counts"]!.AsArray().Select(c => (int)c!));
        Assert.Equal((0, 2), (scale["groups"]!.AsArray().Count, (int)scale["groupsLeftOut"]!));
        Assert.Empty(text["words"]!.AsArray());
        Assert.DoesNotContain("sv-", results.ToJsonString(), StringComparison.Ordinal);
        var late = await later.ApiOf(agency.Id).PutAsync(
            survey + "/responses/sv-01", """{"level":"central","answers":[{"question":"puas","step":3}]}""");
        Assert.Equal((409, "urn:kinerja:problem:survey-not-open"), (late.Status, late.ProblemType));

        // Opened again with its history; who has seen the results must not tell two more answers from them.
        var api = later.ApiOf(agency.Id);
        await Refused.PostAsync(
            api, survey + "/extensions", """{"lastDay":"2026-01-09","reason":"Lagi."}""", 400, "invalid-field",
            "/lastDay");
        var again = await api.PostAsync(
            survey + "/extensions", """{"lastDay":"2026-01-12","reason":"Daerah terlambat."}""");
        Assert.Equal(
            ("2026-01-12", "2026-01-09", "2026-01-12"),
            ((string?)again.Json!["lastDay"], (string?)again.Json["extensions"]![0]!["from"],
                (string?)again.Json["extensions"]![0]!["to"]));
        await Refused.GetAsync(api, survey + "/results", 409, "survey-open");
        await AnswerAgainAsync(1);
        await AnswerAgainAsync(2);
        await using var closed = await LaterApp.OpenAsync(cloud, Saturday.AddDays(3));
        await Refused.GetAsync(closed.ApiOf(agency.Id), survey + "/results", 409, "too-few-answers");

        async Task AnswerAgainAsync(int i) => Assert.Equal(200, (await api.PutAsync(
            $"{survey}/responses/sv-{i:D2}",
            """{"level":"central","answers":[{"question":"puas","step":3}]}""")).Status);
    }

    /// <summary>A choice that a spreadsheet would run, and words that enough people wrote.</summary>
    [Fact]
    public async Task The_file_says_what_the_results_say_and_nothing_in_it_runs()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/exports/surveys/fwa";
        await AnswerAsync(agency, Body.Replace("WFO", "=1+1", StringComparison.Ordinal), "=1+1", wordy: 10);
        await Refused.GetAsync(agency.Api, path, 409, "survey-open");
        await Refused.GetAsync(agency.Api, $"{path}-lain", 404, "unknown-survey");
        await Refused.GetAsync(agency.Api, $"{path}?format=pdf", 406, "unknown-format", "/format");
        var reader = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["presence.read"]));
        await Refused.GetAsync(reader, path, 403, "missing-scope");

        await using var later = await LaterApp.OpenAsync(cloud, Saturday);
        var lines = ((string?)(await later.ApiOf(agency.Id).GetAsync($"{path}?format=jsonl")).Json)!
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        var csv = await later.ApiOf(agency.Id).GetAsync(path);

        Assert.Equal(
            [("1", 4), ("2", 0), ("3", 0), ("4", 0), ("5", 8)],
            lines.Where(l => (string?)l["question"] == "puas" && (string?)l["state"] == "counted")
                .Select(l => ((string)l["answer"]!, (int)l["times"]!)));
        Assert.Equal(3.67m, (decimal)lines[0]["meanStep"]!);
        Assert.Equal(
            [("=1+1", 1), ("WFA", 11)],
            lines.Where(l => (string?)l["question"] == "pola" && (string?)l["state"] == "counted")
                .Select(l => ((string)l["answer"]!, (int)l["times"]!)));
        Assert.Equal(
            [("puas", 2), ("pola", 2)],
            lines.Where(l => (string?)l["state"] == "groupsLeftOut")
                .Select(l => ((string)l["question"]!, (int)l["times"]!)));
        Assert.Equal(10, lines.Count(l => (string?)l["state"] == "words" && (string?)l["answer"] == "Saran saya"));
        Assert.Equal($"{agency.Id}_survey_fwa.csv", csv.FileName);
        Assert.Contains(",'=1+1,1", (string?)csv.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("sv-", (string?)csv.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bug_a_questionnaire_moved_beyond_its_extension_before_it_opens_can_still_be_read()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var survey = $"/api/v1/agencies/{agency.Id}/surveys/fwa";
        var coming = Body.Replace("2026-01-05", "2026-01-06", StringComparison.Ordinal);
        await agency.Api.PutAsync(survey, coming);
        await agency.Api.PostAsync(survey + "/extensions", """{"lastDay":"2026-01-16","reason":"Diperpanjang."}""");
        var moved = coming.Replace("2026-01-06", "2026-02-02", StringComparison.Ordinal).Replace(
            "2026-01-09", "2026-02-13", StringComparison.Ordinal);

        var put = await agency.Api.PutAsync(survey, moved);
        var again = await agency.Api.PutAsync(survey, moved);

        Assert.Equal((200, 200), (put.Status, again.Status));
        Assert.Equal(("2026-02-02", "2026-02-13"), ((string?)again.Json!["opensOn"], (string?)again.Json["lastDay"]));
        await Refused.GetAsync(agency.Api, survey + "/results", 409, "survey-open");
    }

    private static async Task AnswerAsync(SmallAgency agency, string body, string office, int wordy = 3)
    {
        var survey = $"/api/v1/agencies/{agency.Id}/surveys/fwa";
        await RegisterPeopleAsync(agency);
        Assert.Equal(200, (await agency.Api.PutAsync(survey, body)).Status);
        for (var i = 1; i <= People; i++)
        {
            var words = i <= wordy ? """,{"question":"saran","words":"Saran saya"}""" : "";
            var answered = await agency.Api.PutAsync($"{survey}/responses/sv-{i:D2}", $$"""
                {"level":"{{(i <= 10 ? "central" : "local")}}","answers":[
                  {"question":"puas","step":{{(i <= 4 ? 1 : 5)}}},{"question":"pola","choice":"{{(i == 1 ? office : "WFA")}}"}{{words}}]}
                """);
            Assert.True(answered.Status == 200, $"{answered.Json}");
        }
    }

    private static async Task RegisterPeopleAsync(SmallAgency agency)
    {
        var people = Enumerable.Range(1, People).Select(i => $$"""{"id":"sv-{{i:D2}}","unitId":"tu","kind":"pns"}""");
        var put = await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/employees", $$"""{"employees":[{{string.Join(',', people)}}]}""");
        Assert.True(put.Status == 200, $"{put.Json}");
    }
}
