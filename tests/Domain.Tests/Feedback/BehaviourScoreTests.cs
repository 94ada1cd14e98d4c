using Kinerja.Domain.Feedback;

namespace Kinerja.Domain.Tests.Feedback;

public sealed class BehaviourScoreTests
{
    private static readonly FeedbackPolicy Policy = FeedbackPolicy.Default;

    [Fact]
    public void Without_a_level_there_is_no_score_which_is_not_zero()
    {
        var statement = BehaviourScore.Of([Note(GiverRole.Leader, "peg-head", null)], Policy);
        Assert.Equal((null, 1), (statement.Value, statement.NotesWithoutLevel));
        Assert.Null(BehaviourScore.Of([], Policy).Value);
    }

    [Fact]
    public void A_level_on_the_work_result_is_not_behaviour() => Assert.Null(BehaviourScore.Of(
        [OfResult(ExpectationLevel.Above)],
        Policy).Value);

    [Fact]
    public void Words_on_the_work_result_are_no_missing_level_of_behaviour() => Assert.Equal(0, BehaviourScore.Of(
        [OfResult(null)],
        Policy).NotesWithoutLevel);

    // PP 30/2019 art. 41 speaks of peers and subordinates: whom somebody served is neither, also where an agency counts
    // them.
    [Theory]
    [InlineData(GiverRole.Peer, 20, true)]
    [InlineData(GiverRole.Subordinate, 20, true)]
    [InlineData(GiverRole.Served, 20, false)]
    [InlineData(GiverRole.Peer, 0, false)]
    public void PP_30_2019_art_41_peers_and_subordinates_that_count_make_others_heard(
        GiverRole role, int weight, bool heard)
    {
        var policy = Policy with { Weights = new RoleWeights(60, weight, weight, weight) };
        Assert.Equal(heard, BehaviourScore.Of([Note(role, "peg-aaaa", ExpectationLevel.Meets)], policy).OthersHeard);
    }

    [Fact]
    public void A_leader_alone_is_the_whole_and_values_not_heard_are_listed_not_counted()
    {
        var statement = BehaviourScore.Of([Note(GiverRole.Leader, "peg-head", ExpectationLevel.Above)], Policy);
        Assert.Equal((Some.Score(120), false), (statement.Value!.Value, statement.OthersHeard));
        Assert.Equal(6, Assert.Single(statement.Roles).NotHeard.Count);
    }

    /// <summary>
    /// By hand: leader 120 × 60, peers (100 + 60) / 2 = 80 × 20, subordinates not heard: (7200 + 1600) / 80 = 110.
    /// </summary>
    [Fact]
    public void Roles_that_were_not_heard_are_left_out_of_the_weights()
    {
        var statement = BehaviourScore.Of(
            [
                Note(GiverRole.Leader, "peg-head", ExpectationLevel.Above),
                Note(GiverRole.Peer, "peg-aaaa", ExpectationLevel.Meets),
                Note(GiverRole.Peer, "peg-bbbb", ExpectationLevel.Below),
            ],
            Policy);
        Assert.Equal((Some.Score(110), true), (statement.Value!.Value, statement.OthersHeard));
        Assert.Equal(
            [(GiverRole.Leader, 60, Some.Score(120), true), (GiverRole.Peer, 20, Some.Score(80), true)],
            statement.Roles.Select(r => (r.Role, r.Weight, r.Points, r.Counts)));
    }

    [Fact]
    public void Ten_notes_of_one_giver_weigh_what_one_note_of_another_does()
    {
        var often = Enumerable.Repeat(Note(GiverRole.Peer, "peg-aaaa", ExpectationLevel.Below), 10);
        var statement = BehaviourScore.Of([.. often, Note(GiverRole.Peer, "peg-bbbb", ExpectationLevel.Meets)], Policy);
        Assert.Equal(Some.Score(80), statement.Value);
    }

