using System.Text.RegularExpressions;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>JSON that somebody reads without a parser.</summary>
[Collection(nameof(CloudFixture))]
public sealed partial class ReadableAnswerTests(CloudFixture cloud)
{
    private const string Name = "Dinas Ma'ruf × é <b> & satu+satu’";

    [Fact]
    public async Task Letters_signs_and_offsets_stand_as_they_are_and_nothing_takes_it_for_a_page()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var (api, root) = (agency.Api, $"/api/v1/agencies/{agency.Id}");
        await api.PutAsync(root, $$"""{"name":"{{Name}}","zone":"Asia/Jayapura"}""");
        await api.PutAsync(
            $"{root}/units",
            $$"""{"units":[{"id":"tu","name":"{{Name}}","zone":"Asia/Jayapura","from":"2026-01-01"}]}""");

        var register = await api.GetAsync(root);
        var units = await api.GetAsync($"{root}/units");
        var checkIn = await api.PostAsync("/api/v1/check-ins", agency.CheckIn("readable-01"));
        var export = await api.GetAsync($"{root}/exports/attendance/2026-01?format=jsonl");
        var refused = await api.GetAsync("/api/v1/employees/siapa/attendance/2026-01");

        Assert.Contains($"\"name\":\"{Name}\"", register.Text, StringComparison.Ordinal);
        Assert.Contains($"\"name\":\"{Name}\"", units.Text, StringComparison.Ordinal);
        Assert.Contains($"\"unitName\":\"{Name}\"", export.Text, StringComparison.Ordinal);
        Assert.Equal(201, checkIn.Status);
        Assert.Matches("T[0-9:.]+\\+09:00\"", checkIn.Text);
        Assert.All([register, units, checkIn, export, refused], answer =>
        {
            Assert.DoesNotMatch(Escaped(), answer.Text);
            Assert.EndsWith("json" + (answer == export ? "l" : ""), answer.ContentType, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        });
    }

    /// <summary>A page shows the same text, and no tag of it.</summary>
    [Fact]
    public async Task A_page_with_the_same_words_takes_none_of_them_for_its_own()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/units",
            $$"""{"units":[{"id":"tu","name":"{{Name}}","zone":"Asia/Jayapura","from":"2026-01-01"}]}""");

        var page = await agency.Api.GetAsync("/api/v1/employees/budi/attendance/2026-01/print.html");

        Assert.Equal(200, page.Status);
        Assert.Contains("Dinas Ma&#x27;ruf × é &lt;b&gt; &amp; satu&#x2B;satu’", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
    }

    /// <summary>What could be read, by its number.</summary>
    [GeneratedRegex(@"\\u(?!00[01])[0-9A-F]{4}")]
    private static partial Regex Escaped();
}
