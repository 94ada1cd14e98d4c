using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Feedback;

public sealed record LevelPointsRequest(decimal? Below, decimal? Meets, decimal? Above);

/// <summary>What each role's voice weighs, in parts; 0 is shown and not counted.</summary>
public sealed record RoleWeightsRequest(int? Leader, int? Peer, int? Subordinate, int? Served);

/// <summary>The least score of a level.</summary>
public sealed record LevelBandsRequest(decimal? Above, decimal? Meets);

/// <summary>A policy of kind <c>feedback</c>; what is left out is as shipped.</summary>
public sealed record FeedbackPolicyDocument(
    int? LeastGivers,
    LevelPointsRequest? Points = null,
    RoleWeightsRequest? Weights = null,
    int? SkpPercentLeaderOnly = null,
    int? SkpPercentAllHeard = null,
    LevelBandsRequest? Bands = null)
{
    private const int MostGivers = 50;

    public Result<FeedbackPolicy> Read(string version)
    {
        var shipped = FeedbackPolicy.Default;
        var fields = new FieldReader();
        var least = fields.Whole("leastGivers", LeastGivers ?? shipped.LeastGivers, FeedbackPolicy.FewestGivers, MostGivers);
        var points = PointsOf(fields, shipped.Points);
        var weights = WeightsOf(fields, shipped.Weights);
        var alone = fields.Whole("skpPercentLeaderOnly", SkpPercentLeaderOnly ?? shipped.SkpPercentLeaderOnly, 0, 100);
        var heard = fields.Whole("skpPercentAllHeard", SkpPercentAllHeard ?? shipped.SkpPercentAllHeard, 0, 100);
        var bands = BandsOf(fields, shipped.Bands);
        return fields.Finish(() => new FeedbackPolicy(version, least!.Value, points!, weights!, alone!.Value, heard!.Value, bands!));
    }

    private LevelPoints? PointsOf(FieldReader fields, LevelPoints shipped)
    {
        var below = ScoreOf(fields, "points/below", Points?.Below, shipped.Below);
        var meets = ScoreOf(fields, "points/meets", Points?.Meets, shipped.Meets);
        var above = ScoreOf(fields, "points/above", Points?.Above, shipped.Above);
        if (below is not { } low || meets is not { } middle || above is not { } high)
        {
            return null;
        }

        if (low.CompareTo(middle) >= 0 || middle.CompareTo(high) >= 0)
        {
            fields.Add("points", "Below, meets and above rise.");
        }

        return new LevelPoints(low, middle, high);
    }

    private RoleWeights? WeightsOf(FieldReader fields, RoleWeights shipped)
    {
        var leader = fields.Whole("weights/leader", Weights?.Leader ?? shipped.Leader, 1, 100);
        var peer = fields.Whole("weights/peer", Weights?.Peer ?? shipped.Peer, 0, 100);
        var below = fields.Whole("weights/subordinate", Weights?.Subordinate ?? shipped.Subordinate, 0, 100);
        var served = fields.Whole("weights/served", Weights?.Served ?? shipped.Served, 0, 100);
        return leader is { } l && peer is { } p && below is { } b && served is { } s ? new RoleWeights(l, p, b, s) : null;
    }

    private LevelBands? BandsOf(FieldReader fields, LevelBands shipped)
    {
        var above = ScoreOf(fields, "bands/above", Bands?.Above, shipped.Above);
        var meets = ScoreOf(fields, "bands/meets", Bands?.Meets, shipped.Meets);
        if (above is not { } high || meets is not { } low)
        {
            return null;
        }

        if (low.CompareTo(high) >= 0)
        {
            fields.Add("bands", "Above begins higher than meets.");
        }

        return new LevelBands(high, low);
    }

    private static Score? ScoreOf(FieldReader fields, string field, decimal? given, Score shipped) =>
        given is { } value ? fields.Take(field, p => Score.Parse(value, p)) : shipped;
}
