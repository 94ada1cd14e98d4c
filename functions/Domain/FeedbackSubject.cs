namespace Kinerja.Domain;

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
