using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Domain.Tests.Objections;

public sealed class LateRatingRulesTests
{
    private static readonly Rating Asked = Some.Rating() with { Reason = "Penilai sakit." };

    [Theory]
    [InlineData(1, RunState.Planned, RefusalCodes.PeriodFrozen)]
    [InlineData(1, RunState.Ranked, RefusalCodes.PeriodFrozen)]
    [InlineData(1, RunState.Published, null)]
    [InlineData(2, RunState.Planned, null)]
    [InlineData(2, RunState.Published, null)]
    [InlineData(1, RunState.Final, RefusalCodes.PeriodFrozen)]
    [InlineData(2, RunState.Final, RefusalCodes.PeriodFrozen)]
    public void It_is_taken_from_the_first_publication_until_the_result_is_final(
        int revision, RunState state, string? refused) =>
        Assert.Equal(refused, WhyNot(Run(state, revision), null, null)?.Code);

    [Fact]
    public void It_needs_a_reason()
    {
        var refusal = LateRatingRules.WhyNot(Run(RunState.Published), Asked with { Reason = null }, null, null);
        Assert.Equal("/reason", Assert.Single(refusal!.Faults).Pointer);
    }

    /// <summary>What nobody can mend by a reason is told before the missing reason.</summary>
    [Theory]
    [InlineData(RunState.Final, ObjectionState.Filed, RefusalCodes.PeriodFrozen)]
    [InlineData(RunState.Final, null, RefusalCodes.PeriodFrozen)]
    [InlineData(RunState.Published, ObjectionState.Filed, RefusalCodes.ObjectionFiled)]
    [InlineData(RunState.Published, ObjectionState.Kept, RefusalCodes.ObjectionDecided)]
    [InlineData(RunState.Published, null, RefusalCodes.InvalidField)]
    public void Of_several_faults_the_one_that_stays_is_told(RunState state, ObjectionState? objection, string told) =>
        Assert.Equal(told, LateRatingRules.WhyNot(
            Run(state),
            Asked with { Reason = null },
            Some.Rating(),
            objection is { } its ? Objection(its) : null)!.Code);

    /// <summary>While an objection waits the superior decides, but for whoever has no rating at all.</summary>
    [Theory]
    [InlineData(null, true, null)]
    [InlineData(ObjectionState.Withdrawn, true, null)]
    [InlineData(ObjectionState.Filed, true, RefusalCodes.ObjectionFiled)]
    [InlineData(ObjectionState.Filed, false, null)]
    [InlineData(ObjectionState.Kept, true, RefusalCodes.ObjectionDecided)]
    [InlineData(ObjectionState.Kept, false, RefusalCodes.ObjectionDecided)]
    [InlineData(ObjectionState.Changed, true, RefusalCodes.ObjectionDecided)]
    [InlineData(ObjectionState.Changed, false, RefusalCodes.ObjectionDecided)]
    public void It_never_goes_past_the_raters_superior(ObjectionState? state, bool rated, string? refused) =>
        Assert.Equal(refused, WhyNot(Run(RunState.Published), rated ? Some.Rating() : null, state)?.Code);

    [Fact]
    public void A_voided_rating_is_none() => Assert.Null(WhyNot(
        Run(RunState.Published),
        Some.Rating() with { Voided = new(Some.Person(), Some.Person(), "Bukan atasan.", default) },
        ObjectionState.Filed));

    private static Refusal? WhyNot(EvaluationRun run, Rating? standing, ObjectionState? objection) =>
        LateRatingRules.WhyNot(run, Asked, standing, objection is { } state ? Objection(state) : null);

    private static EvaluationRun Run(RunState state, int revision = 1) => new(
        Some.AgencyId, Some.Quarter, revision, state, 1, 1, default, default, "evaluation-2026.1", "ranking-2026.1")
    {
        DistributionPolicyVersion = "distribution-2026.1",
        ObjectionPolicyVersion = "objection-2026.1",
    };

    private static Objection Objection(ObjectionState state) => new(
        new(Some.Client("keberatan-1"), Some.AgencyId, Some.Quarter, Some.Person(), "Belum dinilai.", []),
        1, Some.Person("peg-head"), Some.Person("peg-superior"), default, new LocalDate(2026, 7, 30),
        "objection-2026.1", state);
}
