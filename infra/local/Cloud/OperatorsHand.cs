using System.Net.Http.Json;

namespace Kinerja.Local.Cloud;

/// <summary>Starts a function that no request starts, as an operator does with the host's master key.</summary>
internal static class OperatorsHand
{
    /// <summary>Comes back when the host has taken it; the function runs on after this.</summary>
    internal static async Task StartAsync(Uri host, string masterKey, string function, CancellationToken cancel)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("x-functions-key", masterKey);
        using var started = await http.PostAsJsonAsync(
            new Uri(host, $"/admin/functions/{function}"), new { input = "" }, cancel);
        started.EnsureSuccessStatusCode();
    }
}
