using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>One connection pool for every client of the process.</summary>
internal static class SharedTransport
{
    public static HttpClientTransport Instance { get; } = new(new HttpClient(new SocketsHttpHandler
    {
        // Table storage answers one request per connection at a time: a morning peak needs many.
        MaxConnectionsPerServer = 1024,
        // Storage moves accounts between front ends; a connection must not outlive that for long.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
        AllowAutoRedirect = false,
    })
    {
        // The pipeline's retry policy owns the timeout.
        Timeout = Timeout.InfiniteTimeSpan,
    });
}
