using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Runs;

namespace Kinerja.Domain.Objections;

/// <summary>
/// A rating that comes after the run froze its inputs is taken with a reason until the result is final, and makes a
/// revision as a decided objection does. No rule says it: none says either that a rating a day late is lost. It never
/// goes past the rater's superior: what was decided on an objection stands (PP 30/2019 art. 59).
/// </summary>
public static class LateRatingRules
{
    /// <summary>Null when the rating may be given.</summary>
    /// <param name="newest">The newest revision of the period's run.</param>
    /// <param name="asked">What is to stand.</param>
    /// <param name="standing">What stands, voided or not; null when nobody rated.</param>
    /// <param name="objection">The person's objection to the period; null when there is none.</param>
    public static Refusal? WhyNot(EvaluationRun newest, Rating asked, Rating? standing, Objection? objection) =>
        WhyNotOpen(newest) ?? Against(objection, standing) ?? (asked.Reason is null
            ? Refusal.Malformed("/reason", "After the run has frozen its inputs a rating needs a reason.")
            : null);

    private static Refusal? WhyNotOpen(EvaluationRun newest) => newest switch
    {
        { State: RunState.Final } => new(
            RefusalKind.Conflict, RefusalCodes.PeriodFrozen, $"The result of {newest.Period} is final."),
        { State: < RunState.Published, Revision: 1 } => new(
            RefusalKind.Conflict,
            RefusalCodes.PeriodFrozen,
            $"The run of {newest.Period} is on its way; once it has published, a late rating is taken with a reason."),
        _ => null,
    };

    private static Refusal? Against(Objection? objection, Rating? standing) =>
        (objection?.State ?? ObjectionState.Withdrawn) switch
        {
            ObjectionState.Withdrawn => null,
            ObjectionState.Filed => standing is null or { Voided: not null }
                ? null
                : new(
                    RefusalKind.Conflict,
                    RefusalCodes.ObjectionFiled,
                    "The person has objected; the rater's superior decides."),
            ObjectionState.Kept or ObjectionState.Changed => new(
                RefusalKind.Conflict,
                RefusalCodes.ObjectionDecided,
                "The decision on the person's objection is final."),
        };
}
