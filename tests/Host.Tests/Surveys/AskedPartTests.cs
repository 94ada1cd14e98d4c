using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Surveys;

/// <summary>
/// Whom a questionnaire asks by name is in the register on its first day, 2 February 2026; the clock stands on
/// 5 January.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class AskedPartTests(CloudFixture cloud)
{
    /// <summary>What is asked, and at which places nobody would be: a pointer each, by code.</summary>
    public static TheoryData<string, string, string> Refusals => new()
    {
        { """{"units":["tiada"]}""", "unknown-unit", "/units/0" },
        { """{"units":["tu","lebur"]}""", "unknown-unit", "/units/1" },
        { """{"units":["lebur-hari-itu"]}""", "unknown-unit", "/units/0" },
        { """{"units":["kelak"]}""", "unknown-unit", "/units/0" },
        { """{"units":["milik-lain","tu","tiada"]}""", "unknown-unit", "/units/0 /units/2" },
        { """{"posts":["tiada"]}""", "unknown-post", "/posts/0" },
        { """{"posts":["analis","jabatan-kelak"]}""", "unknown-post", "/posts/1" },
        { """{"posts":["jabatan-lain"]}""", "unknown-post", "/posts/0" },
        { """{"units":["tiada"],"posts":["tiada"]}""", "unknown-unit", "/units/0 /posts/0" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_part_that_is_not_there_on_the_first_day_is_refused_where_it_stands(
        string part, string code, string pointers)
    {
        var agency = await RegisterAsync();
        await Refused.PutAsync(
            agency.Api, SurveyOf(agency), Body(part), 422, code, pointers.Split(' '));
        await Refused.GetAsync(agency.Api, SurveyOf(agency) + "/results", 404, "unknown-survey");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"units":[],"posts":[]}""")]
    [InlineData("""{"units":["tu"]}""")]
    [InlineData("""{"units":["lebur-kelak"],"posts":["analis"]}""")]
    public async Task Who_names_none_asks_everybody_and_a_part_that_is_there_is_taken(string part)
    {
        var agency = await RegisterAsync();
        Assert.Equal(200, (await agency.Api.PutAsync(SurveyOf(agency), Body(part))).Status);
    }

    [Fact]
    public async Task What_was_taken_stands_also_when_its_unit_ends_since_and_a_change_is_looked_at_anew()
    {
        var agency = await RegisterAsync();
        var body = Body("""{"units":["lebur-kelak"]}""");
        Assert.Equal(200, (await agency.Api.PutAsync(SurveyOf(agency), body)).Status);
        await UnitsAsync(agency, """
            {"id":"lebur-kelak","name":"Lebur kelak","zone":"Asia/Jayapura","from":"2026-01-20","active":false}
            """);

        Assert.Equal(200, (await agency.Api.PutAsync(SurveyOf(agency), body)).Status);
        await Refused.PutAsync(
            agency.Api, SurveyOf(agency), body.Replace("Puas?", "Puas sekali?", StringComparison.Ordinal), 422,
            "unknown-unit", "/units/0");
    }

    [Fact]
    public async Task The_nation_asks_registered_agencies_alone()
    {
        var agency = await RegisterAsync();
        var nation = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor("menpanrb", ["national.write"]));
        var path = $"/api/v1/national/surveys/bagian-{agency.Id}";
        var body = Body($$"""{"agencies":["{{agency.Id}}","tiada"]}""");
        await Refused.PutAsync(nation, path, body, 422, "unknown-agency", "/agencies/1");
        Assert.Equal(200, (await nation.PutAsync(path, Body($$"""{"agencies":["{{agency.Id}}"]}"""))).Status);
    }

    private static string SurveyOf(SmallAgency agency) => $"/api/v1/agencies/{agency.Id}/surveys/bagian";

    private static string Body(string part) => $$"""
        {"title":"Survei","opensOn":"2026-02-02","lastDay":"2026-02-06",
         "questions":[{"id":"puas","kind":"scale","words":"Puas?"}]{{(part == "{}" ? "" : ",")}}{{part[1..]}}
        """;

    private async Task<SmallAgency> RegisterAsync()
    {
        var (agency, other) = (await SmallAgency.RegisterAsync(cloud), await SmallAgency.RegisterAsync(cloud));
        await UnitsAsync(other, """{"id":"milik-lain","name":"Milik lain","zone":"Asia/Jayapura"}""");
        await PostsAsync(other, """{"id":"jabatan-lain","name":"Jabatan lain"}""");
        await UnitsAsync(agency, """
            {"id":"lebur","name":"Lebur","zone":"Asia/Jayapura"},
            {"id":"lebur","name":"Lebur","zone":"Asia/Jayapura","from":"2026-01-15","active":false},
            {"id":"lebur-hari-itu","name":"Lebur","zone":"Asia/Jayapura"},
            {"id":"lebur-hari-itu","name":"Lebur","zone":"Asia/Jayapura","from":"2026-02-02","active":false},
            {"id":"lebur-kelak","name":"Lebur kelak","zone":"Asia/Jayapura"},
            {"id":"lebur-kelak","name":"Lebur kelak","zone":"Asia/Jayapura","from":"2026-02-03","active":false},
            {"id":"kelak","name":"Kelak","zone":"Asia/Jayapura","from":"2026-02-03"}
            """);
        await PostsAsync(agency, """
            {"id":"analis","name":"Analis"},{"id":"jabatan-kelak","name":"Jabatan kelak","from":"2026-02-03"}
            """);
        return agency;
    }

    private static Task UnitsAsync(SmallAgency agency, string units) => PutAsync(agency, "units", units);

    private static Task PostsAsync(SmallAgency agency, string posts) => PutAsync(agency, "posts", posts);

    private static async Task PutAsync(SmallAgency agency, string what, string items)
    {
        var answer = await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/{what}", $$"""{"{{what}}":[{{items}}]}""");
        Assert.True(answer.Status == 200, answer.Text);
    }
}
