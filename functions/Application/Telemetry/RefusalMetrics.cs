using System.Diagnostics.Metrics;
using Kinerja.Application.Json;

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

    /// <summary>The problem of one item among many, counted like that of a whole request.</summary>
    internal static ProblemResponse Counted(this ProblemResponse problem, string code)
    {
        Answered(code, problem.Status);
        return problem;
    }
}
