namespace Kinerja.Local.Cloud;

/// <summary>
/// The clock that a replay hands to the function app. It stands still where it was put, so that the same replay gives
/// the same times, and never goes back; set flowing, it runs on from there with the machine's own speed. An app in a
/// process of its own follows it through the file.
/// </summary>
public sealed class ReplayClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly ClockFile? _file;
    private DateTimeOffset _at;
    private long? _flowingSince;

    public ReplayClock(DateTimeOffset start, ClockFile? file = null)
    {
        (_at, _file) = (start, file);
        _file?.Write(_at, isFlowing: false);
    }

    public void MoveTo(DateTimeOffset instant)
    {
        lock (_lock)
        {
            var now = Now();
            _at = instant > now ? instant : now;
            _flowingSince = _flowingSince is null ? null : GetTimestamp();
            _file?.Write(_at, _flowingSince is not null);
        }
    }

    public void Flow()
    {
        lock (_lock)
        {
            _at = Now();
            _flowingSince = GetTimestamp();
            _file?.Write(_at, isFlowing: true);
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
