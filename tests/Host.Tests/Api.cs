using System.Diagnostics;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Kinerja.Host.Tests.OpenApi;

namespace Kinerja.Host.Tests;

/// <summary>An answer as a test looks at it.</summary>
public sealed record Answer(int Status, string? ContentType, JsonNode? Json, HttpResponseHeaders Headers)
{
    /// <summary>The coding in which it came, and how many bytes it was then.</summary>
    public string? Coding { get; init; }

    public int Bytes { get; init; }

    /// <summary>As it came, unpacked.</summary>
    public string Text { get; init; } = "";

    /// <summary>Under which it is to be saved; null for what is no file.</summary>
    public string? FileName { get; init; }

    public string? ProblemType => (string?)Json?["type"];

    public IEnumerable<string?> Pointers => Json?["errors"]?.AsArray().Select(e => (string?)e!["pointer"]) ?? [];
}

/// <summary>Calls the running function app as a client would: text in, text out.</summary>
public sealed class Api(Uri address, string? token)
{
    private static readonly HttpClient Http = new();

    /// <summary>Also what a queue brings again after its retries has come by then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Whether something kills the worker under a call: the host's own bare 500 is then no answer of the app's, as if
    /// nobody had answered.
    /// </summary>
    public bool WorkerMayDie { get; init; }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>Reads again until the answer is as it is waited for; fails with the last one.</summary>
    public async Task<JsonNode> UntilAsync(string path, Func<JsonNode, bool> done)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var found = (await GetAsync(path)).Json!;
            if (done(found))
            {
                return found;
            }

            Assert.True(waited.Elapsed < Patience, found.ToJsonString());
            await Task.Delay(100);
        }
    }

    public Task<Answer> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public Task<Answer> PutAsync(string path, string json, string? ifMatch = null) =>
        SendAsync(HttpMethod.Put, path, json, ("If-Match", ifMatch));

    public Task<Answer> SendAsync(
        HttpMethod method, string path, string? body, params (string Name, string? Value)[] headers) =>
        SendContentAsync(
            method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"), headers);

    /// <summary>
    /// Every answer must be as the API's document says; <see cref="DocumentedAnswers"/> fails the test otherwise.
    /// </summary>
    public async Task<Answer> SendContentAsync(
        HttpMethod method, string path, HttpContent? content, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        request.Content = content;
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers.Where(h => h.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(request);
        if (WorkerMayDie && (int)response.StatusCode == 500 && !response.Headers.Contains("traceparent"))
        {
            throw new HttpRequestException("The worker died under the call.");
        }

        var bytes = await response.Content.ReadAsByteArrayAsync();
        var coding = response.Content.Headers.ContentEncoding.SingleOrDefault();
        var text = Encoding.UTF8.GetString(Decode(bytes, coding));
        var type = response.Content.Headers.ContentType?.MediaType;
        var json = type?.StartsWith("text/", StringComparison.Ordinal) == true || type == "application/jsonl"
            ? JsonValue.Create(text)
            : type?.EndsWith(".sheet", StringComparison.Ordinal) == true
            ? JsonValue.Create(Convert.ToBase64String(bytes))
            : text.Length > 0 && type?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text) : null;
        var answer = new Answer((int)response.StatusCode, type, json, response.Headers)
        {
            Coding = coding,
            Bytes = bytes.Length,
            Text = text,
            FileName = response.Content.Headers.ContentDisposition?.FileName?.Trim('"'),
        };
        DocumentedAnswers.Check(method, path, answer);
        return answer;
    }

    private static byte[] Decode(byte[] bytes, string? coding)
    {
        if (coding is null)
        {
            return bytes;
        }

        using var packed = new MemoryStream(bytes);
        using Stream unpacking = coding == "br"
            ? new BrotliStream(packed, CompressionMode.Decompress)
            : new GZipStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        unpacking.CopyTo(plain);
        return plain.ToArray();
    }
}
