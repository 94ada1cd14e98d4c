using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>Gives the value of the Authorization header for an entity.</summary>
internal interface ITokens
{
    ValueTask<string> AuthorizationAsync(string entity, CancellationToken cancellationToken);
}

/// <summary>A signature that was made elsewhere and is passed on as it is.</summary>
internal sealed class GivenSignature(string signature) : ITokens
{
    public ValueTask<string> AuthorizationAsync(string entity, CancellationToken cancellationToken) => new(signature);
}

/// <summary>Signs with a shared key, once per entity and half an hour.</summary>
internal sealed class SharedKey(Uri endpoint, string keyName, string key, TimeProvider time) : ITokens
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string Token, DateTimeOffset Expires)> _tokens = [];

    public ValueTask<string> AuthorizationAsync(string entity, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (!_tokens.TryGetValue(entity, out var known) || known.Expires - RenewBefore <= now)
            {
                known = (Sign(entity, now + Lifetime), now + Lifetime);
                _tokens[entity] = known;
            }

            return new(known.Token);
        }
    }

    // The key is used as the text that it is, although it looks like base64.
    private string Sign(string entity, DateTimeOffset expires)
    {
        var resource = Uri.EscapeDataString(new Uri(endpoint, entity).AbsoluteUri.ToLowerInvariant());
        var expiry = expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(resource + "\n" + expiry));
        return $"SharedAccessSignature sr={resource}&sig={Uri.EscapeDataString(Convert.ToBase64String(signature))}" +
            $"&se={expiry}&skn={Uri.EscapeDataString(keyName)}";
    }
}

/// <summary>Asks a credential for a bearer token, and again shortly before that one ends.</summary>
internal sealed class BearerTokens(TokenCredential credential, TimeProvider time) : ITokens, IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);
    private static readonly TokenRequestContext Scope = new(["https://servicebus.azure.net/.default"]);

    private readonly SemaphoreSlim _one = new(1);
    private AccessToken _token;

    public async ValueTask<string> AuthorizationAsync(string entity, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var renewAt = _token.RefreshOn ?? (_token.ExpiresOn > DateTimeOffset.MinValue + RenewBefore
                ? _token.ExpiresOn - RenewBefore
                : DateTimeOffset.MinValue);
            if (renewAt <= time.GetUtcNow())
            {
                _token = await credential.GetTokenAsync(Scope, cancellationToken).ConfigureAwait(false);
            }

            return "Bearer " + _token.Token;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
