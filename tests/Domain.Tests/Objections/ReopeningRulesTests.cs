using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;

namespace Kinerja.Domain.Tests.Objections;

public sealed class ReopeningRulesTests
{
    private static readonly PostId Post = PostId.Parse("kepala-dinas").Value;

    private static readonly ReopeningTerms Terms = ReopeningTerms.Nobody with
    {
        People = new HashSet<EmployeeId> { Some.Person("peg-ppk") },
        Posts = new HashSet<PostId> { Post },
    };

    [Theory]
    [InlineData("peg-ppk", null, true, true)]
    [InlineData("peg-lain", "post", true, true)]
    [InlineData("peg-lain", null, true, false)]
    [InlineData("peg-ppk", null, false, false)]
    public void Who_is_named_by_person_or_post_and_in_service_opens(string by, string? post, bool active, bool opens)
    {
        var official = Some.Employee(by) with { PostId = post is null ? null : Post, Active = active };
        var result = ReopeningRules.Reopen(Run(RunState.Final), Act(by), official, Terms);
        Assert.Equal(opens ? null : RefusalCodes.NotTheAuthority, result.Refusal?.Code);
        Assert.Equal(opens ? [] : ["/reopenedById"], (result.Refusal?.Faults ?? []).Select(f => f.Pointer));
    }

    [Fact]
    public void Without_a_word_in_the_policy_nobody_opens() => Assert.Equal(
        RefusalCodes.NotTheAuthority,
        ReopeningRules.Reopen(
            Run(RunState.Final), Act("peg-ppk"), Some.Employee("peg-ppk"), ReopeningTerms.Nobody).Refusal!.Code);

    [Theory]
    [InlineData(RunState.Held)]
    [InlineData(RunState.Planned)]
    [InlineData(RunState.Ranked)]
    [InlineData(RunState.Published)]
    public void Before_finality_there_is_nothing_to_open(RunState state) =>
        Assert.Equal(RefusalCodes.ResultNotFinal, Reopen(Run(state), Act()).Refusal!.Code);

    [Fact]
    public void The_same_act_again_is_the_stored_one_and_another_while_it_is_open_is_refused()
    {
        var opened = Reopen(Run(RunState.Final), Act()).Value;
        Assert.Equal(
            (RunState.Published, 1, 1), (opened.State, opened.Reopenings.Count, opened.Reopenings[0].Revision));
        Assert.Same(opened, Reopen(opened, Act() with { At = Some.At("2026-09-01T00:00:00Z") }).Value);
        Assert.Equal(
            RefusalCodes.ResultNotFinal, Reopen(opened, Act() with { Reason = "Lain." }).Refusal!.Code);
        var again = Reopen(opened with { State = RunState.Final }, Act()).Value;
        Assert.Equal(2, again.Reopenings.Count);
    }

    private static Result<EvaluationRun> Reopen(EvaluationRun run, Reopening act) =>
        ReopeningRules.Reopen(run, act, Some.Employee("peg-ppk"), Terms);

    private static Reopening Act(string by = "peg-ppk") =>
        new(Some.Person(by), "Putusan banding.", 0, Some.Morning, new(2026, 8, 20));

    private static EvaluationRun Run(RunState state) =>
        new(Some.AgencyId, Some.Quarter, 1, state, 1, 1, Some.Morning, Some.Morning, "evaluation", "ranking")
        {
            ObjectionPolicyVersion = "objection",
            DistributionPolicyVersion = "distribution",
        };
}
