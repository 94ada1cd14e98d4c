using NodaTime;

namespace Kinerja.Domain.Evaluation.Distribution;

/// <summary>
/// Why a rater's judgements stand apart from the peers', in the rater's own words. Version counts from 1 with every
/// change; what was written stays what it is when a later run no longer asks for it.
/// </summary>
public sealed record RaterReason(
    AppraisalPeriod Period, EmployeeId RaterId, string Text, Instant WrittenAt, int Version)
{
    public Actor? Actor { get; init; }
}
