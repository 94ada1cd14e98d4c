using System.Globalization;
using Kinerja.Application.Events;
using Kinerja.Application.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.Runs;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Runs;

public sealed record RatingsMissingEvent(
    AgencyId AgencyId, AppraisalPeriod Period, int Version, Finality Finality, int People, int Missing,
    int WithoutRater, LocalDate DueOn);

public sealed record RunHeldEvent(
    AgencyId AgencyId, AppraisalPeriod Period, int Revision, Finality Finality, int People, int Missing,
    int WithoutRater);

public sealed record RunReopenedEvent(
    AgencyId AgencyId, AppraisalPeriod Period, int Revision, Finality Finality, EmployeeId ReopenedById,
    LocalDate OpenUntil);

/// <summary>
/// What the personnel office is told of a run that cannot go on as it should. Counts alone: who it is about is read
/// from the list of missing ratings.
/// </summary>
internal static class RunEvents
{
    /// <param name="agency">Whose ratings.</param>
    /// <param name="period">The period that is over.</param>
    /// <param name="missing">What is missing on that day; not nothing.</param>
    /// <param name="today">The day on which it is told, once.</param>
    /// <param name="dueOn">The last day before the run freezes.</param>
    /// <param name="at">The beginning of the day, so that a repeat tells the same.</param>
    internal static OutgoingEvent Missing(
        AgencyId agency, AppraisalPeriod period, MissingRatings missing, LocalDate today, LocalDate dueOn,
        Instant at) => OutgoingEvent.Make(
        agency,
        period,
        $"ratings_{period}_missing_{LocalDatePattern.Iso.Format(today)}",
        EventTypes.RatingsMissing,
        at,
        new RatingsMissingEvent(
            agency,
            period,
            1,
            Finality.Open,
            missing.People,
            missing.Unrated.Count,
            missing.Unrated.Count(one => one.RaterId is null),
            dueOn),
        JsonFormat.Default.RatingsMissingEvent);

    internal static OutgoingEvent Held(EvaluationRun run, MissingRatings missing) => OutgoingEvent.Make(
        run.AgencyId,
        run.Period,
        $"{run.Period}_held",
        EventTypes.RunHeld,
        run.PlannedAt,
        new RunHeldEvent(
            run.AgencyId,
            run.Period,
            run.Revision,
            Finality.Open,
            missing.People,
            missing.Unrated.Count,
            missing.Unrated.Count(one => one.RaterId is null)),
        JsonFormat.Default.RunHeldEvent);

    /// <param name="run">The result that is open again.</param>
    /// <param name="opening">The act.</param>
    /// <param name="number">How often the period was opened by it, from 1.</param>
    internal static OutgoingEvent Reopened(EvaluationRun run, Reopening opening, int number) => OutgoingEvent.Make(
        run.AgencyId,
        run.Period,
        string.Create(CultureInfo.InvariantCulture, $"{run.Period}_reopened_{number}"),
        EventTypes.RunReopened,
        opening.At,
        new RunReopenedEvent(
            run.AgencyId, run.Period, opening.Revision, Finality.Open, opening.By, opening.Until),
        JsonFormat.Default.RunReopenedEvent);
}
