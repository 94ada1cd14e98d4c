using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.ServiceBus;

/// <summary>Bare HTTP calls to a bus, so that its protocol is tested without any client of ours.</summary>
internal sealed class BusCalls : IDisposable
{
    private readonly HttpClient _http;

    public BusCalls(Uri endpoint)
    {
        _http = new HttpClient { BaseAddress = endpoint };
        Authorize(Token(endpoint.AbsoluteUri));
    }

    public static string TestTopology { get; } =
        Path.Combine(RepositoryFolder.Root, "tests", "Local.Tests", "ServiceBus", "topology.json");

    public static string Token(string resource, string key = "SAS_KEY_VALUE", int lifeSeconds = 600)
    {
        var encoded = Uri.EscapeDataString(resource);
        var expiry = DateTimeOffset.UtcNow.AddSeconds(lifeSeconds).ToUnixTimeSeconds()
            .ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{encoded}\n{expiry}")));
        return $"SharedAccessSignature sr={encoded}&sig={Uri.EscapeDataString(signature)}&se={expiry}" +
            "&skn=RootManageSharedAccessKey";
    }

    public void Authorize(string? token)
    {
        _http.DefaultRequestHeaders.Remove("Authorization");
        if (token is not null)
            _http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", token);
    }

    public async Task<BusAnswer> SendAsync(
        string entity, string body, object? broker = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{entity}/messages");
        request.Content = new StringContent(body);
        if (broker is not null)
            request.Headers.Add("BrokerProperties", System.Text.Json.JsonSerializer.Serialize(broker));
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await AnswerAsync(request);
    }

    public Task<BusAnswer> LockAsync(string entity, int timeoutSeconds = 0) =>
        CallAsync(HttpMethod.Post, $"{entity}/messages/head?timeout={timeoutSeconds}");

    public Task<BusAnswer> TakeAsync(string entity, int timeoutSeconds = 0) =>
        CallAsync(HttpMethod.Delete, $"{entity}/messages/head?timeout={timeoutSeconds}");

    public async Task<BusAnswer> CallAsync(HttpMethod method, string address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        return await AnswerAsync(request);
    }

    public static StringContent Json(string json, string type = "application/json") =>
        new(json, new MediaTypeHeaderValue(type));

    public void Dispose() => _http.Dispose();

    private async Task<BusAnswer> AnswerAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        var broker = response.Headers.TryGetValues("BrokerProperties", out var values)
            ? JsonNode.Parse(values.Single())!
            : null;
        var headers = response.Headers.ToDictionary(each => each.Key, each => string.Join(",", each.Value));
        var body = await response.Content.ReadAsStringAsync();
        return new BusAnswer((int)response.StatusCode, body, broker, headers);
    }
}

internal sealed record BusAnswer(
    int Status, string Body, JsonNode? Broker, IReadOnlyDictionary<string, string> Headers)
{
    public string Location => Headers["Location"];

    public long SequenceNumber => Broker![nameof(SequenceNumber)]!.GetValue<long>();

    public int DeliveryCount => Broker![nameof(DeliveryCount)]!.GetValue<int>();
}
