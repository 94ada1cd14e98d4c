namespace Kinerja.Domain.Geofencing;

/// <summary>
/// Counts steps of work up to a bound, beyond which nothing needs to be counted any more. A step is the comparison of
/// two boxes, about four nanoseconds; dearer things count as several. It stops when the caller has gone.
/// </summary>
internal sealed class WorkMeter(long most, CancellationToken cancel)
{
    private const int StepsBetweenLooks = 1 << 20;

    private long _nextLook = StepsBetweenLooks;

    internal long Steps { get; private set; }

    internal bool IsSpent => Steps > most;

    /// <summary>Throws when the caller has gone.</summary>
    internal void Add(long steps)
    {
        Steps += steps;
        if (Steps >= _nextLook)
        {
            _nextLook = Steps + StepsBetweenLooks;
            cancel.ThrowIfCancellationRequested();
        }
    }
}
