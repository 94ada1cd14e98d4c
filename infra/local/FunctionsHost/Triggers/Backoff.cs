namespace Kinerja.FunctionsHost.Triggers;

/// <summary>
/// Waits that grow with each failure from the shortest to the longest, with a fifth of chance in each.
/// </summary>
internal sealed class Backoff(TimeSpan shortest, TimeSpan longest)
{
    private int _failures;

    public TimeSpan Next()
    {
        var grown = _failures == 0 ? 0 : Math.Pow(2, _failures - 1) * (0.8 + (Random.Shared.NextDouble() * 0.4));
        var next = shortest * (1 + grown);
        if (next >= longest)
        {
            return longest;
        }

        _failures++;
        return next;
    }

    public void Reset() => _failures = 0;
}
