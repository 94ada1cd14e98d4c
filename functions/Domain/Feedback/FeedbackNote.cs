using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Domain.Feedback;

/// <summary>Who gives feedback, seen from the person who gets it.</summary>
public enum GiverRole
{
    Leader,
    Peer,
    Subordinate,
    Served,
}

/// <summary>
/// A result row of the receiver's own work plan (SKP): the plan by its first day, the row by its id in it.
/// </summary>
public sealed record FeedbackRow(LocalDate PlanFrom, PlanRowId ResultId);

/// <summary>
/// Feedback as its giver says it. Level is optional, words are not. A guide (1 to 3) belongs to a value, a row to the
/// result; notes from before there were guides and rows have neither.
/// </summary>
public sealed record SubmittedFeedback(
    ClientId Id,
    AgencyId AgencyId,
    EmployeeId GiverId,
    EmployeeId ReceiverId,
    GiverRole Role,
    FeedbackSubject Subject,
    ExpectationLevel? Level,
    string Words)
{
    /// <summary>Which of the value's three guides; null for the value as a whole.</summary>
    public int? Guide { get; init; }

    /// <summary>Null for the work result as a whole.</summary>
    public FeedbackRow? Row { get; init; }

    public IReadOnlyList<EvidenceLink> Evidence { get; init; } = [];

    /// <summary>Whether that claim is this one sent again.</summary>
    public bool IsSameAs(SubmittedFeedback other) =>
        this == other with { Evidence = Evidence } && Evidence.SequenceEqual(other.Evidence);
}

/// <summary>
/// Continuous feedback (umpan balik berkelanjutan) on one person by another, as accepted: it never changes afterwards.
/// It belongs to the quarter in which the server got it, in the agency's zone.
/// </summary>
public sealed record FeedbackNote(SubmittedFeedback Claim, Quarter Quarter, Instant ReceivedAt)
{
    public Actor? Actor { get; init; }

    /// <summary>Whether it belongs to a period with its quarter; to a month by when it came in the zone.</summary>
    public bool IsOf(AppraisalPeriod period, DateTimeZone zone) =>
        period.Kind != PeriodKind.Month || period.In(zone).Contains(ReceivedAt);
}
