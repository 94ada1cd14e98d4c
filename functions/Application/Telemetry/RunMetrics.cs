using System.Diagnostics;
using System.Diagnostics.Metrics;
using Kinerja.Application.Runs;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Telemetry;

/// <summary>How runs come along: the states that they reach and how long their steps take.</summary>
internal static class RunMetrics
{
    private static readonly Counter<long> Transitions = Instrumentation.Meter.CreateCounter<long>(
        "kinerja.run.transitions", "{transition}", "States that runs reached, by state and kind of period.");

    private static readonly Histogram<double> Durations = Instrumentation.Meter.CreateHistogram(
        "kinerja.run.step.duration", "s", "Duration of one step of a run.", advice: HistogramBounds.Work);

    internal static void Reached(EvaluationRun run)
    {
        if (Transitions.Enabled)
        {
            Transitions.Add(
                1,
                new("kinerja.run.state", JsonFormat.Name(run.State)),
                new("kinerja.run.period_kind", JsonFormat.Name(run.Period.Kind)),
                new("kinerja.run.revised", run.Revision > 1));
        }
    }

    /// <param name="done">False when it threw, and its message comes again.</param>
    internal static void Ended(RunStepKind step, TimeSpan duration, bool done)
    {
        if (!Durations.Enabled)
        {
            return;
        }

        var tags = new TagList { { "kinerja.run.step", JsonFormat.Name(step) } };
        if (!done)
        {
            // The log has the exception; its types would be series without end.
            tags.Add("error.type", "_OTHER");
        }

        Durations.Record(duration.TotalSeconds, tags);
    }
}
