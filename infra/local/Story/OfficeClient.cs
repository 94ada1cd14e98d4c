using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Kinerja.Local.Story;

/// <summary>
/// Calls the API as an agency's office does, with the agency's token; a refusal ends the story with the problem's text.
/// </summary>
internal sealed class OfficeClient(HttpClient http, Func<string, string> tokenFor)
{
    internal Task<JsonElement> GetAsync(string agency, string path, CancellationToken cancel) =>
        SendAsync(HttpMethod.Get, agency, path, null, cancel);

    internal Task<JsonElement> PostAsync(string agency, string path, string json, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, agency, path, json, cancel);

    internal Task<JsonElement> PutAsync(string agency, string path, string json, CancellationToken cancel) =>
        SendAsync(HttpMethod.Put, agency, path, json, cancel);

    private async Task<JsonElement> SendAsync(
        HttpMethod method, string agency, string path, string? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokenFor(agency));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        return answer.IsSuccessStatusCode
            ? JsonElement.Parse(text)
            : throw new InvalidOperationException($"{method} {path} was refused with {(int)answer.StatusCode}: {text}");
    }
}
