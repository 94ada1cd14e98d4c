using System.Security.Cryptography;
using System.Text;

namespace Kinerja.Domain.Intake;

/// <summary>
/// An id out of data: the first 128 bits of SHA-256 over the mapping and the values, each with its length before it, so
/// that no two lists of values run together. The same record sent again has the same id.
/// </summary>
internal static class IntakeId
{
    private const int Letters = 32;

    internal static string Of(MappingId mapping, IEnumerable<string> values)
    {
        var text = new StringBuilder();
        foreach (var value in values.Prepend(mapping.ToString()))
        {
            text.Append(value.Length).Append(':').Append(value);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Letters];
    }
}
