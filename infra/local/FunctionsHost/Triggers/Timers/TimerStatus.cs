namespace Kinerja.FunctionsHost.Triggers.Timers;

/// <summary>
/// When a timer ran last (the default date: never), is due next, and from when that was counted; UTC.
/// </summary>
internal sealed record TimerStatus(DateTime Last, DateTime Next, DateTime LastUpdated);
