using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Benchmarks.StartUp;

/// <summary>
/// The least that ASP.NET Core can be: one path, one answer. It says where it listens as every host does.
/// </summary>
internal static class BareApp
{
    public const string Verb = "bare-app";

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        RequestDelegate healthy = context => context.Response.WriteAsync("""{"status":"ok"}""");
        app.MapGet("/api/health", healthy);
        await app.RunAsync();
        return 0;
    }
}
