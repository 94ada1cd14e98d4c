using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kinerja.Domain.Webhooks;

namespace Kinerja.Application.Webhooks;

/// <summary>
/// Signatures as Standard Webhooks 1.0 has them, so that ready-made libraries verify them: HMAC-SHA-256 over the id,
/// the time and the body, one for each key that signs.
/// </summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";
    private const int KeyBytes = 32;

    internal static WebhookKey NewKey()
    {
        var bytes = RandomNumberGenerator.GetBytes(KeyBytes);
        return new(
            Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8)), Prefix + Convert.ToBase64String(bytes));
    }

    internal static string Of(IEnumerable<WebhookKey> keys, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed =
            [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body];
        return string.Join(' ', keys.Select(key => "v1," + Convert.ToBase64String(
            HMACSHA256.HashData(Convert.FromBase64String(key.Secret[Prefix.Length..]), signed))));
    }
}
