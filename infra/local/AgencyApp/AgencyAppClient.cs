using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Kinerja.AgencyApp;

/// <summary>
/// Sends an agency's requests as its app does: with the agency's token, a few at once, again when the service is busy
/// or the connection breaks. Every request may be repeated, since its id or path comes from its data.
/// </summary>
public sealed class AgencyAppClient(
    HttpClient http,
    Func<string, CancellationToken, Task<string>> token,
    TimeProvider? clock = null)
{
    private const int AtOnce = 16;
    private const int MostAttempts = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>Sends the requests of one moment; their order does not matter.</summary>
    public async Task<ReplayTally> SendAsync(IEnumerable<AgencyRequest> requests, CancellationToken cancel)
    {
        var total = new ReplayTally();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(requests, options, async (request, stop) =>
        {
            var tally = await SendAsync(request, stop);
            lock (total)
            {
                total.Add(tally);
            }
        });
        return total;
    }

    /// <summary>
    /// Sends one after the other, since people need their unit; a refusal ends it with the problem's text.
    /// </summary>
    public async Task<ReplayTally> SetUpAsync(IEnumerable<AgencyRequest> requests, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var total = new ReplayTally();
        foreach (var request in requests)
        {
            total.Add(await SendAsync(request, cancel));
        }

        return total;
    }

    private async Task<ReplayTally> SendAsync(AgencyRequest request, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var last = attempt == MostAttempts;
            var pause = FirstPause * (1 << (attempt - 1));
            try
            {
                using var response = await TryAsync(request, cancel);
                if (last || !IsWorthRepeating(response.StatusCode))
                {
                    var tally = Judge(
                        request, response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel));
                    tally.Retries = attempt - 1;
                    return tally;
                }

                pause = Asked(response.Headers.RetryAfter) ?? pause;
            }
            catch (Exception fault) when (!last && IsBrokenConnection(fault, cancel))
            {
                // The request may have arrived; sending it again changes nothing.
            }

            await Task.Delay(pause < LongestPause ? pause : LongestPause, _clock, cancel);
        }
    }

    private async Task<HttpResponseMessage> TryAsync(AgencyRequest request, CancellationToken cancel)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Path);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token(request.AgencyId, cancel));
        message.Content = new StringContent(
            request.Json,
            Encoding.UTF8,
            request.Kind == RequestKind.Geofence ? "application/geo+json" : "application/json");
        return await http.SendAsync(message, cancel);
    }

    private static ReplayTally Judge(AgencyRequest request, HttpStatusCode status, byte[] body)
    {
        if ((int)status >= 400 && request.Kind <= RequestKind.Geofence)
        {
            throw new InvalidOperationException(
                $"{request.Method} {request.Path} was refused: {AnswerReader.Explain(status, body)}");
        }

        return AnswerReader.Read(request, status, body);
    }

    private static bool IsWorthRepeating(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    /// <summary>A time-out of the client looks like a cancellation that nobody asked for.</summary>
    private static bool IsBrokenConnection(Exception fault, CancellationToken cancel) =>
        fault is HttpRequestException or IOException
            || (fault is TaskCanceledException && !cancel.IsCancellationRequested);

    private TimeSpan? Asked(RetryConditionHeaderValue? header)
    {
        var pause = header?.Delta ?? header?.Date - _clock.GetUtcNow();
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }
}
