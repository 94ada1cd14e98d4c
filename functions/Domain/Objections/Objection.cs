using Kinerja.Domain.Evaluation;
using NodaTime;

namespace Kinerja.Domain.Objections;

public enum ObjectionState
{
    Filed,
    Kept,
    Changed,
    Withdrawn,
}

/// <summary>
/// What a person says against a result, with links to the evidence; the evidence itself stays where it is.
/// </summary>
public sealed record ObjectionCommand(
    ClientId Id,
    AgencyId AgencyId,
    AppraisalPeriod Period,
    EmployeeId EmployeeId,
    string Reason,
    IReadOnlyList<string> Evidence)
{
    public bool Says(ObjectionCommand other) =>
        (Id, AgencyId, Period, EmployeeId, Reason) == (
            other.Id,
            other.AgencyId,
            other.Period,
            other.EmployeeId,
            other.Reason)
        && Evidence.SequenceEqual(other.Evidence);
}

/// <summary>What one of the two sides said when heard (PP 30/2019 art. 59: both are asked to explain).</summary>
public sealed record Statement(EmployeeId By, string Words)
{
    /// <summary>When it arrived: the server's to say, as is who acted.</summary>
    public Instant At { get; init; }

    public Actor? Actor { get; init; }
}

/// <summary>The two ratings and the two figures that the superior puts in the rater's place.</summary>
public sealed record RevisedRating(
    ExpectationLevel Result, ExpectationLevel Behaviour, Score SkpScore, Score BehaviourScore)
{
    /// <summary>One that the superior acknowledges (PP 30/2019 art. 41); null leaves what the rater flagged.</summary>
    public NewIdea? NewIdea { get; init; }

    internal bool Changes(Rating rating) =>
        this with { NewIdea = NewIdea ?? rating.NewIdea }
        != new RevisedRating(
            rating.Result, rating.Behaviour, rating.Skp, rating.BehaviourScore)
        { NewIdea = rating.NewIdea };
}

/// <summary>What the superior decided: null for <paramref name="Revised"/> keeps the result.</summary>
public sealed record Ruling(EmployeeId By, RevisedRating? Revised, string Reason)
{
    /// <summary>When it arrived: the server's to say, as is who acted.</summary>
    public Instant At { get; init; }

    public Actor? Actor { get; init; }
}

/// <summary>
/// The time to decide is over: since when that is known, and to whom it was told besides the agency's personnel office;
/// null when nobody is above.
/// </summary>
public sealed record Escalation(Instant Since, EmployeeId? ToId);

/// <summary>
/// A person's objection (keberatan) to the result of one period. From filing to decision the person's place is frozen:
/// the period does not become final and nothing follows from it. One stands for each person and period; another may be
/// filed where <see cref="LeavesRoomFor"/> says so.
/// </summary>
public sealed record Objection(
    ObjectionCommand Claim,
    int Revision,
    EmployeeId RaterId,
    EmployeeId SuperiorId,
    Instant FiledAt,
    LocalDate DecideBy,
    string PolicyVersion,
    ObjectionState State)
{
    /// <summary>Who filed it.</summary>
    public Actor? Actor { get; init; }

    /// <summary>Who withdrew it; null while nobody did.</summary>
    public Actor? WithdrawnBy { get; init; }

    /// <summary>What the person said when heard, beside the objection itself.</summary>
    public Statement? OfPerson { get; init; }

    public Statement? OfRater { get; init; }

    public Ruling? Ruling { get; init; }

    /// <summary>The day on which the result counts as delivered at the latest; null of a run that kept none.</summary>
    public LocalDate? DeemedOn { get; init; }

    /// <summary>When the person's app had confirmed the receipt by the filing; null when it had not.</summary>
    public Instant? ReceivedAt { get; init; }

    /// <summary>The last day on which the superior waits for a side's words.</summary>
    public LocalDate? HearBy { get; init; }

    /// <summary>
    /// The last day on which the rater's superior alone decides; after it the next one up may too. Null for one that
    /// was filed without such a term.
    /// </summary>
    public LocalDate? PassesOn { get; init; }

    /// <summary>Years of which its terms counted Monday to Friday, since no calendar was given for them.</summary>
    public IReadOnlyList<int> UncoveredYears { get; init; } = [];

    /// <summary>
    /// When the time to be heard was found to be over with a side still silent; the superior may decide without its
    /// words.
    /// </summary>
    public Instant? HearingLapsedAt { get; init; }

    /// <summary>
    /// Set once, when the time to decide was found to be over. It decides nothing; the objection stays open.
    /// </summary>
    public Escalation? Overdue { get; init; }

    /// <summary>The revision of the run in which the changed result stands; null before that.</summary>
    public int? AppliedIn { get; init; }

    /// <summary>The period cannot be final while this holds.</summary>
    public bool IsOpen => State == ObjectionState.Filed || AwaitsRevision;

    public bool AwaitsRevision => State == ObjectionState.Changed && AppliedIn is null;

    /// <summary>
    /// Whether another objection may be filed in its place: it was withdrawn; or what was decided is published, and a
    /// later revision changed what the person came out with, which nobody has decided on yet.
    /// </summary>
    public bool LeavesRoomFor(Delivery? delivered) => State switch
    {
        ObjectionState.Withdrawn => true,
        ObjectionState.Filed => false,
        ObjectionState.Kept or ObjectionState.Changed =>
            !AwaitsRevision && delivered?.Revision > (AppliedIn ?? Revision),
    };

    public bool IsHeard => OfPerson is not null && OfRater is not null;

    /// <summary>Whether the next superior up may decide that day too.</summary>
    public bool HasPassedOn(LocalDate day) => State == ObjectionState.Filed && day > PassesOn;

    public bool IsOverdueOn(LocalDate day) => State == ObjectionState.Filed && day > DecideBy;
}
