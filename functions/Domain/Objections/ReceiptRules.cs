using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Domain.Objections;

/// <summary>
/// The term to object runs from delivery (PP 30/2019 art. 59). No rule found says when a result that is read in an app
/// counts as delivered: by what the person's app confirms, and at the latest on the day that the agency's policy deems.
/// </summary>
public static class ReceiptRules
{
    /// <param name="run">The revision that was received.</param>
    /// <param name="policy">The run's.</param>
    /// <param name="zone">The agency's.</param>
    /// <param name="isWorkingDay">By the agency's calendar.</param>
    /// <param name="now">When it is confirmed.</param>
    public static Result<ResultReceipt> Receive(
        EvaluationRun run, ObjectionPolicy policy, DateTimeZone zone, Func<LocalDate, bool> isWorkingDay,
        Instant now) =>
        run.PublishedAt is null
            ? new Refusal(
                RefusalKind.Conflict,
                RefusalCodes.RankingNotReady,
                $"Revision {run.Revision} of {run.Period} has not been published yet.")
            : new ResultReceipt(
                run.Revision, now, Deadline.LastDay(now.InZone(zone).Date, policy.ToObject, isWorkingDay));
}
