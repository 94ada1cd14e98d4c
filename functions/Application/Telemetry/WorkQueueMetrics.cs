using System.Diagnostics.Metrics;

namespace Kinerja.Application.Telemetry;

/// <summary>How long the work inside waits.</summary>
public static class WorkQueueMetrics
{
    private static readonly Histogram<double> Ages = Instrumentation.Meter.CreateHistogram(
        "kinerja.queue.message.age", "s", "Time from a message's entry into a work queue until a worker took it.",
        advice: HistogramBounds.Waits);

    /// <summary>A clock that is behind the queue's makes an age below zero; it counts as zero.</summary>
    public static void Taken(string queue, TimeSpan age)
    {
        if (Ages.Enabled)
        {
            Ages.Record(
                Math.Max(0, age.TotalSeconds), new KeyValuePair<string, object?>("messaging.destination.name", queue));
        }
    }
}
