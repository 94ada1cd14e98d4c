using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Kinerja.Host.Http;

/// <summary>
/// Tokens that were found valid, for at most a minute and never beyond their own end: an app sends the same one with
/// every check-in, and its signature costs more than all the rest. Keys are the tokens' SHA-256: no token stays in
/// memory.
/// </summary>
internal sealed class KnownTokens
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (Caller Caller, DateTime Until)> _kept = new(StringComparer.Ordinal);

    internal Caller? Find(string token) =>
        _kept.TryGetValue(KeyOf(token), out var known) && DateTime.UtcNow < known.Until ? known.Caller : null;

    internal void Keep(string token, Caller caller, DateTime validTo)
    {
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        var latest = DateTime.UtcNow + Longest;
        _kept[KeyOf(token)] = (caller, validTo < latest ? validTo : latest);
    }

    private static string KeyOf(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
