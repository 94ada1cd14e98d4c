namespace Kinerja.Local.Cloud;

/// <summary>
/// The clock that a replay hands to the function app. It stands still where it was put, so that the same replay gives the
/// same times, and never goes back; set flowing, it runs on from there with the machine's own speed.
/// </summary>
public sealed class ReplayClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _at = start;
    private long? _flowingSince;

    public void MoveTo(DateTimeOffset instant)
    {
        lock (_lock)
        {
            var now = Now();
            _at = instant > now ? instant : now;
            _flowingSince = _flowingSince is null ? null : GetTimestamp();
        }
    }

    public void Flow()
    {
        lock (_lock)
        {
            _at = Now();
            _flowingSince = GetTimestamp();
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return Now().ToUniversalTime();
        }
    }

    private DateTimeOffset Now() => _flowingSince is { } since ? _at + GetElapsedTime(since) : _at;
}
