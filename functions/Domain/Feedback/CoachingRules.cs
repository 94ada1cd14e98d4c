using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Feedback;

/// <summary>
/// Who writes what of a coaching session: the coach, who is the person's rater or the rater's delegate, the session;
/// the person the rating, the coach's superior the view. What was added stays: once the person has rated, the session
/// no longer changes, and once the superior has spoken, the rating does not.
/// </summary>
public static class CoachingRules
{
    /// <param name="standing">The version that stands; null for the first.</param>
    /// <param name="next">What is to stand.</param>
    /// <param name="person">The person, as registered.</param>
    /// <param name="delegations">Those of the person's rater.</param>
    /// <param name="today">By the agency's zone.</param>
    public static Result<CoachingSession> Write(
        CoachingSession? standing, CoachingSession next, Employee person, IEnumerable<Delegation> delegations,
        LocalDate today)
    {
        if (standing is null && !DelegationRules.ActsAsRater(person, next.CoachId, delegations, today))
        {
            return Refusal.NotTheRater("/coachId", "A coach is the person's rater or the rater's delegate.");
        }

        if (standing is not null && standing.CoachId != next.CoachId)
        {
            return Refusal.Malformed("/coachId", "The participants of a session stay.");
        }

        if (next.Content.HeldOn > today)
        {
            return new Refusal(RefusalKind.Unprocessable, RefusalCodes.DayNotBegun, "The session was not held yet.")
            { Faults = [new("/heldOn", "Not after today.")] };
        }

        if (next.Content.Aims.CountBy(a => a.Id).Any(aim => aim.Value > 1))
        {
            return Refusal.Malformed("/aims", "Each aim once.");
        }

        return standing?.Rating is null ? next : Spoken("The person has rated the session; it no longer changes.");
    }

    /// <summary>The same again is what stands.</summary>
    public static Result<CoachingSession> Rate(CoachingSession known, SessionRating asked)
    {
        if (known.Rating is { } rating && rating.SaysTheSameAs(asked))
        {
            return known;
        }

        return known.View is null
            ? known with { Rating = asked, Version = known.Version + 1 }
            : Spoken("The coach's superior has spoken; the rating no longer changes.");
    }

    /// <param name="known">The session, which the person has rated: the form goes to the superior after that.</param>
    /// <param name="asked">The words.</param>
    /// <param name="superior">The coach's own rater; null where the register has none.</param>
    public static Result<CoachingSession> View(CoachingSession known, SuperiorView asked, EmployeeId? superior)
    {
        if (asked.ById != superior)
        {
            return new Refusal(
                RefusalKind.NotAllowed, RefusalCodes.NotTheAuthority, "The coach's own rater gives the view.")
            { Faults = [new("/byId", "Not the coach's rater.")] };
        }

        if (known.View is { } view && (view.ById, view.Words) == (asked.ById, asked.Words))
        {
            return known;
        }

        return known.Rating is not null && known.View is null
            ? known with { View = asked, Version = known.Version + 1 }
            : Spoken(known.View is null ? "The person has not rated the session yet." : "A view was given.");
    }

    /// <summary>How far each aim has come over the sessions: the first and the last step, by the aim's id.</summary>
    public static CoachingProgress ProgressOf(EmployeeId person, IEnumerable<CoachingSession> sessions)
    {
        var held = sessions.OrderBy(s => s.Content.HeldOn).ThenBy(s => s.Id).ToList();
        return new CoachingProgress(
            person,
            held.Count,
            held.Count > 0 ? held[^1].Content.HeldOn : null,
            held.Count(s => s.Rating is not null),
            held.Count(s => s.View is not null),
            [
                .. held.SelectMany(s => s.Content.Aims).GroupBy(a => a.Id)
                    .Select(same => new AimProgress(same.Key, same.Last().Words, same.First().Step, same.Last().Step))
                    .OrderBy(aim => aim.Id),
            ]);
    }

    private static Refusal Spoken(Sentence detail) =>
        new(RefusalKind.Conflict, RefusalCodes.CoachingSpoken, detail);
}

/// <summary>An aim over a person's sessions, by its steps from 1 to 5.</summary>
public sealed record AimProgress(ClientId Id, string Words, int FirstStep, int LastStep);

/// <summary>
/// One person's coaching for the leader: how often, when last, and how far the aims came. How the person rated the
/// sessions is not the leader's to read.
/// </summary>
public sealed record CoachingProgress(
    EmployeeId EmployeeId, int Sessions, LocalDate? LastHeldOn, int Rated, int Viewed, IReadOnlyList<AimProgress> Aims);
