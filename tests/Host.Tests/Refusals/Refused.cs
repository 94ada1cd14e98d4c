using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>Expects a request to be refused with one problem in two languages.</summary>
internal static partial class Refused
{
    private const string Urn = "urn:kinerja:problem:";

    /// <summary>Runs refusals against a fresh agency; afterwards its rows must be the very same.</summary>
    internal static async Task WithNothingStoredAsync(CloudFixture cloud, Func<SmallAgency, Task> refusals)
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var before = await StoredRows.OfAsync(cloud, agency.Id);
        Assert.NotEmpty(before);

        await refusals(agency);

        Assert.Equal(before, await StoredRows.OfAsync(cloud, agency.Id));
    }

    internal static Task PostAsync(
        Api api, string path, string body, int status, string code, params string[] pointers) =>
        SendAsync(api, HttpMethod.Post, path, body, status, code, pointers);

    internal static Task PutAsync(
        Api api, string path, string body, int status, string code, params string[] pointers) =>
        SendAsync(api, HttpMethod.Put, path, body, status, code, pointers);

    internal static Task GetAsync(Api api, string path, int status, string code, params string[] pointers) =>
        SendAsync(api, HttpMethod.Get, path, null, status, code, pointers);

    internal static Task SendAsync(
        Api api, HttpMethod method, string path, string? body, int status, string code, string[] pointers,
        string? ifMatch = null) =>
        SendBytesAsync(
            api, method, path, body is null ? null : Encoding.UTF8.GetBytes(body), status, code, pointers, ifMatch);

    internal static async Task SendBytesAsync(
        Api api, HttpMethod method, string path, byte[]? body, int status, string code, string[] pointers,
        string? ifMatch = null)
    {
        var english = await api.SendContentAsync(method, path, Content(body), ("If-Match", ifMatch));
        var indonesian = await api.SendContentAsync(
            method, path, Content(body), ("If-Match", ifMatch), ("Accept-Language", "id-ID, en;q=0.5"));

        Check(english, path, status, code);
        Check(indonesian, path, status, code);
        Assert.NotEqual((string?)english.Json!["title"], (string?)indonesian.Json!["title"]);
        Assert.Empty(SaidAlike(english.Json!, indonesian.Json!));
        Assert.Equal(pointers, english.Pointers);
        Assert.Equal(pointers, indonesian.Pointers);
    }

    /// <summary>What is English in both, or has a place that nothing stands in; batch items and cells too.</summary>
    internal static IEnumerable<string> SaidAlike(JsonNode english, JsonNode indonesian) =>
        Said(english).Zip(Said(indonesian)).Where(pair => pair.First == pair.Second || Place().IsMatch(pair.Second))
            .Select(pair => pair.Second);

    internal static IEnumerable<string> Said(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member is { Key: "detail" or "title", Value: JsonValue said }
            ? [(string)said!]
            : Said(member.Value)),
        JsonArray items => items.SelectMany(Said),
        _ => [],
    };

    internal static void Check(Answer answer, string path, int status, string code)
    {
        Assert.True(
            (status, Urn + code) == (answer.Status, answer.ProblemType), $"{path}: {answer.Status} {answer.Json}");
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.Equal(status, (int?)answer.Json!["status"]);
        Assert.Equal(path.Split('?')[0], (string?)answer.Json["instance"]);
        Assert.Matches(TraceId(), (string?)answer.Json["traceId"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)answer.Json["title"]));
    }

    private static ByteArrayContent? Content(byte[]? body) =>
        body is null ? null : new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex TraceId();
}
