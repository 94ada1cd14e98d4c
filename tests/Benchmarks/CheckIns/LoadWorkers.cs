using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Kinerja.Benchmarks.CheckIns;

/// <summary>
/// The callers, in a process of their own, so that their garbage is not the server's. To this machine only, for a bounded
/// time, and it stops at the first answer that is not a success: the speed of a refusal is of no interest.
/// </summary>
internal sealed class LoadWorkers(LoadPlan plan) : IDisposable
{
    public const string Verb = "load-workers";
    private const double MostSeconds = 60;
    private const double WarmUpShare = 0.3;

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = plan.Connections });
    private readonly AuthenticationHeaderValue _token = new("Bearer", plan.Token);
    private readonly string _run = Guid.NewGuid().ToString("N")[..12];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
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
        var warm = TimeSpan.FromSeconds(plan.Seconds * WarmUpShare);
        var end = warm + TimeSpan.FromSeconds(plan.Seconds);
        var workers = Enumerable.Range(0, plan.Connections).Select(_ => Task.Run(() => WorkAsync(warm, end)));
        var milliseconds = (await Task.WhenAll(workers)).SelectMany(m => m).Order().ToArray();
        return milliseconds.Length == 0 || _fault is not null
            ? new(_sent, 0, 0, 0, _fault ?? "No request was answered in the measured time.")
            : new(_sent, milliseconds.Length / plan.Seconds, At(0.5), At(0.99), null);

        double At(double share) => milliseconds[(int)((milliseconds.Length - 1) * share)];
    }

    private async Task<List<double>> WorkAsync(TimeSpan warm, TimeSpan end)
    {
        var milliseconds = new List<double>();
        while (_fault is null && _watch.Elapsed is var started && started < end)
        {
            await SendAsync(Interlocked.Increment(ref _sent));
            var done = _watch.Elapsed;
            if (started >= warm && done <= end)
            {
                milliseconds.Add((done - started).TotalMilliseconds);
            }
        }

        return milliseconds;
    }

    private async Task SendAsync(long number)
    {
        var body = plan.Body
            .Replace("{id}", $"{_run}-{number.ToString("D10", CultureInfo.InvariantCulture)}", StringComparison.Ordinal)
            .Replace("{person}", RegisteredAgency.PersonId((int)(number % RegisteredAgency.People)), StringComparison.Ordinal);
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
