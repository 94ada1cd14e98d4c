using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Files;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Workforce;

/// <summary>The class of a post (kelas jabatan), by date. The clock stands on 5 January 2026.</summary>
[Collection(nameof(CloudFixture))]
public sealed class PostClassTests(CloudFixture cloud)
{
    [Theory]
    [InlineData("0", "invalid-field")]
    [InlineData("18", "invalid-field")]
    [InlineData("-1", "invalid-field")]
    [InlineData("\"7\"", "invalid-body")]
    [InlineData("7.5", "invalid-body")]
    [InlineData("true", "invalid-body")]
    [InlineData("[7]", "invalid-body")]
    public Task What_is_no_class_of_1_to_17_is_refused_at_its_place(string given, string code) =>
        Refused.WithNothingStoredAsync(cloud, agency => Refused.PutAsync(
            agency.Api,
            $"/api/v1/agencies/{agency.Id}/posts",
            $$"""{"posts":[{"id":"satu","name":"Satu","class":1},{"id":"analis","name":"A","class":{{given}}}]}""",
            400,
            code,
            "/posts/1/class"));

    [Fact]
    public async Task A_post_says_its_class_from_a_day_on_and_none_where_none_was_told()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await PutAsync(agency, """{"id":"analis","name":"Analis","class":1}""");
        await PutAsync(agency, """{"id":"analis","name":"Analis","class":17,"from":"2026-02-01"}""");
        await PutAsync(agency, """{"id":"analis","name":"Analis","class":null,"from":"2026-03-01"}""");
        await PutAsync(agency, """{"id":"arsiparis","name":"Arsiparis"}""");

        Assert.Equal([1, null], await ClassesAsync(agency, "2026-01-31"));
        Assert.Equal([17, null], await ClassesAsync(agency, "2026-02-01"));
        Assert.Equal([17, null], await ClassesAsync(agency, "2026-02-28"));
        Assert.Equal([null, null], await ClassesAsync(agency, "2026-03-01"));
    }

    [Fact]
    public async Task A_file_says_the_class_and_one_without_the_column_leaves_it()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await PutAsync(agency, """{"id":"analis","name":"Analis","class":8}""");
        await PutAsync(agency, """{"id":"analis","name":"Analis","class":9,"from":"2026-02-01"}""");

        var first = await BringAsync(
            agency,
            "Jabatan;Nama;Kategori;Kerja fleksibel;Kelas jabatan\r\n"
            + "arsiparis;Arsiparis;;ya;7\r\nnol;Nol;;ya;0\r\nhuruf;Huruf;;ya;VII\r\ntinggi;T;;ya;18\r\n");
        var faults = (await agency.RowsAsync("posts", first, "effect=faulty", "id"))
            .Select(row => Assert.Single(row["faults"]!.AsArray())!)
            .Select(fault => ((string?)fault["column"], (string?)fault["text"]));
        var second = await BringAsync(
            agency,
            "id,name,category,flexibleWork,from\r\nanalis,Analis Ahli,,ya,2026-01-15\r\n"
            + "analis,Analis Ahli,,ya,2026-02-15\r\nbaru,Baru,,ya,\r\n");
        var changed = (await agency.RowsAsync("posts", second))[0];

        Assert.Equal(
            [
                ("class", "Diharapkan bilangan bulat 1 sampai 17."), ("class", "Diharapkan bilangan bulat."),
                ("class", "Diharapkan bilangan bulat 1 sampai 17."),
            ],
            faults);
        Assert.Equal(
            ["name: Analis, Analis Ahli", "flexibleWork: false, true"],
            changed["changes"]!.AsArray().Select(c => $"{c!["column"]}: {c["from"]}, {c["to"]}"));
        Assert.Equal([8, 7, null], await ClassesAsync(agency, "2026-01-20"));
        Assert.Equal([9, 7, null], await ClassesAsync(agency, "2026-02-20"));
        await BringAsync(agency, "id,name,category,flexibleWork,class\r\narsiparis,Arsiparis,,ya,\r\n");
        Assert.Equal([9, null, null], await ClassesAsync(agency, "2026-02-20"));
    }

    private static async Task<string> BringAsync(SmallAgency agency, string csv)
    {
        var preview = await agency.PreviewAsync("posts", csv);
        Assert.True(preview.Status == 200, $"{preview.Json}");
        var id = (string)preview.Json!["id"]!;
        await agency.ApplyAsync("posts", id, "good");
        return id;
    }

    private static async Task PutAsync(SmallAgency agency, string post)
    {
        var answer = await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/posts", $$"""{"posts":[{{post}}]}""");
        Assert.True(answer.Status == 200, $"{answer.Json}");
    }

    private static async Task<IEnumerable<int?>> ClassesAsync(SmallAgency agency, string day) =>
        (await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/posts?on={day}")).Json!["posts"]!.AsArray()
            .Select(post => (int?)post!["class"]);
}
