using System.Net;
using System.Net.Sockets;

namespace Kinerja.Local.Processes;

/// <summary>Ports of this machine.</summary>
internal static class LocalPort
{
    /// <summary>The port itself when nobody listens there, else 0, which takes a free one.</summary>
    internal static int FreeOr(int port) => IsFree(port) ? port : 0;

    internal static bool IsFree(int port)
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
