using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinerja.Local.Processes;

/// <summary>A small web server of this machine alone, which writes no log.</summary>
public static class LoopbackWeb
{
    /// <param name="port">0 takes a free one.</param>
    public static WebApplication On(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        return builder.Build();
    }
}
