using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Kinerja.Local.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Tests.Intake.Pulls;

/// <summary>
/// An agency's personnel system, which gives its register page by page, and answers some requests as a test says.
/// </summary>
internal sealed class HrServer : IAsyncDisposable
{
    internal const string Token = "rahasia-simpeg-1";

    private readonly WebApplication _web = LoopbackWeb.On(0);

    private HrServer()
    {
    }

    internal string Url => string.Create(CultureInfo.InvariantCulture, $"{_web.Urls.First()}/pegawai?instansi=contoh");

    /// <summary>Rows as they come, units before people.</summary>
    internal List<string> Units { get; } = [];

    internal List<string> Employees { get; } = [];

    internal int PageSize { get; set; } = 2;

    internal int Version { get; set; } = 1;

    /// <summary>What an answer of these rows says of their number; null: how many there are.</summary>
    internal int? SaidEmployees { get; set; }

    /// <summary>Taken in turn, one a request; null, and when there is none left: as it should be.</summary>
    internal ConcurrentQueue<Func<HttpContext, Task<IResult?>>?> Faults { get; } = [];

    /// <summary>Called with every page (from 1) that is given as it should be.</summary>
    internal Action<int> Given { get; set; } = _ => { };

    internal ConcurrentQueue<(string? Cursor, string? Known, int Status)> Requests { get; } = [];

    internal static async Task<HrServer> StartAsync()
    {
        var server = new HrServer();
        server._web.MapGet("/pegawai", server.AnswerAsync);
        await server._web.StartAsync();
        return server;
    }

    internal static Func<HttpContext, Task<IResult?>> Status(int status, int? retryAfter = null) => context =>
    {
        if (retryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return Task.FromResult<IResult?>(Results.StatusCode(status));
    };

    public async ValueTask DisposeAsync() => await _web.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var context = request.HttpContext;
        var (cursor, known) = (
            (string?)request.Query["cursor"], (string?)request.Headers.IfNoneMatch);
        if (request.Headers.Authorization != $"Bearer {Token}" || request.Query["instansi"] != "contoh")
        {
            Requests.Enqueue((cursor, known, 401));
            return Results.StatusCode(401);
        }

        if (Faults.TryDequeue(out var fault) && fault is not null && await fault(context) is { } wrong)
        {
            Requests.Enqueue((cursor, known, 0));
            return wrong;
        }

        var tag = string.Create(CultureInfo.InvariantCulture, $"\"v{Version}\"");
        context.Response.Headers.ETag = tag;
        if (known == tag)
        {
            Requests.Enqueue((cursor, known, 304));
            return Results.StatusCode(304);
        }

        Requests.Enqueue((cursor, known, 200));
        var number = cursor is null ? 1 : int.Parse(cursor[1..], CultureInfo.InvariantCulture);
        var body = Page(number);
        Given(number);
        return Results.Text(body, "application/json");
    }

    internal string Page(int number)
    {
        var rows = Units.Select(u => (IsUnit: true, Row: u)).Concat(Employees.Select(e => (IsUnit: false, Row: e)))
            .Skip((number - 1) * PageSize).Take(PageSize).ToList();
        var page = new JsonObject
        {
            ["totals"] = new JsonObject { ["units"] = Units.Count, ["employees"] = SaidEmployees ?? Employees.Count },
            ["units"] = new JsonArray([.. rows.Where(r => r.IsUnit).Select(r => JsonNode.Parse(r.Row))]),
            ["employees"] = new JsonArray([.. rows.Where(r => !r.IsUnit).Select(r => JsonNode.Parse(r.Row))]),
        };
        if (number * PageSize < Units.Count + Employees.Count)
        {
            page["next"] = string.Create(CultureInfo.InvariantCulture, $"p{number + 1}");
        }

        return page.ToJsonString();
    }
}
