using Kinerja.Application;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>If-Match and If-None-Match as RFC 9110 writes them (sections 8.8.3, 13.1.1 and 13.1.2).</summary>
[Collection(nameof(CloudFixture))]
public sealed class ConditionTests(CloudFixture cloud)
{
    [Theory]
    [InlineData("\"3\"", "3")]
    [InlineData("\"1\", \"3\"", "1 3")]
    [InlineData("\"1\",\"3\"", "1 3")]
    [InlineData("  \"1\"\t,  \"3\"  ", "1 3")]
    [InlineData(",\"1\",,\"3\",", "1 3")] // empty elements of a list are no fault (5.6.1)
    [InlineData("\"3\", \"3\"", "3")]
    [InlineData("\"a,b\", \"3\"", "3")] // a comma may stand in a tag
    [InlineData("\"one\"", "")]
    [InlineData("\"03\"", "")]
    [InlineData("\"-1\"", "")]
    [InlineData("\"3 \"", null)]
    [InlineData("\"99999999999\"", "")]
    [InlineData("\"\"", "")]
    [InlineData("*", "*")]
    [InlineData(" * ", "*")]
    [InlineData("3", null)]
    [InlineData("\"3", null)]
    [InlineData("3\"", null)]
    [InlineData("'3'", null)]
    [InlineData("\"3\" \"4\"", null)]
    [InlineData("\"3\"; \"4\"", null)]
    [InlineData("\"3\", 4", null)]
    [InlineData("*, \"3\"", null)]
    [InlineData("\"3\", *", null)]
    [InlineData("**", null)]
    [InlineData("w/\"3\"", null)] // the W of a weak tag is a capital
    [InlineData("W/3", null)]
    [InlineData(",", null)]
    public void A_list_of_tags_is_read_by_the_grammar(string header, string? versions)
    {
        Assert.Equal(versions, Named(Read(ifMatch: header, ifNoneMatch: default, c => c.Match)));
        Assert.Equal(versions, Named(Read(ifMatch: default, ifNoneMatch: header, c => c.NoneMatch)));
    }

    [Theory]
    [InlineData("W/\"3\"", "", "3")]
    [InlineData("W/\"1\", \"3\"", "3", "1 3")]
    [InlineData("W/\"one\"", "", "")]
    public void A_weak_tag_matches_only_where_the_comparison_is_weak(string header, string match, string noneMatch)
    {
        Assert.Equal(match, Named(Read(ifMatch: header, ifNoneMatch: default, c => c.Match)));
        Assert.Equal(noneMatch, Named(Read(ifMatch: default, ifNoneMatch: header, c => c.NoneMatch)));
    }

    [Fact]
    public void Two_lines_of_one_header_are_one_list() => Assert.Equal(
        "1 3", Named(Read(ifMatch: new(["\"1\"", "\"3\""]), ifNoneMatch: default, c => c.Match)));

    [Fact]
    public void Without_the_headers_nothing_is_demanded() =>
        Assert.Null(Request(default, default).Condition().Value.Condition);

    [Fact]
    public async Task A_fence_is_changed_under_lists_stars_and_weak_tags_as_the_standard_says()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var kantor = $"/api/v1/agencies/{agency.Id}/geofences/kantor";
        var body = (await agency.Api.GetAsync(kantor)).Json!.ToJsonString();
        Task<Answer> Put(string id, string name, string header, string value) => agency.Api.SendAsync(
            HttpMethod.Put,
            $"/api/v1/agencies/{agency.Id}/geofences/{id}",
            body.Replace("\"id\":\"kantor\"", $"\"id\":\"{id}\"", StringComparison.Ordinal)
                .Replace("\"Kantor\"", $"\"{name}\"", StringComparison.Ordinal),
            (header, value));

        var answers = new[]
        {
            await Put("kantor", "Dua", "If-Match", "\"7\", \"1\""),
            await Put("kantor", "Tiga", "If-Match", "W/\"2\""),
            await Put("kantor", "Tiga", "If-Match", "*"),
            await Put("kantor", "Empat", "If-None-Match", "*"),
            await Put("kantor", "Empat", "If-None-Match", "\"3\""),
            await Put("kantor", "Empat", "If-None-Match", "\"2\""),
            await Put("kantor", "Lima", "If-Match", "\"kantor\""),
            await Put("gudang", "Gudang", "If-Match", "*"),
            await Put("gudang", "Gudang", "If-None-Match", "*"),
            await Put("gudang", "Gudang Dua", "If-None-Match", "*"),
        };

        Assert.Equal([200, 412, 200, 412, 412, 200, 412, 412, 200, 412], answers.Select(a => a.Status));
        Assert.Equal("\"4\"", (await agency.Api.GetAsync(kantor)).Headers.ETag!.ToString());
    }

    [Fact]
    public async Task A_reader_who_has_the_version_is_told_so_and_sent_nothing()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.RateAsync("ani-1", "head-1", "meets", "meets", 90, 90);
        string[] paths =
        [
            $"/api/v1/agencies/{agency.Id}/geofences/kantor",
            $"/api/v1/agencies/{agency.Id}/ratings/2026-Q1/ani-1",
        ];

        foreach (var path in paths)
        {
            foreach (var (had, status) in new[]
            {
                ("\"1\"", 304), ("W/\"1\"", 304), ("\"7\", \"1\"", 304), ("*", 304), ("\"2\"", 200), ("1", 200),
            })
            {
                var answer = await agency.Api.SendAsync(HttpMethod.Get, path, null, ("If-None-Match", had));

                Assert.Equal((status, "\"1\"", status == 304), (
                    answer.Status, answer.Headers.ETag!.ToString(), answer.Json is null));
            }
        }
    }

    /// <summary>"1 3", "*", "" for no version at all; null when the header was refused.</summary>
    private static string? Named(Result<Part> part) =>
        part.TryGet(out var read, out _)
            ? read.Named!.Any ? "*" : string.Join(' ', read.Named.Versions.Order())
            : null;

    private static Result<Part> Read(
        StringValues ifMatch, StringValues ifNoneMatch, Func<VersionCondition, NamedVersions?> part) =>
        Request(ifMatch, ifNoneMatch).Condition().Then<Part>(demand => new Part(part(demand.Condition!)));

    private static HttpRequest Request(StringValues ifMatch, StringValues ifNoneMatch)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.IfMatch = ifMatch;
        request.Headers.IfNoneMatch = ifNoneMatch;
        return request;
    }

    private readonly record struct Part(NamedVersions? Named);
}
