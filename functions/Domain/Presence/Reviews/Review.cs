using NodaTime;

namespace Kinerja.Domain.Presence.Reviews;

/// <summary>Open until the superior says whether the check-ins stand (accepted) or not (rejected).</summary>
public enum ReviewState
{
    Open,
    Accepted,
    Rejected,
}

/// <summary>
/// A review's name: month, signal, a running number and the person, so that a sweep that repeats finds it again.
/// </summary>
public readonly record struct ReviewId
{
    private readonly string? _value;

    private ReviewId(string value) => _value = value;

    public static Result<ReviewId> Parse(string? text, string pointer = "/id") =>
        IdText.IsClient(text, 8, 100)
            ? new ReviewId(text!)
            : Refusal.Malformed(pointer, "8 to 100 letters, digits and hyphens are expected.");

    public override string ToString() => _value ?? throw IdText.Blank();
}

/// <summary>What a superior decided, and why; a later decision stands, and the earlier ones stay to be read.</summary>
public sealed record ReviewDecision(ReviewState Outcome, EmployeeId DecidedBy, string Reason, Instant At)
{
    public Actor? Actor { get; init; }
}

/// <summary>
/// A question to the superior about one person, one signal and one month, with what was seen. It changes no day: only a
/// rejection does, since from then on those check-ins do not count.
/// </summary>
public sealed record Review(
    AgencyId AgencyId,
    ReviewId Id,
    EmployeeId EmployeeId,
    EmployeeId? RaterId,
    SignalKind Signal,
    YearMonth Month,
    IReadOnlyList<Evidence> Evidence,
    Instant OpenedAt,
    string PolicyVersion,
    IReadOnlyList<ReviewDecision> Trail)
{
    public ReviewState State => Trail.Count == 0 ? ReviewState.Open : Trail[^1].Outcome;

    public IEnumerable<ClientId> CheckIns => Evidence.SelectMany(e => e.CheckIns).Distinct();
}