    [Fact]
    public void A_role_of_weight_zero_is_shown_and_not_counted()
    {
        var statement = BehaviourScore.Of([Note(GiverRole.Served, "peg-aaaa", ExpectationLevel.Below)], Policy);
        Assert.Null(statement.Value);
        var role = Assert.Single(statement.Roles);
        Assert.Equal((GiverRole.Served, 0, false), (role.Role, role.Weight, role.Counts));
    }

    /// <summary>
    /// 100/3: three givers 60, 60, 100 are 73.333…, rounded half up to 73.33; 60, 100, 100 are 86.67.
    /// </summary>
    [Theory]
    [InlineData(ExpectationLevel.Below, 73.33)]
    [InlineData(ExpectationLevel.Meets, 86.67)]
    public void Means_are_rounded_half_up_to_a_hundredth(ExpectationLevel third, double expected)
    {
        var statement = BehaviourScore.Of(
            [
                Note(GiverRole.Leader, "peg-aaaa", ExpectationLevel.Below),
                Note(GiverRole.Leader, "peg-bbbb", ExpectationLevel.Meets),
                Note(GiverRole.Leader, "peg-cccc", third),
            ],
            Policy);
        Assert.Equal(Some.Score((decimal)expected), statement.Value);
    }

    /// <summary>
    /// A plain reckoning in decimals, rounding where the rule rounds; and the order of notes changes nothing.
    /// </summary>
    [Fact]
    public void Any_notes_come_to_what_a_plain_reckoning_gives() => Always.HoldsFor(random =>
    {
        FeedbackNote[] notes = [.. Enumerable.Range(0, random.Next(25)).Select(_ => Any(random))];
        var shuffled = notes.OrderBy(_ => random.Next()).ToList();
        var statement = BehaviourScore.Of(shuffled, Policy);
        Assert.Equal(Plainly(notes), statement.Value is { } value ? value.Hundredths / 100m : null);
    });

    private static decimal? Plainly(IReadOnlyList<FeedbackNote> notes)
    {
        var weights = new Dictionary<GiverRole, int>
        {
            [GiverRole.Leader] = 60,
            [GiverRole.Peer] = 20,
            [GiverRole.Subordinate] = 20,
            [GiverRole.Served] = 0
        };
        var points = new Dictionary<ExpectationLevel, decimal>
        {
            [ExpectationLevel.Below] = 60,
            [ExpectationLevel.Meets] = 100,
            [ExpectationLevel.Above] = 120
        };
        var (sum, whole) = (0m, 0m);
        foreach (var role in notes.Where(n => n.Claim.Level is not null && n.Claim.Subject != FeedbackSubject.Result)
            .GroupBy(n => n.Claim.Role))
        {
            var values = role.GroupBy(n => n.Claim.Subject).Select(v =>
                Round(v.GroupBy(n => n.Claim.GiverId)
                    .Select(g => Round(g.Average(n => points[n.Claim.Level!.Value]))).Average()));
            sum += Round(values.Average()) * weights[role.Key];
            whole += weights[role.Key];
        }

        return whole == 0 ? null : Round(sum / whole);

        static decimal Round(decimal value) => Math.Floor((value * 100) + 0.5m) / 100;
    }

    private static FeedbackNote Any(Random random) =>
        Note(
            (GiverRole)random.Next(4),
            $"peg-{random.Next(4)}",
            random.Next(4) is var l and < 3 ? (ExpectationLevel)l : null)
            .Saying(c => c with { Subject = (FeedbackSubject)random.Next(8) });

    private static FeedbackNote OfResult(ExpectationLevel? level) =>
        Note(GiverRole.Leader, "peg-head", level).Saying(c => c with { Subject = FeedbackSubject.Result });

    private static FeedbackNote Note(GiverRole role, string giver, ExpectationLevel? level) => Some.Note(role).Saying(
        c => c with { GiverId = Some.Person(giver), Subject = FeedbackSubject.Adaptive, Level = level });
}
