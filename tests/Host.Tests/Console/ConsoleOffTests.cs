using Kinerja.Host.Console;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Tests.Console;

/// <summary>Without a client id no page is served.</summary>
public sealed class ConsoleOffTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_client_id_every_page_file_and_setting_is_not_found(string? clientId)
    {
        using var http = new HttpClient();
        var console = new ConsoleFunctions(
            new ConsoleSettings(clientId, "kinerja", new Uri("http://127.0.0.1:9/never-asked"), http),
            TimeProvider.System);

        string[] paths =
        [
            "/", "/console", "/console/saya", "/console/index.html", "/console/settings.json", "/docs",
            "/docs/my-days.png",
        ];
        foreach (var path in paths)
        {
            var context = new DefaultHttpContext();
            (context.Request.Method, context.Request.Path) = ("GET", path);
            var answer = path == "/"
                ? await console.HomeAsync(context.Request, CancellationToken.None)
                : path.StartsWith("/docs", StringComparison.Ordinal)
                ? await console.DocsAsync(context.Request, CancellationToken.None)
                : await console.PagesAsync(context.Request, CancellationToken.None);
            await answer.ExecuteAsync(context);
            Assert.Equal((path, 404), (path, context.Response.StatusCode));
        }
    }
}
