using System.Globalization;
using Kinerja.Local.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Local.Cloud;

/// <summary>
/// The story's clock at an address of this machine: what it says, and <c>POST /clock?days=30</c> that moves it on. The
/// function app has nothing of the kind.
/// </summary>
internal sealed class ClockServer : IAsyncDisposable
{
    private readonly WebApplication _web;

    private ClockServer(WebApplication web) => _web = web;

    internal Uri Address => new(_web.Urls.First());

    /// <param name="clock">The story's.</param>
    /// <param name="mostDays">So many at once.</param>
    /// <param name="pass">Lets days pass, and says in lines of text what has become of it.</param>
    /// <param name="port">On loopback; 0 takes a free one.</param>
    /// <param name="cancel">Ends the start.</param>
    internal static async Task<ClockServer> StartAsync(
        TimeProvider clock, int mostDays, Func<int, CancellationToken, Task<string>> pass, int port,
        CancellationToken cancel)
    {
        var web = LoopbackWeb.On(port);
        web.MapGet("/clock", () => Results.Json(new { now = clock.GetUtcNow() }));
        web.MapPost("/clock", async (HttpContext http, string? days) =>
            // A page from elsewhere that a browser has open says where it is from; a shell says nothing.
            http.Request.Headers.ContainsKey("Origin")
                ? Text(StatusCodes.Status403Forbidden, "Not from a page: from a shell.")
            : int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var many)
                && many >= 1 && many <= mostDays
                ? Text(StatusCodes.Status200OK, await pass(many, http.RequestAborted))
            : Text(StatusCodes.Status400BadRequest, $"days: from 1 to {mostDays}."));
        await web.StartAsync(cancel);
        return new ClockServer(web);
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private static IResult Text(int status, string words) => Results.Text(words + "\n", statusCode: status);
}
