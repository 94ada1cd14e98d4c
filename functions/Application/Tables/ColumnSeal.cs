using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Kinerja.Application.Tables;

/// <summary>
/// Seals texts that a copy of the tables must not give away: AES-256-GCM under a key that no table holds. A sealed text
/// begins with its key's id, so that keys can be changed: the first key seals, and every key of the list opens. It
/// opens in its own place only, since the place is authenticated too.
/// </summary>
public sealed class ColumnSeal
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly string _current;
    private readonly Dictionary<string, byte[]> _keys;

    private ColumnSeal(string current, Dictionary<string, byte[]> keys) => (_current, _keys) = (current, keys);

    /// <summary>
    /// Keys of 64 hexadecimal digits with spaces between, the newest first. Throws when one is none: a host without a
    /// key must not start.
    /// </summary>
    public static ColumnSeal From(string keys)
    {
        var all = keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(SecretKey.Read).ToList();
        return all.Count > 0
            ? new ColumnSeal(IdOf(all[0]), all.DistinctBy(IdOf).ToDictionary(IdOf))
            : throw new InvalidOperationException("A key of sealed columns is missing.");
    }

    /// <param name="place">Table, keys and column, such as <c>Identities_…_menpanrb_Nip</c>.</param>
    /// <param name="text">What nobody may read there.</param>
    internal string Seal(string place, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var bytes = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(_keys[_current], TagBytes);
        cipher.Encrypt(
            bytes.AsSpan(0, NonceBytes), plain, bytes.AsSpan(NonceBytes, plain.Length), bytes.AsSpan(^TagBytes..),
            Encoding.UTF8.GetBytes(place));
        return $"{_current}.{Base64Url.EncodeToString(bytes)}";
    }

    /// <summary>
    /// Throws when the text was sealed with a key that is not in the list, or for another place, or was changed.
    /// </summary>
    internal string Open(string place, string sealedText)
    {
        var dot = sealedText.IndexOf('.', StringComparison.Ordinal);
        if (!_keys.TryGetValue(sealedText[..Math.Max(dot, 0)], out var key))
        {
            throw new InvalidOperationException("A text is sealed with a key that the settings do not name.");
        }

        var bytes = Base64Url.DecodeFromChars(sealedText.AsSpan(dot + 1));
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(
            bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, plain.Length), bytes.AsSpan(^TagBytes..), plain,
            Encoding.UTF8.GetBytes(place));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>A key names itself: the first 64 bits of its hash, so that instances with one list agree.</summary>
    private static string IdOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, 8));
}
