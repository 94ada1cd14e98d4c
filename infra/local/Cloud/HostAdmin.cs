using System.Net.Http.Json;

namespace Kinerja.Local.Cloud;

/// <summary>The host's admin address, which the master key opens: what an operator does by hand.</summary>
public sealed class HostAdmin(Uri address, string masterKey) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, DefaultRequestHeaders = { { "x-functions-key", masterKey } } };

    /// <summary>Starts a function that no request starts, such as a timer's; it runs on after this.</summary>
    public async Task StartAsync(string function, CancellationToken cancel = default)
    {
        using var started = await _http.PostAsJsonAsync($"/admin/functions/{function}", new { input = "" }, cancel);
        started.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
