using System.Diagnostics.Metrics;

namespace Kinerja.Application.Telemetry;

/// <summary>
/// How long events wait beside the rows that they tell of, and how often the bus does not take one at once.
/// </summary>
internal static class OutboxMetrics
{
    private static readonly Histogram<double> Lags = Instrumentation.Meter.CreateHistogram(
        "kinerja.outbox.event.lag", "s",
        "Time that an event stood in the outbox until the bus took it; events that it takes at once do not count.",
        advice: HistogramBounds.Waits);

    private static readonly Counter<long> Failures = Instrumentation.Meter.CreateCounter<long>(
        "kinerja.outbox.failures", "{failure}",
        "Events that the bus did not take at once, so that the timer sends them.");

    internal static void Relayed(string type, TimeSpan lag)
    {
        if (Lags.Enabled)
        {
            Lags.Record(Math.Max(0, lag.TotalSeconds), new KeyValuePair<string, object?>("kinerja.event.type", type));
        }
    }

    internal static void Failed(string type) =>
        Failures.Add(1, new KeyValuePair<string, object?>("kinerja.event.type", type));
}
