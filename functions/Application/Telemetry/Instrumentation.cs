using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kinerja.Application.Telemetry;

/// <summary>
/// The one source of this code's activities and the one meter of its instruments. Who runs the app decides whether
/// anybody listens; when nobody does, an instrument costs a glance at a flag.
/// </summary>
public static class Instrumentation
{
    /// <summary>The name of both.</summary>
    public const string Name = "Kinerja";

    internal static ActivitySource Activities { get; } = new(Name);

    internal static Meter Meter { get; } = new(Name);
}
