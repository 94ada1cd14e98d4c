using System.Security.Cryptography;

namespace Kinerja.FirstSecrets;

/// <summary>
/// The values that the first deployment puts into the vault. They stand in azd's environment from just before the
/// deployment until just after it, so that a deployment that fails is repeated with the same ones.
/// </summary>
public static class VaultSecrets
{
    /// <summary>PKCS #8 of a private key on P-256, base64 on one line.</summary>
    public const string SigningKey = "KINERJA_RECEIPTS_SIGNING_KEY";

    /// <summary>32 random bytes in hexadecimal.</summary>
    public const string Salt = "KINERJA_SPOT_CHECKS_SALT";

    /// <summary>The key of the hashes by which people are found by NIP: 32 random bytes in hexadecimal.</summary>
    public const string NipLookupKey = "KINERJA_NIP_LOOKUP_KEY";

    /// <summary>The key that seals NIPs in rows: 32 random bytes in hexadecimal.</summary>
    public const string SealKeys = "KINERJA_SEAL_KEYS";

    /// <summary><c>true</c> once a deployment has ended well: the vault has them all.</summary>
    public const string Stored = "KINERJA_SECRETS_STORED";

    /// <summary>
    /// What the environment needs before a deployment: new values for those it lacks, none once they are stored.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Missing(Func<string, string?> environment)
    {
        Dictionary<string, Func<string>> makers = new()
        {
            [SigningKey] = NewSigningKey,
            [Salt] = NewKey,
            [NipLookupKey] = NewKey,
            [SealKeys] = NewKey,
        };
        return environment(Stored) == "true"
            ? new Dictionary<string, string>()
            : makers.Where(maker => string.IsNullOrEmpty(environment(maker.Key)))
                .ToDictionary(maker => maker.Key, maker => maker.Value());
    }

    /// <summary>
    /// What the environment holds after a deployment: that the vault has the values, and no longer the values.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Forgotten() =>
        new Dictionary<string, string>
        {
            [SigningKey] = "",
            [Salt] = "",
            [NipLookupKey] = "",
            [SealKeys] = "",
            [Stored] = "true",
        };

    private static string NewSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportPkcs8PrivateKey());
    }

    private static string NewKey() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
}
