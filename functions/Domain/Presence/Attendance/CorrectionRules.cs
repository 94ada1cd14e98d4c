using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// A correction as a client hands it over: a date and a time by the clock, or a moment, of which the date may be left
/// out. The state and the trail are ours to say.
/// </summary>
public sealed record CorrectionCommand(
    ClientId Id,
    AgencyId AgencyId,
    EmployeeId EmployeeId,
    LocalDate? Date,
    CorrectionKind Kind,
    LocalTime? Time,
    string Evidence,
    string? EvidenceLink,
    EmployeeId RequestedBy)
{
    public Instant? At { get; init; }
}

/// <summary>
/// A correction with what the month showed when it was asked for: null when there was nothing to show.
/// </summary>
public sealed record CorrectionRecord(Correction Correction, LocalTime? Before)
{
    /// <summary>
    /// Written down by the superior because there was no phone or network (Kemenko Infrastruktur 10/2025 art. 22).
    /// </summary>
    public bool EnteredBySuperior => Correction.Trail[0].By != Correction.EmployeeId;
}

/// <summary>
/// Who may ask for a correction and who decides. The person asks and the rater (pejabat penilai) of that day's register
/// or a delegate decides, once; what was decided stays, and a new correction may follow. What one of these enters is
/// approved with it.
/// </summary>
public static class CorrectionRules
{
    /// <param name="claim">What is asked for.</param>
    /// <param name="moment">Of which shift, and when.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="raters">Who acts as the person's rater now.</param>
    /// <param name="now">When it came: what has not happened yet cannot be corrected.</param>
    public static Result<Correction> Request(
        CorrectionCommand claim, CorrectionMoment moment, Actor actor, RatersOnDay raters, Instant now)
    {
        var entered = claim.RequestedBy != raters.Person.Id;
        if (entered && !raters.Include(claim.RequestedBy))
        {
            return Refusal.NotTheRater(
                "/requestedById", "The person, the rater of record or a delegate enters a correction.");
        }

        if (moment.At > now)
        {
            Sentence text = $"{moment.Time:HH:mm} of the shift of {moment.Date:uuuu-MM-dd} has not come there.";
            return new Refusal(RefusalKind.Unprocessable, RefusalCodes.DayNotBegun, text)
            { Faults = [new(claim.At is null ? "/time" : "/at", "This moment has not come.")] };
        }

        var asked = new CorrectionStep(CorrectionState.Requested, claim.RequestedBy, now, null) { Actor = actor };
        return new Correction(
            claim.Id,
            claim.AgencyId,
            claim.EmployeeId,
            moment.Date,
            claim.Kind,
            moment.Time,
            claim.Evidence,
            claim.EvidenceLink,
            entered ? CorrectionState.Approved : CorrectionState.Requested,
            entered ? [asked, asked with { State = CorrectionState.Approved, Words = claim.Evidence }] : [asked])
        {
            At = claim.At,
        };
    }

    /// <summary>The same decision again is the stored one; another one is refused.</summary>
    public static Result<Correction> Decide(
        Correction known, DayDecision decision, Actor actor, RatersOnDay raters, Instant now)
    {
        var state = decision.Approved ? CorrectionState.Approved : CorrectionState.Declined;
        if (known.State != CorrectionState.Requested)
        {
            var last = known.Trail[^1];
            return known.State == state && last.By == decision.DecidedBy && last.Words == decision.Reason
                ? known
                : new Refusal(
                    RefusalKind.Conflict,
                    RefusalCodes.CorrectionDecided,
                    "It was decided; what is still wrong takes a new correction.");
        }

        return raters.Include(decision.DecidedBy)
            ? known with
            {
                State = state,
                Trail =
                [
                    .. known.Trail,
                    new CorrectionStep(state, decision.DecidedBy, now, decision.Reason) { Actor = actor },
                ],
            }
            : Refusal.NotTheRater("/decidedById", "The person's rater of record or a delegate decides.");
    }

    /// <summary>Whether a stored correction is what this claim asks for, whatever became of it since.</summary>
    public static bool IsOf(Correction stored, CorrectionCommand claim, CorrectionMoment moment) =>
        (
            stored.Id,
            stored.EmployeeId,
            stored.Date,
            stored.Kind,
            stored.Time,
            stored.At,
            stored.Evidence,
            stored.EvidenceLink,
            stored.Trail[0].By)
        == (
            claim.Id,
            claim.EmployeeId,
            moment.Date,
            claim.Kind,
            moment.Time,
            claim.At,
            claim.Evidence,
            claim.EvidenceLink,
            claim.RequestedBy);
}
