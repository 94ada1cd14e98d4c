using Kinerja.Application.Json;
using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Feedback;

public sealed record HeardTogetherAnswer(
    string Role, string Subject, int Givers, int Below, int Meets, int Above, int WithoutLevel);

/// <summary>Leaders' notes as given; of everybody else counts by role and subject, from leastGivers different givers on.</summary>
public sealed record FeedbackSummaryAnswer(
    string EmployeeId,
    string Period,
    IReadOnlyList<FeedbackAnswer> Leaders,
    IReadOnlyList<HeardTogetherAnswer> Others,
    int LeastGivers,
    string Policy)
{
    public static FeedbackSummaryAnswer Of(FeedbackSummary summary) => new(
        summary.EmployeeId.ToString(),
        summary.Quarter.ToString(),
        [.. summary.Leaders.Select(n => FeedbackAnswer.Of(n, replayed: true))],
        [.. summary.Others.Select(h => new HeardTogetherAnswer(
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

public sealed record BehaviourGuideAnswer(string Value, int Guide, string Words);

public sealed record BehaviourGuideListAnswer(IReadOnlyList<BehaviourGuideAnswer> Guides)
{
    public static BehaviourGuideListAnswer All { get; } =
        new([.. BehaviourGuides.All.Select(g => new BehaviourGuideAnswer(JsonFormat.Name(g.Value), g.Number, g.Words))]);
}
