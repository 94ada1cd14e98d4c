using System.Net;
using System.Net.Sockets;
using Kinerja.FunctionsHost;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kinerja.Local.Cloud;

/// <summary>Fits a worker for running in the process of its host, beside other workers if need be.</summary>
public static class BesideHost
{
    /// <summary>
    /// Tells the worker whom to call, and gives its web server an address of its own: the worker would take one address
    /// for the whole process.
    /// </summary>
    public static FunctionsApplicationBuilder RunBeside(this FunctionsApplicationBuilder builder, WorkerStart start)
    {
        // Bound here and handed on, so that nobody takes the port in between.
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;

        builder.Configuration.AddInMemoryCollection(start.Configuration());
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = asked =>
            asked is IPEndPoint { Port: var p } && p == port
                ? socket
                : SocketTransportOptions.CreateDefaultBoundListenSocket(asked));
        builder.Services.PostConfigure<WorkerOptions>(
            worker => worker.Capabilities["HttpUri"] = $"http://127.0.0.1:{port}/");

        // It warns that its own address is not used.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        return builder;
    }
}
