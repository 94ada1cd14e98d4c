using System.Net.Sockets;
using Kinerja.Application.Webhooks;

namespace Kinerja.Host.Webhooks;

/// <summary>How agencies' own servers are connected to: no redirects, no proxy, no cookies.</summary>
internal static class OutsideHandler
{
    /// <summary>
    /// Connects to public addresses only, also where a name leads elsewhere than it did when it was set: the address
    /// that is checked is the one that is called.
    /// </summary>
    internal static SocketsHttpHandler Create(WebhookSettings settings) => new()
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
                throw new HttpRequestException("The address is none of the Internet.");
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
