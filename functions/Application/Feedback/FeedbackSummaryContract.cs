using Kinerja.Domain;
using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Feedback;

public sealed record HeardTogetherResponse(
    GiverRole Role, FeedbackSubject Subject, int Givers, int Below, int Meets, int Above, int WithoutLevel);

/// <summary>
/// Leaders' notes as given; of everybody else counts by role and subject, from leastGivers different givers on.
/// </summary>
public readonly struct FeedbackSummaryResponse(FeedbackSummary summary)
{
    public EmployeeId EmployeeId => summary.EmployeeId;
    public AppraisalPeriod Period => summary.Period;
    public IReadOnlyList<FeedbackResponse> Leaders =>
        [.. summary.Leaders.Select(n => FeedbackResponse.Of(n, replayed: true))];
    public IReadOnlyList<HeardTogetherResponse> Others => [.. summary.Others.Select(h => new HeardTogetherResponse(
        h.Role, h.Subject, h.Givers, h.Levels.Below, h.Levels.Meets, h.Levels.Above, h.Levels.WithoutLevel))];
    public int LeastGivers => summary.Policy.LeastGivers;
    public string Policy => summary.Policy.Version;

    public static FeedbackSummaryResponse Of(FeedbackSummary summary) => new(summary);
}

public sealed record BehaviourGuideListResponse(IReadOnlyList<BehaviourGuide> Guides)
{
    public static BehaviourGuideListResponse All { get; } = new(BehaviourGuides.All);
}
