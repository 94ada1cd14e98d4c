using System.Net;
using System.Net.Sockets;

namespace Kinerja.Local.Processes;

/// <summary>Ports on which nobody listens at this moment, for programs that cannot pick one themselves.</summary>
public static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The port itself when it is free, else 0, by which a listener takes any free one.</summary>
    public static int OrAny(int port) => IsFree(port) ? port : 0;

    public static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
