using System.Diagnostics.Metrics;

namespace Kinerja.Application.Telemetry;

/// <summary>Refusals by their code: as many series as there are codes and statuses.</summary>
public static class RefusalMetrics
{
    private static readonly Counter<long> Refusals = Instrumentation.Meter.CreateCounter<long>(
        "kinerja.refusals", "{refusal}", "Requests, and items of batches, that were answered with a problem.");

    public static void Answered(string code, int status)
    {
        if (Refusals.Enabled)
        {
            Refusals.Add(1, new("kinerja.refusal.code", code), new("http.response.status_code", status));
        }
    }
}
