using System.Security.Cryptography;
using System.Text;
using Kinerja.Application.Tables;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>
/// What stands for a NIP in keys, caches and answers: the same number always has the same one, and without the key
/// nobody can make it, not even by trying all numbers. 64 lower-case hexadecimal digits.
/// </summary>
public readonly record struct NipHash(string Text)
{
    public override string ToString() => Text;
}

/// <summary>The key of the hashes by which people are looked up: HMAC-SHA-256 (RFC 2104).</summary>
public sealed class NipLookupKey
{
    private readonly byte[] _key;

    private NipLookupKey(byte[] key) => _key = key;

    /// <summary>Throws when the text is no key of 64 hexadecimal digits: a host without one must not start.</summary>
    public static NipLookupKey From(string text) => new(SecretKey.Read(text));

    internal NipHash HashOf(Nip nip) =>
        new(Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(nip.Reveal()))));
}
