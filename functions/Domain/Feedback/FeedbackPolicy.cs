namespace Kinerja.Domain.Feedback;

/// <summary>Points of each level a giver may say, on the scale of scores (0 to 120).</summary>
public sealed record LevelPoints(Score Below, Score Meets, Score Above)
{
    public Score Of(ExpectationLevel level) => level switch
    {
        ExpectationLevel.Below => Below,
        ExpectationLevel.Meets => Meets,
        ExpectationLevel.Above => Above,
    };
}

/// <summary>
/// What each role's voice weighs in the behaviour score, in parts; roles that were not heard are left out and the
/// others make up the whole again. 0: heard and shown, not counted.
/// </summary>
public sealed record RoleWeights(int Leader, int Peer, int Subordinate, int Served)
{
    public int Of(GiverRole role) => role switch
    {
        GiverRole.Leader => Leader,
        GiverRole.Peer => Peer,
        GiverRole.Subordinate => Subordinate,
        GiverRole.Served => Served,
    };
}

/// <summary>The least score of a level; below both it is below expectation.</summary>
public sealed record LevelBands(Score Above, Score Meets)
{
    public ExpectationLevel LevelOf(Score score) =>
        score.CompareTo(Above) >= 0 ? ExpectationLevel.Above
        : score.CompareTo(Meets) >= 0 ? ExpectationLevel.Meets
        : ExpectationLevel.Below;
}

/// <summary>
/// What an agency may set about feedback (policy kind <c>feedback</c>). LeastGivers: how many peers, subordinates or
/// served parties must have spoken before the person sees what they said together. The rest makes the suggestion that
/// raters see. PP 30/2019 art. 41 gives the two weights of the SKP (70, and 60 where peers and subordinates are heard)
/// and, by its predicates, 110 and 90; points, the roles' weights and the use of those figures as bands are in no rule
/// found: data.
/// </summary>
public sealed record FeedbackPolicy(
    string Version,
    int LeastGivers,
    LevelPoints Points,
    RoleWeights Weights,
    int SkpPercentLeaderOnly,
    int SkpPercentAllHeard,
    LevelBands Bands)
{
    public const int FewestGivers = 3;
}
