using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kinerja.Local.Ministry;

/// <summary>What a seal says of the data beside it: which bytes, published when, whether they can change.</summary>
public sealed record SealedFacts(
    string Agency, string Period, int Revision, string DataSha256, string Finality, string PublishedAt,
    string? ObjectionsUntil, string? FinalSince);

/// <summary>
/// The seal of a manifest or of a page of final predicates, to copy from: a compact JWS (RFC 7515, ES256) by one of
/// the keys that the API publishes. It knows the contract and nothing of our code.
/// </summary>
public static class RankingSeal
{
    /// <summary>In the header; a receipt of a check-in, which the same keys sign, has another type.</summary>
    private const string Type = "kinerja-ranking-seal+jwt";

    /// <summary>Null where no key of <paramref name="jwks"/> made the seal.</summary>
    public static SealedFacts? Open(string seal, JsonElement jwks)
    {
        ArgumentNullException.ThrowIfNull(seal);
        try
        {
            if (seal.Split('.') is not [var header, var payload, var signature])
            {
                return null;
            }

            var named = JsonElement.Parse(Base64Url.DecodeFromChars(header));
            using var key = named.GetProperty("alg").GetString() == "ES256"
                && named.GetProperty("typ").GetString() == Type
                    ? KeyOf(named.GetProperty("kid").GetString()!, jwks)
                    : null;
            return key is not null && key.VerifyData(
                Encoding.ASCII.GetBytes($"{header}.{payload}"), Base64Url.DecodeFromChars(signature),
                HashAlgorithmName.SHA256)
                    ? FactsOf(JsonElement.Parse(Base64Url.DecodeFromChars(payload)))
                    : null;
        }
        catch (Exception fault) when (fault is FormatException or JsonException
            or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ECDsa? KeyOf(string id, JsonElement jwks) => jwks.GetProperty("keys").EnumerateArray()
        .Where(key => key.GetProperty("kid").GetString() == id)
        .Select(key => ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Part(key, "x"), Y = Part(key, "y") },
        }))
        .FirstOrDefault();

    private static byte[] Part(JsonElement key, string name) =>
        Base64Url.DecodeFromChars(key.GetProperty(name).GetString());

    private static SealedFacts FactsOf(JsonElement claims) => new(
        claims.GetProperty("agencyId").GetString()!,
        claims.GetProperty("period").GetString()!,
        claims.GetProperty("revision").GetInt32(),
        claims.GetProperty("dataSha256").GetString()!,
        claims.GetProperty("finality").GetString()!,
        claims.GetProperty("publishedAt").GetString()!,
        claims.TryGetProperty("objectionsUntil", out var until) ? until.GetString() : null,
        claims.TryGetProperty("finalSince", out var since) ? since.GetString() : null);
}
