using System.Diagnostics.Metrics;

namespace Kinerja.Application.Telemetry;

/// <summary>Bounds of histograms, in seconds.</summary>
internal static class HistogramBounds
{
    /// <summary>From what polling a queue takes up to a day of a bus that is away.</summary>
    internal static InstrumentAdvice<double> Waits { get; } =
        new() { HistogramBucketBoundaries = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 600, 1800, 3600, 21600, 86400] };

    /// <summary>From a step that finds its work done up to the half hour after which the host stops it.</summary>
    internal static InstrumentAdvice<double> Work { get; } =
        new() { HistogramBucketBoundaries = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800] };
}
