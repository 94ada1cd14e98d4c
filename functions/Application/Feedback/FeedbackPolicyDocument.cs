using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Feedback;

public sealed record LevelPointsRequest(decimal? Below, decimal? Meets, decimal? Above)
{
    internal LevelPointsRequest FilledFrom(LevelPointsRequest? shipped) =>
        new(Below ?? shipped?.Below, Meets ?? shipped?.Meets, Above ?? shipped?.Above);

    internal LevelPoints? Read(FieldReader fields)
    {
        var below = fields.Score("points/below", Below);
        var meets = fields.Score("points/meets", Meets);
        var above = fields.Score("points/above", Above);
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
}

/// <summary>What each role's voice weighs, in parts; 0 is shown and not counted.</summary>
public sealed record RoleWeightsRequest(int? Leader, int? Peer, int? Subordinate, int? Served)
{
    internal RoleWeightsRequest FilledFrom(RoleWeightsRequest? shipped) => new(
        Leader ?? shipped?.Leader,
        Peer ?? shipped?.Peer,
        Subordinate ?? shipped?.Subordinate,
        Served ?? shipped?.Served);

    internal RoleWeights? Read(FieldReader fields)
    {
        var leader = fields.Whole("weights/leader", Leader, 1, 100);
        var peer = fields.Whole("weights/peer", Peer, 0, 100);
        var below = fields.Whole("weights/subordinate", Subordinate, 0, 100);
        var served = fields.Whole("weights/served", Served, 0, 100);
        return leader is { } l && peer is { } p && below is { } b && served is { } s
            ? new RoleWeights(l, p, b, s)
            : null;
    }
}

/// <summary>The least score of a level.</summary>
public sealed record LevelBandsRequest(decimal? Above, decimal? Meets)
{
    internal LevelBandsRequest FilledFrom(LevelBandsRequest? shipped) =>
        new(Above ?? shipped?.Above, Meets ?? shipped?.Meets);

    internal LevelBands? Read(FieldReader fields)
    {
        var above = fields.Score("bands/above", Above);
        var meets = fields.Score("bands/meets", Meets);
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
}

/// <summary>
/// A policy of kind <c>feedback</c>. What its author leaves out is filled before it is read and stored.
/// </summary>
public sealed record FeedbackPolicyDocument(
    int? LeastGivers,
    LevelPointsRequest? Points = null,
    RoleWeightsRequest? Weights = null,
    int? SkpPercentLeaderOnly = null,
    int? SkpPercentAllHeard = null,
    LevelBandsRequest? Bands = null)
{
    private const int MostGivers = 50;

    internal FeedbackPolicyDocument FilledFrom(FeedbackPolicyDocument shipped) => new(
        LeastGivers ?? shipped.LeastGivers,
        Points?.FilledFrom(shipped.Points) ?? shipped.Points,
        Weights?.FilledFrom(shipped.Weights) ?? shipped.Weights,
        SkpPercentLeaderOnly ?? shipped.SkpPercentLeaderOnly,
        SkpPercentAllHeard ?? shipped.SkpPercentAllHeard,
        Bands?.FilledFrom(shipped.Bands) ?? shipped.Bands);

    public Result<FeedbackPolicy> Read(string version)
    {
        var fields = new FieldReader();
        var least = fields.Whole("leastGivers", LeastGivers, FeedbackPolicy.FewestGivers, MostGivers);
        var points = fields.Required("points", Points)?.Read(fields);
        var weights = fields.Required("weights", Weights)?.Read(fields);
        var alone = fields.Whole("skpPercentLeaderOnly", SkpPercentLeaderOnly, 0, 100);
        var heard = fields.Whole("skpPercentAllHeard", SkpPercentAllHeard, 0, 100);
        var bands = fields.Required("bands", Bands)?.Read(fields);
        return fields.Finish(() => new FeedbackPolicy(
            version, least!.Value, points!, weights!, alone!.Value, heard!.Value, bands!));
    }
}
