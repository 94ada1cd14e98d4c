using System.Net.Http.Headers;
using System.Text.Json;

namespace Kinerja.Local.Ministry;

/// <summary>
/// Some of an agency's events; the number up to which was looked, and whether there are more after it.
/// </summary>
internal sealed record EventPage(IReadOnlyList<ReceivedEvent> Events, long Last, bool More);

/// <summary>The API as a ministry reads it: events after a number, and the keys that seal.</summary>
internal sealed class EventReplay : IDisposable
{
    private readonly HttpClient _http;

    internal EventReplay(Uri api, string token)
    {
        _http = new HttpClient { BaseAddress = api };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    internal async Task<EventPage> ReadAsync(string agency, long after, CancellationToken cancel)
    {
        var answer = await GetAsync($"/api/v1/agencies/{Uri.EscapeDataString(agency)}/events?after={after}", cancel);
        return new(
            [.. answer.GetProperty("events").EnumerateArray().Select(one => ReceivedEvent.OfAnswer(agency, one))],
            answer.GetProperty("last").GetInt64(),
            answer.GetProperty("more").GetBoolean());
    }

    /// <summary>The published keys: those that sign now, and those of former days.</summary>
    internal Task<JsonElement> KeysAsync(CancellationToken cancel) => GetAsync("/api/v1/receipt-keys", cancel);

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> GetAsync(string path, CancellationToken cancel)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        return answer.IsSuccessStatusCode
            ? JsonElement.Parse(text)
            : throw new HttpRequestException($"{path} was answered with {(int)answer.StatusCode}: {text}");
    }
}
