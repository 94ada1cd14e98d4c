using Kinerja.Domain.Evaluation;
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

/// <summary>What feedback is about: the work result, or one of the seven BerAKHLAK values.</summary>
public enum FeedbackSubject
{
    Result,
    ServiceOriented,
    Accountable,
    Competent,
    Harmonious,
    Loyal,
    Adaptive,
    Collaborative,
}

/// <summary>
/// Continuous feedback (umpan balik berkelanjutan) on one person by another, as accepted: it never changes afterwards.
/// Level is optional, words are not; it belongs to the quarter in which the server got it, in the agency's zone.
/// </summary>
public sealed record FeedbackNote(
    ClientId Id,
    AgencyId AgencyId,
    EmployeeId GiverId,
    EmployeeId ReceiverId,
    GiverRole Role,
    FeedbackSubject Subject,
    ExpectationLevel? Level,
    string Words,
    Quarter Quarter,
    Instant ReceivedAt);
