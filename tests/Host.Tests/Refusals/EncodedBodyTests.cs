using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace Kinerja.Host.Tests.Refusals;

[Collection(nameof(CloudFixture))]
public sealed class EncodedBodyTests(CloudFixture cloud)
{
    private const string Batch = "/api/v1/check-ins/batch";

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZip")]
    public async Task A_gzip_body_is_read_as_what_it_was(string coding)
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var body = $$"""{"checkIns":[{{agency.CheckIn("packed-01")}}]}""";

        var answer = await SendAsync(agency, Pack(body), coding);

        Assert.Equal((207, 201), (answer.Status, (int?)answer.Json!["items"]![0]!["status"]));
    }

    [Fact]
    public async Task A_body_is_bounded_by_what_it_unpacks_to()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var bomb = Pack("{\"checkIns\":[" + new string(' ', 64 * 1024 * 1024) + "]}");

        var answer = await SendAsync(agency, bomb, "gzip");

        Assert.True(bomb.Length < 100_000);
        Assert.Equal((413, "urn:kinerja:problem:body-too-large"), (answer.Status, answer.ProblemType));
    }

    [Fact]
    public async Task What_is_no_whole_gzip_is_refused_and_so_is_a_coding_in_a_coding()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var body = $$"""{"checkIns":[{{agency.CheckIn("packed-02")}}]}""";

        var plain = await SendAsync(agency, Encoding.UTF8.GetBytes(body), "gzip");
        var half = await SendAsync(agency, Pack(body)[..^20], "gzip");
        var twice = await SendAsync(agency, Pack(body), "gzip, gzip");
        var other = await SendAsync(agency, Pack(body), "deflate");

        Assert.All([plain, half], a => Assert.Equal(
            (400, "urn:kinerja:problem:invalid-body"), (a.Status, a.ProblemType)));
        Assert.All([twice, other], a => Assert.Equal(
            (415, "urn:kinerja:problem:unknown-encoding"), (a.Status, a.ProblemType)));
        var month = await agency.Api.GetAsync("/api/v1/employees/ani-1/check-ins?month=2026-01");
        Assert.Empty(month.Json!["checkIns"]!.AsArray());
    }

    private static Task<Answer> SendAsync(SmallAgency agency, byte[] body, string coding)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        return agency.Api.SendContentAsync(HttpMethod.Post, Batch, content);
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Optimal))
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
