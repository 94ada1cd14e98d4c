using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Objections;

/// <summary>
/// What a person may object to: the newest revision that was published, and by which delivery the person's term runs;
/// null when no published one took the person in. Not to be assessed is a result too.
/// </summary>
public sealed record DeliveredResult(EvaluationRun Run, Delivery? Delivery);

/// <summary>
/// An objection goes from the person to the rater's superior, within the term from delivery; both sides are heard; what
/// the superior decides is final (PP 30/2019 art. 59; PermenPANRB 6/2022 art. 29). Once somebody else is the rater's
/// superior, that one may decide too: an objection outlives whoever left. When the superior is silent past the policy's
/// term, the next one up may decide; silence itself decides nothing.
/// </summary>
public static class ObjectionRules
{
    /// <param name="claim">What the person says.</param>
    /// <param name="rater">Who rated the person, or is to; null when there is none.</param>
    /// <param name="result">What was delivered.</param>
    /// <param name="zone">The agency's.</param>
    /// <param name="policy">The run's.</param>
    /// <param name="isWorkingDay">By the agency's calendar.</param>
    /// <param name="now">When it arrived.</param>
    public static Result<Objection> File(
        ObjectionCommand claim,
        Employee? rater,
        DeliveredResult result,
        DateTimeZone zone,
        ObjectionPolicy policy,
        Func<LocalDate, bool> isWorkingDay,
        Instant now)
    {
        if (result.Delivery is not { } delivery)
        {
            return No(RefusalCodes.NothingToObject, "The run of this period did not take the person in.");
        }

        var today = now.InZone(zone).Date;
        if (result.Run.State == RunState.Final || today > delivery.Until)
        {
            return No(
                RefusalCodes.ObjectionTooLate, $"An objection was possible up to {delivery.Until:uuuu-MM-dd}.");
        }

        var decideBy = Deadline.LastDay(today, policy.ToDecide, isWorkingDay);
        return rater?.RaterId is { } superior && superior != claim.EmployeeId
            ? new Objection(
                claim,
                result.Run.Revision,
                rater.Id,
                superior,
                now,
                decideBy,
                policy.Version,
                ObjectionState.Filed)
            {
                DeemedOn = delivery.DeemedOn,
                ReceivedAt = delivery.Receipt?.At,
                HearBy = Deadline.LastDay(today, policy.ToHear, isWorkingDay),
                PassesOn = Deadline.LastDay(decideBy, policy.ToPassOn, isWorkingDay),
            }
            : No(RefusalCodes.NoSuperior, "The rater has no superior of record who could decide.");
    }

    /// <summary>The first words of each side stand; the same again changes nothing.</summary>
    public static Result<Objection> Hear(Objection known, Statement statement)
    {
        if (statement.By != known.Claim.EmployeeId && statement.By != known.RaterId)
        {
            return new Refusal(
                RefusalKind.NotAllowed, RefusalCodes.NotASide, "The person and the rater are heard, nobody else.")
            { Faults = [new("/byId", "Neither the person nor the rater.")] };
        }

        var person = statement.By == known.Claim.EmployeeId;
        var said = person ? known.OfPerson : known.OfRater;
        if (said is not null)
        {
            return said.Words == statement.Words ? known : Decided("This side has been heard; its words stand.");
        }

        if (known.State != ObjectionState.Filed)
        {
            return Decided("It is no longer open.");
        }

        return person ? known with { OfPerson = statement } : known with { OfRater = statement };
    }

    /// <param name="known">As it stands.</param>
    /// <param name="ruling">What the superior says.</param>
    /// <param name="current">The rating that was objected to; null where that there is none was.</param>
    /// <param name="line">Who may decide besides the superior of the day of filing.</param>
    /// <param name="today">In the agency's zone.</param>
    public static Result<Objection> Decide(
        Objection known, Ruling ruling, Rating? current, DecidingLine line, LocalDate today)
    {
        if (known.Ruling is { } given)
        {
            return given with { At = ruling.At, Actor = ruling.Actor } == ruling
                ? known
                : Decided("The decision is final.");
        }

        if (known.State != ObjectionState.Filed)
        {
            return Decided("It was withdrawn.");
        }

        if (!line.MayDecide(known, ruling.By, today))
        {
            return new Refusal(
                RefusalKind.NotAllowed,
                RefusalCodes.NotTheSuperior,
                known.PassesOn is { } passes && !known.HasPassedOn(today)
                    ? (Sentence)
                        $"The rater's superior decides; from the day after {passes:uuuu-MM-dd} the next one up too."
                    : "The rater's superior decides.")
            { Faults = [new("/decidedById", "Not the rater's superior.")] };
        }

        if (known is { IsHeard: false, HearingLapsedAt: null })
        {
            return No(
                RefusalCodes.NotHeard,
                "The person and the rater are heard before anything is decided, or let the time for it pass.");
        }

        if (current is not null && ruling.Revised?.Changes(current) == false)
        {
            return Refusal.Malformed("/revised", "The same as the rating objected to; keep it instead.");
        }

        return known
            with
        { State = ruling.Revised is null ? ObjectionState.Kept : ObjectionState.Changed, Ruling = ruling };
    }

    /// <summary>By the person, while nothing is decided.</summary>
    public static Result<Objection> Withdraw(Objection known, Actor actor) => known.State switch
    {
        ObjectionState.Filed => known with { State = ObjectionState.Withdrawn, WithdrawnBy = actor },
        ObjectionState.Withdrawn => known,
        ObjectionState.Kept or ObjectionState.Changed => Decided("It was decided."),
    };

    /// <summary>
    /// The rating with which the next revision evaluates the person: the superior's, in the rater's place, or where
    /// nobody had rated.
    /// </summary>
    public static Rating Apply(Objection decided, Rating? current) => decided.Ruling is { Revised: { } revised } ruling
        ? new Rating(
            decided.Claim.Period,
            decided.Claim.EmployeeId,
            ruling.By,
            revised.Result,
            revised.Behaviour,
            revised.SkpScore,
            revised.BehaviourScore,
            ruling.Reason,
            ruling.At,
            (current?.Version ?? 0) + 1)
        {
            NewIdea = revised.NewIdea ?? current?.NewIdea,
            Actor = ruling.Actor,
            ObjectionId = decided.Claim.Id,
        }
        : throw new InvalidOperationException("Nothing was changed.");

    private static Refusal No(string code, Sentence detail) => new(RefusalKind.Unprocessable, code, detail);

    private static Refusal Decided(Sentence detail) => new(RefusalKind.Conflict, RefusalCodes.ObjectionDecided, detail);
}
