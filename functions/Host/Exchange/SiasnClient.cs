using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Kinerja.Application.Exchange;
using Kinerja.Domain;
using Kinerja.Domain.Exchange;
using Kinerja.Host.Webhooks;
using NodaTime;
using Polly;

namespace Kinerja.Host.Exchange;

/// <summary>
/// Calls SIASN with two tokens: the app's own, by client credentials (<c>Authorization</c>), and the official's sign-on
/// (<c>Auth</c>). A 401 may be the first one's age: with a fresh one the call is made once more, as it was not taken.
/// </summary>
internal sealed class SiasnClient(HttpClient http, TimeProvider clock) : ISiasnServer
{
    /// <summary>For the headers and the body, with all retries.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>So long before its end a token is not used any more.</summary>
    private static readonly Duration Early = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<AgencyId, AppToken> _tokens = [];

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    public Task<SiasnAnswer> GetAsync(SiasnAccount account, string path, CancellationToken cancel) =>
        CallAsync(account, HttpMethod.Get, path, null, cancel);

    public Task<SiasnAnswer> PostAsync(
        SiasnAccount account, string path, ReadOnlyMemory<byte> body, CancellationToken cancel) =>
        CallAsync(account, HttpMethod.Post, path, body, cancel);

    private async Task<SiasnAnswer> CallAsync(
        SiasnAccount account, HttpMethod method, string path, ReadOnlyMemory<byte>? body, CancellationToken cancel)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        giveUp.CancelAfter(Patience);
        try
        {
            var known = _tokens.TryGetValue(account.AgencyId, out var kept) && kept.IsOf(account)
                && Now < kept.Until ? kept : null;
            var (answer, fresh) = known is null
                ? await WithFreshAsync(account, method, path, body, giveUp.Token)
                : (await SendAsync(account, known, method, path, body, giveUp.Token), false);
            if (answer.Status == 401 && !fresh)
            {
                (answer, fresh) = await WithFreshAsync(account, method, path, body, giveUp.Token);
            }

            return answer is { Status: 401, Fault: null } && fresh
                ? answer with { Fault = SiasnFault.SignOnRefused }
                : answer;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested && failure is HttpRequestException
            or IOException or OperationCanceledException or ExecutionRejectedException)
        {
            return SiasnAnswer.None;
        }
    }

    private async Task<(SiasnAnswer Answer, bool Fresh)> WithFreshAsync(
        SiasnAccount account, HttpMethod method, string path, ReadOnlyMemory<byte>? body, CancellationToken cancel)
    {
        var credentials = account.Credentials;
        using var request = new HttpRequestMessage(HttpMethod.Post, account.TokenUrl)
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.ClientId}:{credentials.ClientSecret}")));
        var answer = await ReadAsync(request, cancel);
        if (answer.Status is 400 or 401 or 403)
        {
            return (answer with { Fault = SiasnFault.ClientRefused }, true);
        }

        if (AppToken.Read(account, answer, Now) is not { } token)
        {
            return (answer.Status == 200 ? SiasnAnswer.None : answer, true);
        }

        _tokens[account.AgencyId] = token with { Until = token.Until - Early };
        return (await SendAsync(account, token, method, path, body, cancel), true);
    }

    private async Task<SiasnAnswer> SendAsync(
        SiasnAccount account, AppToken token, HttpMethod method, string path, ReadOnlyMemory<byte>? body,
        CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, $"{account.Url.AbsoluteUri.TrimEnd('/')}/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Text);
        request.Headers.Add("Auth", $"bearer {account.Credentials.SignOn}");
        request.Headers.Accept.ParseAdd("application/json");
        if (body is { } bytes)
        {
            request.Content = new ReadOnlyMemoryContent(bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return await ReadAsync(request, cancel);
    }

    private async Task<SiasnAnswer> ReadAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        return new(
            (int)answer.StatusCode, await OutsideBody.ReadAsync(answer.Content, ISiasnServer.MostBytes, cancel));
    }

    /// <summary>The app's token, of credentials of one version.</summary>
    private sealed record AppToken(int Version, string Text, Instant Until)
    {
        private const int MostSeconds = 24 * 60 * 60;

        internal bool IsOf(SiasnAccount account) => Version == account.Version;

        /// <summary>Null where the answer gives none.</summary>
        internal static AppToken? Read(SiasnAccount account, SiasnAnswer answer, Instant now)
        {
            if (answer is not { Status: 200, Body: { } body })
            {
                return null;
            }

            try
            {
                var given = JsonSerializer.Deserialize(body.Span, SiasnTokenFormat.Default.SiasnToken);
                return given is { AccessToken: { Length: > 0 } text }
                    ? new(account.Version, text, now + Duration.FromSeconds(
                        Math.Clamp(given.ExpiresIn ?? 0, 0, MostSeconds)))
                    : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }

        public override string ToString() => "token of SIASN (hidden)";
    }
}
