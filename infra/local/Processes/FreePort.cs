using System.Net;
using System.Net.Sockets;

namespace Kinerja.Local.Processes;

/// <summary>A port that nobody listens on at this moment, for programs that cannot pick one themselves.</summary>
public static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
