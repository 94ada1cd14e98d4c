using System.Globalization;
using System.Text;
using System.Text.Json;
using Kinerja.Local.Ministry;
using Kinerja.Local.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Local.Tests.Ministry;

/// <summary>The API's events and keys over HTTP, two events a page, as it is told to give them.</summary>
internal sealed class FakeEvents : IAsyncDisposable
{
    private const int PerPage = 2;

    private readonly WebApplication _web = LoopbackWeb.On(0);
    private readonly List<ReceivedEvent> _given = [];

    internal Uri Address => new(_web.Urls.First());

    /// <summary>Every number after which somebody read.</summary>
    internal List<int> Asked { get; } = [];

    /// <summary>How many pages it still gives before it fails.</summary>
    internal int PagesLeft { get; set; } = int.MaxValue;

    internal static async Task<FakeEvents> StartAsync(string keys)
    {
        var api = new FakeEvents();
        api._web.MapGet("/api/v1/receipt-keys", () => Results.Text(keys, "application/json"));
        api._web.MapGet("/api/v1/agencies/{agency}/events", (int after) => api.Answer(after));
        await api._web.StartAsync();
        return api;
    }

    /// <summary>In this order; who has no number yet gets the next.</summary>
    internal void Give(params IEnumerable<ReceivedEvent> events)
    {
        foreach (var one in events)
        {
            _given.Add(one.Sequence > 0 ? one : one with { Sequence = _given.Count + 1 });
        }
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private IResult Answer(int after)
    {
        Asked.Add(after);
        if (PagesLeft-- <= 0)
        {
            return Results.Text("""{"title":"broken"}""", "application/problem+json", Encoding.UTF8, 500);
        }

        var some = _given.Skip(after).Take(PerPage).Select(TextOf);
        var last = Math.Min(after + PerPage, Math.Max(after, _given.Count));
        var more = last < _given.Count ? "true" : "false";
        return Results.Text(
            $$"""{"events":[{{string.Join(',', some)}}],"last":{{last}},"more":{{more}}}""", "application/json");
    }

    private static string TextOf(ReceivedEvent one)
    {
        var seal = one.Seal is null ? "" : $"\"seal\":{JsonSerializer.Serialize(one.Seal)},";
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"\"id\":\"{one.Id}\",\"type\":\"{one.Type}\",\"sequence\":\"{one.Sequence:D12}\"");
        return $$"""{"specversion":"1.0",{{head}},{{seal}}"data":{{one.Data}}}""";
    }
}
