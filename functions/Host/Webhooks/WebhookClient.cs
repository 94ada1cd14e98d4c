using System.Globalization;
using System.Net.Http.Headers;
using Kinerja.Application.Webhooks;

namespace Kinerja.Host.Webhooks;

/// <summary>
/// Calls an agency's own server, as Standard Webhooks 1.0 has it. Anything but a 2xx is not taken, and no redirect is
/// followed.
/// </summary>
internal sealed class WebhookClient(HttpClient http) : IWebhookSender
{
    public async Task SendAsync(WebhookCall call, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, call.Url)
        {
            Content = new ReadOnlyMemoryContent(call.Body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json", "utf-8");
        request.Headers.Add("webhook-id", call.Id);
        request.Headers.Add("webhook-timestamp", call.Timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", call.Signature);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        answer.EnsureSuccessStatusCode();
    }
}
