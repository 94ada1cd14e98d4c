using NodaTime;

namespace Kinerja.Domain.Feedback;

/// <summary>What a person is to grow in: how far the coach sees it, from 1 to 5, and why.</summary>
public sealed record CoachingAim(ClientId Id, string Words, int Step, string Reason);

/// <summary>What a session was about, and the aims that it looked at.</summary>
public sealed record CoachingContent(
    AppraisalPeriod Period, LocalDate HeldOn, string Topic, IReadOnlyList<CoachingAim> Aims)
{
    public bool SaysTheSameAs(CoachingContent other) =>
        other == this with { Aims = other.Aims } && Aims.SequenceEqual(other.Aims);
}

/// <summary>One criterion of the form by which the person rates the session, from 1 to 5.</summary>
public sealed record CriterionStep(string Criterion, int Step);

/// <summary>
/// The person's rating of the session. It is handed to the rater's superior and not to the coach. Which nine criteria
/// the form has is not known for sure, so that each names itself.
/// </summary>
public sealed record SessionRating(IReadOnlyList<CriterionStep> Criteria, string? Remark, Instant At)
{
    public Actor? Actor { get; init; }

    /// <summary>With one decimal, half away from zero.</summary>
    public decimal Mean =>
        Math.Round((decimal)Criteria.Sum(c => c.Step) / Criteria.Count, 1, MidpointRounding.AwayFromZero);

    public bool SaysTheSameAs(SessionRating other) =>
        Remark == other.Remark && Criteria.SequenceEqual(other.Criteria);
}

/// <summary>What the coach's superior says of it.</summary>
public sealed record SuperiorView(EmployeeId ById, string Words, Instant At)
{
    public Actor? Actor { get; init; }
}

/// <summary>
/// A coaching session (bimbingan kinerja) of a rater with one person, as the coach wrote it down, with what the person
/// and the coach's superior added. Versions count from 1, and all are kept.
/// </summary>
public sealed record CoachingSession(
    ClientId Id, EmployeeId EmployeeId, EmployeeId CoachId, CoachingContent Content, Instant WrittenAt, int Version)
{
    public Actor? Actor { get; init; }

    public SessionRating? Rating { get; init; }

    public SuperiorView? View { get; init; }
}
