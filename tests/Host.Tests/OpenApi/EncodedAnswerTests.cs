namespace Kinerja.Host.Tests.OpenApi;

[Collection(nameof(CloudFixture))]
public sealed class EncodedAnswerTests(CloudFixture cloud)
{
    private const string Large = "/api/asyncapi.json";

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("x-gzip", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("gzip, br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("*", "br")]
    [InlineData("*;q=0.5, br;q=0", "gzip")]
    [InlineData("gzip;q=0, br;q=0", null)]
    [InlineData("deflate", null)]
    [InlineData("identity", null)]
    [InlineData("identity, gzip;q=0.5", null)]
    [InlineData("identity;q=0.5, gzip", "gzip")]
    [InlineData("*;q=0", null)]
    public async Task A_large_answer_comes_in_the_coding_that_is_liked_best(string? accepted, string? coding)
    {
        var api = cloud.ApiWith(null);
        var plain = await api.GetAsync(Large);

        var answer = await api.SendAsync(HttpMethod.Get, Large, null, ("Accept-Encoding", accepted));

        Assert.Equal((200, coding), (answer.Status, answer.Coding));
        Assert.Equal(plain.Json!.ToJsonString(), answer.Json!.ToJsonString());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.Equal(coding is not null, answer.Bytes < plain.Bytes / 3);
    }

    [Fact]
    public async Task A_small_answer_goes_as_it_is()
    {
        var api = cloud.ApiWith(null);

        var problem = await api.SendAsync(
            HttpMethod.Post, "/api/v1/check-ins", "{}", ("Accept-Encoding", "gzip, br"));

        Assert.Equal((401, null), (problem.Status, problem.Coding));
        Assert.Contains("Accept-Encoding", problem.Headers.Vary);
    }

    /// <summary>Two representations share no strong ETag, and If-Match takes either for the version.</summary>
    [Fact]
    public async Task A_coded_answer_has_an_ETag_of_its_own_that_names_the_same_version()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/geofences/kebun";
        await agency.Api.PutAsync(path, Circle("Kebun"));

        var plain = await agency.Api.GetAsync(path);
        var coded = await agency.Api.SendAsync(HttpMethod.Get, path, null, ("Accept-Encoding", "gzip"));
        var tag = coded.Headers.ETag!.ToString();
        var changed = await agency.Api.PutAsync(path, Circle("Kebun Raya"), tag);
        var stale = await agency.Api.PutAsync(path, Circle("Taman"), tag);

        Assert.Equal(("\"1\"", "\"1-gzip\"", "gzip"), (plain.Headers.ETag!.ToString(), tag, coded.Coding));
        Assert.Equal((200, 412), (changed.Status, stale.Status));
    }

    private static string Circle(string name) => $$$"""
        {"type":"Feature","properties":{"name":"{{{name}}}","kind":"office","zone":"Asia/Jayapura"},
         "geometry":{"type":"Polygon","coordinates":[[{{{string.Join(',', Enumerable.Range(0, 61).Select(Point))}}}]]}}
        """;

    private static string Point(int number)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * (number % 60) / 60);
        return FormattableString.Invariant($"[{140.7 + (0.01 * cosine):F7},{-2.5 + (0.01 * sine):F7}]");
    }
}
