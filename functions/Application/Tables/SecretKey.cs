namespace Kinerja.Application.Tables;

/// <summary>A secret key of 256 bits as a setting holds it.</summary>
internal static class SecretKey
{
    private const int Bytes = 32;

    /// <summary>Throws when the text is no key, and does not repeat it.</summary>
    internal static byte[] Read(string hex) => hex.Length == 2 * Bytes && hex.All(char.IsAsciiHexDigit)
        ? Convert.FromHexString(hex)
        : throw new InvalidOperationException($"A secret key of {2 * Bytes} hexadecimal digits is expected.");
}
