using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>A superior's ruling as it comes in; the version is the one that the superior looked at, if any.</summary>
public sealed record DayRulingCommand(EmployeeId By, RulingOutcome Outcome, string Reason, int? Version);

/// <summary>
/// Rulings on days: who may rule, what an employee may say, and what is final. Time passes a day on to the next
/// superior and decides nothing. No regulation words this procedure; it follows that of objections (PP 30/2019 art.
/// 59): reasoned, once, and final.
/// </summary>
public static class RulingRules
{
    /// <summary>So many answers of the person are kept of one day.</summary>
    public const int MostAnswers = 10;

    /// <summary>The rater alone rules up to and on this date.</summary>
    public static LocalDate Due(LocalDate date, RulingPolicy policy) => date.PlusDays(policy.TermDays);

    /// <param name="known">The day's ruling so far; without steps when there is none.</param>
    /// <param name="day">The day as folded now.</param>
    /// <param name="command">What the superior decides.</param>
    /// <param name="inNameOf">Whose right it is (<see cref="Superiors.RightOf"/>); null: nobody's.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="now">When it came.</param>
    public static Result<DayRuling> Rule(
        DayRuling known, AttendanceDay day, DayRulingCommand command, EmployeeId? inNameOf, Actor actor, Instant now)
    {
        if (inNameOf is null)
        {
            return Refusal.NotTheRater(
                "/ruledById", "The superior of record or a delegate rules; after the term also the next superior.");
        }

        if (known.Standing is { Kind: RulingStepKind.Ruled } last
            && (last.By, last.Outcome, last.Words) == (command.By, command.Outcome, command.Reason)
            && !day.Has(DayReason.RecordedAfterRuling))
        {
            return known;
        }

        if (known.Objection is not null)
        {
            return Final(known.IsFinal ? "An objection was decided: this ruling is final."
                : "An objection waits for the superior: until then nothing changes.");
        }

        if (RulingNeeds.Of(day) is null)
        {
            return NotNeeded(day.Date);
        }

        return command.Version is { } seen && seen != known.Version
            ? Refusal.Stale("The day's ruling changed meanwhile; read it again.")
            : known.With(new RulingStep(RulingStepKind.Ruled, command.By, now, command.Reason, command.Outcome)
            {
                InNameOf = inNameOf,
                Actor = actor,
            });
    }

    /// <summary>The person's own view; the same words again change nothing.</summary>
    public static Result<DayRuling> Answer(
        DayRuling known, AttendanceDay day, string words, Actor actor, Instant now)
    {
        var answers = known.Steps.Where(step => step.Kind == RulingStepKind.Answered).ToList();
        if (answers.Exists(step => step.Words == words))
        {
            return known;
        }

        if (known.Standing is null && RulingNeeds.Of(day) is null)
        {
            return NotNeeded(day.Date);
        }

        return answers.Count >= MostAnswers || known.IsFinal
            ? Final("No more is taken for this day.")
            : known.With(new RulingStep(RulingStepKind.Answered, known.EmployeeId, now, words) { Actor = actor });
    }

    /// <param name="known">The day's ruling.</param>
    /// <param name="reason">Why the person objects.</param>
    /// <param name="decider">The superior of whoever ruled; null where the register names nobody.</param>
    /// <param name="policy">How long there is time.</param>
    /// <param name="zone">Where the person works.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="now">When it came.</param>
    public static Result<DayRuling> Object(
        DayRuling known, string reason, EmployeeId? decider, RulingPolicy policy, DateTimeZone zone, Actor actor,
        Instant now)
    {
        if (known.Objection is { } filed)
        {
            return filed.Words == reason
                ? known
                : No(RefusalKind.Conflict, RefusalCodes.ObjectionFiled, "One objection is possible, and it was filed.");
        }

        if (known.Standing is not { } ruling)
        {
            return No(RefusalKind.Unprocessable, RefusalCodes.NothingToObject, "Nobody has ruled on this day.");
        }

        var until = ruling.At.InZone(zone).Date.PlusDays(policy.ObjectionDays);
        if (now.InZone(zone).Date > until)
        {
            return No(
                RefusalKind.Unprocessable, RefusalCodes.ObjectionTooLate,
                $"An objection was possible up to {until:uuuu-MM-dd}.");
        }

        return decider is null
            ? No(RefusalKind.Unprocessable, RefusalCodes.NoSuperior, "Whoever ruled has no superior of record.")
            : known.With(new RulingStep(RulingStepKind.Objected, known.EmployeeId, now, reason) { Actor = actor });
    }

    /// <summary>By the superior of whoever ruled, once; the outcome may be the one that stands.</summary>
    public static Result<DayRuling> Decide(
        DayRuling known, DayRulingCommand command, EmployeeId? decider, Actor actor, Instant now)
    {
        var decided = known.Steps.LastOrDefault(step => step.Kind == RulingStepKind.Decided);
        if (decided is not null)
        {
            return (decided.By, decided.Outcome, decided.Words) == (command.By, command.Outcome, command.Reason)
                ? known
                : No(RefusalKind.Conflict, RefusalCodes.ObjectionDecided, "It was decided; the decision is final.");
        }

        if (!known.IsObjected)
        {
            return No(RefusalKind.NotFound, RefusalCodes.UnknownObjection, "Nobody objected to a ruling on this day.");
        }

        return command.By == decider && command.By != known.EmployeeId
            ? known.With(new RulingStep(RulingStepKind.Decided, command.By, now, command.Reason, command.Outcome)
            {
                Actor = actor,
            })
            : new Refusal(
                RefusalKind.NotAllowed, RefusalCodes.NotTheSuperior, "The superior of whoever ruled decides.")
            { Faults = [new("/decidedById", "Not the superior of whoever ruled.")] };
    }

    /// <summary>Told once to the next superior, when the term is over; null when there is nothing to tell.</summary>
    public static DayRuling? Pass(
        DayRuling known, AttendanceDay day, EmployeeId? next, RulingPolicy policy, LocalDate today, Instant now) =>
        next is { } superior && !known.WasPassed && known.Standing is null && RulingNeeds.IsOpen(day)
        && today > Due(day.Date, policy)
            ? known.With(new RulingStep(RulingStepKind.Passed, superior, now))
            : null;

    private static Refusal NotNeeded(LocalDate date) => No(
        RefusalKind.Unprocessable, RefusalCodes.NoRulingNeeded,
        $"The records of {date:uuuu-MM-dd} leave nothing open to rule on.");

    private static Refusal Final(Sentence detail) => No(RefusalKind.Conflict, RefusalCodes.RulingFinal, detail);

    private static Refusal No(RefusalKind kind, string code, Sentence detail) => new(kind, code, detail);
}
