using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Feedback;

public sealed record HeardTogetherResponse(
    string Role, string Subject, int Givers, int Below, int Meets, int Above, int WithoutLevel);

/// <summary>
/// Leaders' notes as given; of everybody else counts by role and subject, from leastGivers different givers on.
/// </summary>
public sealed record FeedbackSummaryResponse(
    string EmployeeId,
    string Period,
    IReadOnlyList<FeedbackResponse> Leaders,
    IReadOnlyList<HeardTogetherResponse> Others,
    int LeastGivers,
    string Policy)
{
    public static FeedbackSummaryResponse Of(FeedbackSummary summary) => new(
        summary.EmployeeId.ToString(),
        summary.Quarter.ToString(),
        [.. summary.Leaders.Select(n => FeedbackResponse.Of(n, replayed: true))],
        [.. summary.Others.Select(h => new HeardTogetherResponse(
            JsonFormat.Name(h.Role),
            JsonFormat.Name(h.Subject),
            h.Givers,
            h.Levels.Below,
            h.Levels.Meets,
            h.Levels.Above,
            h.Levels.WithoutLevel))],
        summary.Policy.LeastGivers,
        summary.Policy.Version);
}

public sealed record BehaviourGuideResponse(string Value, int Guide, string Words);

public sealed record BehaviourGuideListResponse(IReadOnlyList<BehaviourGuideResponse> Guides)
{
    public static BehaviourGuideListResponse All { get; } =
        new([
            .. BehaviourGuides.All.Select(g => new BehaviourGuideResponse(JsonFormat.Name(g.Value), g.Number, g.Words))
        ]);
}
