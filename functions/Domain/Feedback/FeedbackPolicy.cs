namespace Kinerja.Domain.Feedback;

/// <summary>
/// What an agency may set about feedback (policy kind <c>feedback</c>). LeastGivers: how many peers, subordinates or served
/// parties must have spoken before the person sees what they said together.
/// </summary>
public sealed record FeedbackPolicy(string Version, int LeastGivers)
{
    public const int FewestGivers = 3;

    public static FeedbackPolicy Default { get; } = new("feedback-2026.1", FewestGivers);
}
