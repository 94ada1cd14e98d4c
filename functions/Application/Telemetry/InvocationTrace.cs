using System.Diagnostics;

namespace Kinerja.Application.Telemetry;

/// <summary>
/// Sees to it that there is a current activity for as long as one invocation runs, also when nobody listens: what is
/// queued or announced meanwhile carries its id on.
/// </summary>
public static class InvocationTrace
{
    /// <summary>
    /// Goes on with the trace that <paramref name="traceparent"/> names. Without a valid one it goes on with the
    /// current activity, or begins a new trace when there is none. Null when the current activity is in the right trace
    /// already.
    /// </summary>
    public static Activity? Start(string name, ActivityKind kind, string? traceparent)
    {
        var given = TraceParent.TryRead(traceparent, out var parent);
        var running = Activity.Current;
        if (running is not null && (!given || running.TraceId == parent.TraceId))
        {
            return null;
        }

        return Instrumentation.Activities.StartActivity(
            name, kind, parent, links: running is null ? null : [new(running.Context)])
            ?? Unheard(name, given, parent);
    }

    private static Activity Unheard(string name, bool given, ActivityContext parent)
    {
        var activity = new Activity(name);
        if (given)
        {
            activity.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
        }

        return activity.SetIdFormat(ActivityIdFormat.W3C).Start();
    }
}
