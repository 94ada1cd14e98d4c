using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Surveys;

/// <summary>
/// The nation asks four agencies: 20, 12, 6 and 5 people answer. The last two are small and hide one another.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class NationalSurveyTests(CloudFixture cloud)
{
    private static readonly int[] Sizes = [20, 12, 6, 5];

    /// <summary>A Saturday, 08:00 in Jakarta: the questionnaires closed with the Friday.</summary>
    private static readonly DateTimeOffset Saturday = new(2026, 1, 10, 8, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task Agencies_answer_and_the_nation_reads_counts_by_agency_and_over_all()
    {
        var asked = new Asked(cloud, "asn-hitung");
        await asked.WriteAsync();
        await asked.AnswerAllAsync();
        await using var later = await LaterApp.OpenAsync(cloud, Saturday);
        var nation = later.ApiOf("menpanrb");
        await Refused.GetAsync(nation, asked.Results, 409, "survey-not-counted");
        await Refused.GetAsync(later.ApiOf(asked[0].Id), asked.ResultsOf(0), 409, "survey-not-counted");
        await later.CountSurveyAsync(asked.Id);

        var results = (await nation.GetAsync(asked.Results)).Json!;
        Assert.Equal(43, (int)results["responses"]!);
        Assert.Equal("20 0 0 12 11 left out 2", Asked.Text(results["questions"]![0]!));
        Assert.Equal((43, 2), ((int)results["questions"]![1]!["all"]!["answered"]!,
            (int)results["questions"]![1]!["agenciesLeftOut"]!));
        Assert.Equal(
            ["20: 20 0 0 0 0 and 20", "12: 0 0 0 12 0 and 12", "-: ", "-: "],
            asked.LinesOf(results));
        Assert.DoesNotContain("Saran 1", results.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sv-", results.ToJsonString(), StringComparison.Ordinal);

        var own = (await later.ApiOf(asked[1].Id).GetAsync(asked.ResultsOf(1))).Json!;
        Assert.Equal("0 0 0 12 0 left out 0", Asked.Text(own["questions"]![0]!));
        Assert.Equal(
            Enumerable.Repeat("Saran 1", 12), own["questions"]![1]!["words"]!.AsArray().Select(w => (string?)w));
        var small = (await later.ApiOf(asked[2].Id).GetAsync(asked.ResultsOf(2))).Json!;
        Assert.Equal((6, 6), ((int)small["responses"]!, (int)small["questions"]![0]!["all"]!["answered"]!));
        Assert.Null(small["questions"]![0]!["all"]!["counts"]);
        Assert.Empty(small["questions"]![1]!["words"]!.AsArray());
    }

    [Fact]
    public async Task One_that_was_opened_again_keeps_its_history_and_tells_of_no_few()
    {
        var asked = new Asked(cloud, "asn-lagi");
        await asked.WriteAsync();
        await asked.AnswerAllAsync();
        await using var later = await LaterApp.OpenAsync(cloud, Saturday);
        await later.CountSurveyAsync(asked.Id);
        await asked.ExtendAsync(later, "2026-01-12");
        await Refused.GetAsync(later.ApiOf("menpanrb"), asked.Results, 409, "survey-open");
        await asked.AnswerAsync(later, 0, from: 0, to: 9);
        await asked.AnswerAsync(later, 1, from: 0, to: 3);

        // Twelve answered anew, of one agency nine and of another three: neither is told, nor what is left of them.
        await using var closed = await LaterApp.OpenAsync(cloud, Saturday.AddDays(3));
        await closed.CountSurveyAsync(asked.Id);
        var results = (await closed.ApiOf("menpanrb").GetAsync(asked.Results)).Json!;
        Assert.Equal("11 0 0 9 23 left out 4", Asked.Text(results["questions"]![0]!));
        Assert.Equal(["-: ", "-: ", "-: ", "-: "], asked.LinesOf(results));
        var own = (await closed.ApiOf(asked[0].Id).GetAsync(asked.ResultsOf(0))).Json!;
        Assert.Null(own["questions"]![0]!["all"]!["counts"]);

        await asked.ExtendAsync(closed, "2026-01-15");
        await asked.AnswerAsync(closed, 3, from: 0, to: 2);
        await using var last = await LaterApp.OpenAsync(cloud, Saturday.AddDays(6));
        await last.CountSurveyAsync(asked.Id);
        await Refused.GetAsync(last.ApiOf("menpanrb"), asked.Results, 409, "too-few-answers");
        await Refused.GetAsync(last.ApiOf(asked[3].Id), asked.ResultsOf(3), 409, "too-few-answers");
        var known = (await last.ApiOf("menpanrb").GetAsync("/api/v1/national/surveys")).Json!["surveys"]!.AsArray()
            .Single(one => (string?)one!["id"] == asked.Id)!;
        Assert.Equal(
            ["2026-01-09 2026-01-12", "2026-01-12 2026-01-15"],
            known["extensions"]!.AsArray().Select(e => $"{e!["from"]} {e["to"]}"));
        Assert.StartsWith("2026-01-16", (string?)known["countedAt"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_nation_asks_and_only_who_is_asked_answers()
    {
        var asked = new Asked(cloud, "asn-siapa");
        await asked.WriteAsync();
        var (other, first) = (await SmallAgency.RegisterAsync(cloud), asked[0]);
        var local = cloud.ApiWith(
            cloud.Cloud.Issuer.TokenFor(first.Id, ["surveys.write", "surveys.answer", "national.read"]));
        await Refused.PutAsync(local, asked.Path, asked.Body, 403, "missing-scope");
        await Refused.PostAsync(
            local, asked.Path + "/extensions", """{"lastDay":"2026-01-20","reason":"x"}""", 403, "missing-scope");
        await Refused.GetAsync(
            cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(first.Id, ["surveys.read"])), asked.Results, 403,
            "missing-scope");
        await Refused.PutAsync(
            cloud.ApiOf("menpanrb"), asked.Path + "-lain",
            asked.Body.Replace(first.Id, "tidak-ada", StringComparison.Ordinal), 422, "unknown-agency", "/agencies/0");
        await Refused.PutAsync(
            cloud.ApiOf("menpanrb"), asked.Path, asked.Body.Replace("Survei", "Lain", StringComparison.Ordinal), 409,
            "survey-open");

        await Refused.PutAsync(
            other.Api, $"/api/v1/agencies/{other.Id}/national-surveys/{asked.Id}/responses/ani-1", Asked.Answers(1),
            422, "not-asked");
        await Refused.PutAsync(other.Api, asked.ResponseOf(0, "sv-00"), Asked.Answers(1), 403, "wrong-agency");
        await Refused.GetAsync(other.Api, asked.ResultsOf(0), 403, "wrong-agency");
        Assert.DoesNotContain(
            asked.Id, (await other.Api.GetAsync($"/api/v1/agencies/{other.Id}/national-surveys")).Json!.ToJsonString(),
            StringComparison.Ordinal);

        var person = cloud.ApiWith(
            cloud.Cloud.Issuer.TokenFor(
                first.Id, ["surveys.answer", "surveys.read"], person: "sv-00"));
        Assert.Contains(
            asked.Id, (await person.GetAsync($"/api/v1/agencies/{first.Id}/national-surveys")).Json!.ToJsonString(),
            StringComparison.Ordinal);
        Assert.Equal(200, (await person.PutAsync(asked.ResponseOf(0, "sv-00"), Asked.Answers(1))).Status);
        await Refused.PutAsync(person, asked.ResponseOf(0, "sv-01"), Asked.Answers(1), 403, "wrong-person");
        await Refused.PutAsync(person, asked.Path, asked.Body, 403, "missing-scope");
        var official = cloud.ApiWith(
            cloud.Cloud.Issuer.TokenFor("menpanrb", ["national.read", "national.write"], person: "pejabat"));
        Assert.Equal(200, (await official.PutAsync(asked.Path, asked.Body)).Status);
        Assert.Equal(200, (await official.GetAsync("/api/v1/national/surveys")).Status);
        await Refused.GetAsync(person, asked.ResultsOf(0), 403, "wrong-person");
        await Refused.PutAsync(
            first.Api, asked.ResponseOf(0, "sv-00"), """{"level":"local","answers":[{"question":"x","step":1}]}""", 400,
            "invalid-field", "/answers/0/question");
        await Refused.GetAsync(cloud.ApiOf("menpanrb"), asked.Results, 409, "survey-open");
        await Refused.GetAsync(
            cloud.ApiOf("menpanrb"), "/api/v1/national/surveys/tidak-ada/results", 404, "unknown-survey");
    }

    /// <summary>A questionnaire and its four agencies.</summary>
    private sealed class Asked(CloudFixture cloud, string id)
    {
        private readonly List<SmallAgency> _agencies = [];

        internal string Id => id;

        internal string Path => $"/api/v1/national/surveys/{id}";

        internal string Results => Path + "/results";

        internal string Body => $$"""
            {"title":"Survei","opensOn":"2026-01-05","lastDay":"2026-01-09","questions":[
              {"id":"puas","kind":"scale","words":"Puas?"},{"id":"saran","kind":"text","words":"Saran?"}],
             "agencies":[{{string.Join(',', _agencies.Select(a => $"\"{a.Id}\""))}}]}
            """;

        internal SmallAgency this[int at] => _agencies[at];

        internal string ResultsOf(int at) => $"/api/v1/agencies/{this[at].Id}/national-surveys/{id}/results";

        internal string ResponseOf(int at, string person) =>
            $"/api/v1/agencies/{this[at].Id}/national-surveys/{id}/responses/{person}";

        internal async Task WriteAsync()
        {
            foreach (var size in Sizes)
            {
                var agency = await SmallAgency.RegisterAsync(cloud, "Asia/Jakarta");
                var people = Enumerable.Range(0, size).Select(
                    i => $$"""{"id":"sv-{{i:D2}}","unitId":"tu","kind":"pns"}""");
                var put = await agency.Api.PutAsync(
                    $"/api/v1/agencies/{agency.Id}/employees", $$"""{"employees":[{{string.Join(',', people)}}]}""");
                Assert.True(put.Status == 200, $"{put.Json}");
                _agencies.Add(agency);
            }

            var written = await cloud.ApiOf("menpanrb").PutAsync(Path, Body);
            Assert.True(written.Status == 200, $"{written.Json}");
        }

        /// <summary>The first agency with step 1, the second with 4, the small ones with 5.</summary>
        internal async Task AnswerAllAsync()
        {
            foreach (var (at, size) in Sizes.Index())
            {
                await AnswerAsync(person => this[at].Api.PutAsync(
                    ResponseOf(at, person), Answers(at switch { 0 => 1, 1 => 4, _ => 5 })), 0, size);
            }
        }

        /// <summary>Anew, with step 5.</summary>
        internal Task AnswerAsync(LaterApp later, int at, int from, int to) =>
            AnswerAsync(person => later.ApiOf(this[at].Id).PutAsync(ResponseOf(at, person), Answers(5)), from, to);

        private static async Task AnswerAsync(Func<string, Task<Answer>> put, int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                var answered = await put($"sv-{i:D2}");
                Assert.True(answered.Status == 200, $"{answered.Json}");
            }
        }

        internal async Task ExtendAsync(LaterApp later, string lastDay)
        {
            var extended = await later.ApiOf("menpanrb").PostAsync(
                Path + "/extensions", $$"""{"lastDay":"{{lastDay}}","reason":"Daerah terlambat."}""");
            Assert.True(extended.Status == 200 && (string?)extended.Json!["lastDay"] == lastDay, $"{extended.Json}");
        }

        /// <summary>How many answered, and how: <c>-</c> where that is not told.</summary>
        internal IEnumerable<string> LinesOf(JsonNode results) => _agencies.Select(
            agency => results["agencies"]!.AsArray().Single(line => (string?)line!["agencyId"] == agency.Id)!)
            .Select(line => $"{line["responses"]?.ToString() ?? "-"}: " + string.Join(
                " and ",
                line["questions"]!.AsArray().Select(q => q!["counts"] is { } counts
                    ? string.Join(' ', counts.AsArray().Select(c => (int)c!))
                    : $"{q["answered"]}")));

        internal static string Text(JsonNode question) =>
            string.Join(' ', question["all"]!["counts"]!.AsArray().Select(c => (int)c!))
            + $" left out {question["agenciesLeftOut"] ?? question["groupsLeftOut"]}";

        internal static string Answers(int step) => $$"""
            {"level":"central","answers":[{"question":"puas","step":{{step}}},{"question":"saran","words":"Saran 1"}]}
            """;
    }
}
