using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Evaluation;

/// <summary>When a period is due and when a run has stalled: decided in the agency's zone, whatever the timer's.</summary>
public static class RunRules
{
    /// <summary>A run without progress for this long is set going again; every step is safe to repeat.</summary>
    public static Duration StalledAfter { get; } = Duration.FromMinutes(30);

    /// <summary>
    /// The newest quarter whose end, plus the days of grace in which ratings may still come, has passed in the zone.
    /// </summary>
    public static Quarter DueQuarter(Agency agency, Instant now, int graceDays) =>
        Quarter.Of(now.InZone(agency.Zone).Date.PlusDays(-graceDays)).Previous;

    /// <summary>Null when the period is over in the agency's zone.</summary>
    public static Refusal? IsOver(AppraisalPeriod period, Agency agency, Instant now) =>
        now < period.EndIn(agency.Zone)
            ? new Refusal(RefusalKind.Unprocessable, RefusalCodes.PeriodNotOver, $"{period} is not over.")
            : null;

    public static bool HasStalled(EvaluationRun run, Instant now) =>
        run.State != RunState.Published && now - run.ProgressAt >= StalledAfter;

    public static int ShardsFor(int headcount, int shardSize) => Math.Max(1, (headcount + shardSize - 1) / shardSize);
}
