using System.Collections.Concurrent;

namespace Kinerja.Host.Http;

/// <summary>
/// Tokens that were found valid, for at most a minute and never beyond their own end: an app sends the same one with every
/// check-in, and its signature costs more than all the rest. A withdrawn signing key is noticed within that minute.
/// </summary>
internal sealed class KnownTokens
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (Caller Caller, DateTime Until)> _kept = new(StringComparer.Ordinal);

    internal Caller? Find(string token) =>
        _kept.TryGetValue(token, out var known) && DateTime.UtcNow < known.Until ? known.Caller : null;

    internal void Keep(string token, Caller caller, DateTime validTo)
    {
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        var latest = DateTime.UtcNow + Longest;
        _kept[token] = (caller, validTo < latest ? validTo : latest);
    }
}
