using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Runs;

/// <summary>
/// When a period is due and when a run has stalled: decided in the agency's zone, whatever the timer's.
/// </summary>
public static class RunRules
{
    /// <summary>A run without progress for this long is set going again; every step is safe to repeat.</summary>
    public static Duration StalledAfter { get; } = Duration.FromMinutes(30);

    /// <summary>How many of each kind a timer still looks after: by then an objection has been decided.</summary>
    private static readonly (PeriodKind Kind, int Count)[] Reach =
        [(PeriodKind.Year, 2), (PeriodKind.Quarter, 5), (PeriodKind.Month, 6)];

    /// <summary>
    /// The newest period of that kind whose end, plus the days of grace in which ratings may still come, has passed in
    /// the zone.
    /// </summary>
    public static AppraisalPeriod NewestOver(PeriodKind kind, Agency agency, Instant now, int graceDays = 0) =>
        AppraisalPeriod.Of(kind, now.InZone(agency.Zone).Date.PlusDays(-graceDays)).Previous;

    /// <summary>
    /// The period itself once its days of grace have passed too in the agency's zone, else the one before, whose days
    /// have passed long since.
    /// </summary>
    /// <param name="newest">The newest of its kind that is over.</param>
    /// <param name="agency">In whose zone days are counted.</param>
    /// <param name="now">When it is asked.</param>
    /// <param name="graceDays">Of that period, by the agency's policy; long ones reach further back.</param>
    public static AppraisalPeriod Due(AppraisalPeriod newest, Agency agency, Instant now, int graceDays)
    {
        var (today, due) = (now.InZone(agency.Zone).Date, newest);
        while (today < due.EndDay.PlusDays(graceDays))
        {
            due = due.Previous;
        }

        return due;
    }

    /// <summary>
    /// The periods whose runs a timer still looks after: the newest year, quarter and month that are over, with the
    /// year, the four quarters and the five months before.
    /// </summary>
    public static IReadOnlyList<AppraisalPeriod> InReach(Agency agency, Instant now)
    {
        var periods = new List<AppraisalPeriod>();
        foreach (var (kind, count) in Reach)
        {
            var period = NewestOver(kind, agency, now);
            for (var n = 0; n < count; n++, period = period.Previous)
            {
                periods.Add(period);
            }
        }

        return periods;
    }

    /// <summary>
    /// Whether nobody may object any more (PP 30/2019 art. 59), and the time of a reopening is over; an objection that
    /// is open still holds a run back.
    /// </summary>
    public static bool IsWindowOver(EvaluationRun run, Agency agency, Instant now) =>
        run is { State: RunState.Published, ObjectionsUntil: { } last }
        && now.InZone(agency.Zone).Date is var today && today > last && !(today <= run.OpenUntil);

    /// <summary>
    /// The person as a run of that period evaluates: unit, post, rater and standing of the period's last day. Null when
    /// not in service of the agency on it: whoever moved away is evaluated where he or she then stands, also where the
    /// register here was not told yet, so that nobody is in two agencies' runs of one period.
    /// </summary>
    /// <param name="service">The person's service in the agency.</param>
    /// <param name="period">The run's.</param>
    /// <param name="moves">The moves that bring the person here or away, withdrawn ones too.</param>
    public static Employee? TakesIn(ServiceOf service, AppraisalPeriod period, IEnumerable<Move> moves) =>
        service.Employment.On(period.LastDay) is { Active: true } held
        && !MoveRules.IsGone(service, [.. moves], period.LastDay) ? held : null;

    /// <summary>
    /// Whether raters are told that day of ratings that are missing: on the first day after the period, and on the last
    /// day of grace. No rule says it.
    /// </summary>
    public static bool RemindsOn(LocalDate today, AppraisalPeriod period, int graceDays) =>
        today == period.EndDay || today == period.EndDay.PlusDays(graceDays - 1);

    /// <summary>Null when the period is over in the agency's zone.</summary>
    public static Refusal? IsOver(AppraisalPeriod period, Agency agency, Instant now) =>
        now < period.EndIn(agency.Zone)
            ? new Refusal(RefusalKind.Unprocessable, RefusalCodes.PeriodNotOver, $"{period} is not over.")
            : null;

    public static bool HasStalled(EvaluationRun run, Instant now) =>
        run is { HasBegun: true, State: < RunState.Published } && now - run.ProgressAt >= StalledAfter;

    /// <summary>
    /// Whether nobody else will send the steps that the run waits for: it has stalled, or its planner could not reach
    /// the queue. One that is held waits for ratings, not for steps.
    /// </summary>
    public static bool NeedsSteps(EvaluationRun run, Instant now) =>
        HasStalled(run, now) || run is { HasBegun: true, UnsentBy: EvaluationRun.Planner };

    public static int ShardsFor(int headcount, int shardSize) => HashRange.CountFor(headcount, shardSize);
}
