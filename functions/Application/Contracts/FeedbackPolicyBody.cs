using Kinerja.Domain;
using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Contracts;

/// <summary>A policy of kind <c>feedback</c>; what is left out is as shipped.</summary>
public sealed record FeedbackPolicyBody(int? LeastGivers)
{
    private const int MostGivers = 50;

    public Result<FeedbackPolicy> Read(string version)
    {
        var fields = new FieldReader();
        var least = fields.Whole("leastGivers", LeastGivers ?? FeedbackPolicy.Default.LeastGivers, FeedbackPolicy.FewestGivers, MostGivers);
        return fields.Finish(() => new FeedbackPolicy(version, least!.Value));
    }
}
