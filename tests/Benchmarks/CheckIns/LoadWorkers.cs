using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Kinerja.Benchmarks.CheckIns;

/// <summary>
/// The callers, in a process of their own, so that their garbage is not the server's. To this machine only, for a
/// bounded time, and it stops at the first answer that is not a success: the speed of a refusal is of no interest.
/// </summary>
internal sealed class LoadWorkers(LoadPlan plan) : IDisposable
{
    public const string Verb = "load-workers";
    private const double MostSeconds = 60;
    private const double WarmUpShare = 0.3;

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = plan.Connections });
    private readonly AuthenticationHeaderValue _token = new("Bearer", plan.Token);
    private readonly string _run = Guid.NewGuid().ToString("N")[..12];
    private long _sent;
    private volatile string? _fault;

    public static async Task<int> RunAsync(string planFile)
    {
        var plan = JsonSerializer.Deserialize<LoadPlan>(await File.ReadAllTextAsync(planFile))!;
        if (!plan.Address.IsLoopback || plan.Seconds > MostSeconds)
        {
            await Console.Error.WriteLineAsync("Load goes to this machine only, and for a minute at most.");
            return 2;
        }

        using var workers = new LoadWorkers(plan);
        Console.WriteLine(JsonSerializer.Serialize(await workers.RunAsync()));
        return 0;
    }

    public void Dispose() => _http.Dispose();

    private async Task<LoadResult> RunAsync()
    {
        // Every person once at the least: the app remembers people, and the first sight of each is no part of the peak.
        await Task.WhenAll(Workers(plan.Seconds * WarmUpShare, (RegisteredAgency.People / plan.Connections) + 1));
        var watch = Stopwatch.StartNew();
        var milliseconds = (await Task.WhenAll(Workers(plan.Seconds, 1))).SelectMany(m => m).Order().ToArray();
        var seconds = watch.Elapsed.TotalSeconds;
        return _fault is null
            ? new(_sent, milliseconds.Length / seconds, At(0.5), At(0.99), null)
            : new(_sent, 0, 0, 0, _fault);

        double At(double share) => milliseconds[(int)((milliseconds.Length - 1) * share)];
    }

    private IEnumerable<Task<List<double>>> Workers(double seconds, int least)
    {
        var watch = Stopwatch.StartNew();
        return [.. Enumerable.Range(0, plan.Connections).Select(_ => Task.Run(() => WorkAsync(watch, seconds, least)))];
    }

    /// <summary>
    /// The time each request took; the last one may end after the time is up and counts with the time it took.
    /// </summary>
    private async Task<List<double>> WorkAsync(Stopwatch watch, double seconds, int least)
    {
        var milliseconds = new List<double>();
        while (_fault is null && (watch.Elapsed.TotalSeconds < seconds || milliseconds.Count < least))
        {
            var started = watch.Elapsed;
            await SendAsync(Interlocked.Increment(ref _sent));
            milliseconds.Add((watch.Elapsed - started).TotalMilliseconds);
        }

        return milliseconds;
    }

    private async Task SendAsync(long number)
    {
        var body = plan.Body
            .Replace("{id}", $"{_run}-{number.ToString("D10", CultureInfo.InvariantCulture)}", StringComparison.Ordinal)
            .Replace(
                "{tick}", (number % 10_000_000).ToString("D7", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(
                "{person}",
                RegisteredAgency.PersonId((int)(number % RegisteredAgency.People)),
                StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, plan.Address);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = _token;
        using var response = await _http.SendAsync(request);
        if ((int)response.StatusCode != 201)
        {
            _fault = $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
        }
    }
}
