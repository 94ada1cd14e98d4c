using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
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

    /// <summary>
    /// Connects to public addresses only, also where a name leads elsewhere than it did when it was set: the address
    /// that is checked is the one that is called.
    /// </summary>
    internal static SocketsHttpHandler Handler(WebhookSettings settings) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = async (context, cancel) =>
        {
            var found = await System.Net.Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
            var open = Array.FindAll(found, address => settings.AllowLocal || PublicAddress.Is(address));
            if (open.Length == 0)
            {
                throw new HttpRequestException("The address of a webhook is none of the Internet.");
            }

            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
