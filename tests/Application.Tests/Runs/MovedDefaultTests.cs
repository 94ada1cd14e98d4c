using System.Text.Json.Nodes;
using Kinerja.Application.Objections;
using Kinerja.Application.Policies;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Tests.Runs;

/// <summary>A run stands on the versions that it names, whatever is shipped after it.</summary>
public sealed class MovedDefaultTests
{
    private static readonly EmployeeId Superior = Some.Person("peg-superior");
    private static readonly Quarter Second = new(2026, 2);

    private readonly World _world = new(Some.At("2026-04-08T01:00:00Z"));

    public MovedDefaultTests()
    {
        _world.Add(Some.Agency() with { BeganOn = Some.Quarter.FirstDay });
        _world.Add(Some.Employee("peg-superior", null), Some.Employee("peg-head", "peg-superior"));
        foreach (var number in Enumerable.Range(0, 10))
        {
            _world.Add(Some.Employee($"peg-1{number:D3}") with { StartedOn = new(2010, 1, 1) });
            Rate(Some.Quarter, $"peg-1{number:D3}", 90 + number);
            Rate(Second, $"peg-1{number:D3}", 90 + number);
        }
    }

    private EvaluationRun Newest => _world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value;

    private FileObjection File => new(
        _world.AgencyDirectory, _world.Results, _world.Term, _world.PinnedPolicies, _world.Objections,
        _world.Tell, _world.Clock);

    /// <summary>
    /// Also under a version that would hold on the run's last day, had it been there when the run was planned.
    /// </summary>
    [Theory]
    [InlineData("2026-02-01")]
    [InlineData("2026-04-01")]
    public async Task A_run_is_explained_repeated_and_revised_by_its_own_versions_after_defaults_moved(string from)
    {
        await PublishAsync();
        Assert.Equal(2, Top(Some.Quarter, 1));
        MoveOn(NodaTime.Text.LocalDatePattern.Iso.Parse(from).Value);

        var explained = (await ExplainAsync()).Value;
        Assert.Equal("evaluation-2026.1", explained.Evaluation.PolicyVersion);
        Assert.True((await RepeatAsync()).IsEqual);
        Assert.Null((await _world.ReadCalibration.ExecuteAsync(Some.AgencyId, Some.Quarter, default)).Refusal);

        Assert.Equal(2, (await ObjectAsync()).AppliedIn);
        await _world.DrainAsync();
        Assert.Equal((2, RunState.Published), (Newest.Revision, Newest.State));
        Assert.Equal(
            ["evaluation-2026.1", "ranking-2026.1", "objection-2026.1", "distribution-2026.1"], VersionsOf(Newest));
        Assert.Equal(2, Top(Some.Quarter, 2));
        Assert.True((await RepeatAsync()).IsEqual);
        Assert.True((await RepeatAsync(1)).IsEqual);
        Assert.Equal("evaluation-2026.1", (await ExplainAsync()).Value.Evaluation.PolicyVersion);
    }

    [Fact]
    public async Task A_later_periods_run_names_the_new_versions_and_is_made_by_them()
    {
        await PublishAsync();
        MoveOn(new(2026, 4, 1));
        _world.Clock.MoveTo(Some.At("2026-07-08T01:00:00Z"));
        await PublishAsync();

        var run = _world.Runs.Rows[(Some.AgencyId, Second)].Value;
        Assert.Equal(RunState.Published, run.State);
        Assert.Equal(
            ["evaluation-2099.1", "ranking-2099.1", "objection-2099.1", "distribution-2099.1"], VersionsOf(run));
        Assert.Equal((2, 4), (Top(Some.Quarter, 1), Top(Second, 1)));
        Assert.Equal(new LocalDate(2026, 8, 7), run.ObjectionsUntil);
    }

    /// <summary>Under the old name its figures would be other ones: a repeat must notice that.</summary>
    [Fact]
    public async Task A_shipped_version_that_was_edited_is_found_by_a_repeat()
    {
        await PublishAsync();
        var edited = _world.Shipped.All
            .Select(p => p.Name == "ranking-2026.1" ? p with { Json = Edited(p, "topPercent", 40) } : p);
        var policies = new PinnedPolicies(_world.Policies, new ShippedPolicies([.. edited]));
        var read = new ReadRun(
            _world.AgencyDirectory, _world.Runs, _world.Results, _world.Rankings, policies, _world.Term);
        var repeat = new RepeatRun(read, _world.Runs, _world.Results, _world.Rankings, policies);
        Assert.False((await repeat.ExecuteAsync(Some.AgencyId, Some.Quarter, null, default)).Value.IsEqual);
    }

    /// <summary>
    /// A new version of all that a run names; half of the figures differ so much that no result would be the same.
    /// </summary>
    private void MoveOn(LocalDate from)
    {
        Ship("evaluation", from, "skpPercent", 60);
        Ship("ranking", from, "topPercent", 40);
        Ship("objection", from, "toObject", JsonNode.Parse("""{"days":30,"count":"calendar"}""")!);
        Ship("distribution", from, "smallestUnit", 50);
    }

    private void Ship(string kind, LocalDate from, string member, JsonNode value)
    {
        var old = _world.Shipped.All.Single(p => p.Name == $"{kind}-2026.1");
        _world.Ship(old with { Name = $"{kind}-2099.1", From = from, Json = Edited(old, member, value) });
    }

    private static byte[] Edited(ShippedPolicy policy, string member, JsonNode value)
    {
        var body = JsonNode.Parse(policy.Json.Span)!.AsObject();
        body[member] = value;
        return System.Text.Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private Task<Result<ExplainedEvaluation>> ExplainAsync() =>
        _world.ReadRun.ExplainAsync(Some.AgencyId, Some.Quarter, null, Some.Person("peg-1000"), default);

    private async Task<RepeatedRun> RepeatAsync(int? revision = null) =>
        (await _world.Repeat.ExecuteAsync(Some.AgencyId, Some.Quarter, revision, default)).Value;

    private async Task<Objection> ObjectAsync()
    {
        var person = Some.Person("peg-1000");
        var objection = new ObjectionCommand(
            Some.Client("keberatan-1"), Some.AgencyId, Some.Quarter, person, "Belum dihitung.", []);
        Assert.Equal(
            "objection-2026.1",
            (await File.ExecuteAsync(Some.Actor, objection, default)).Value.Objection.PolicyVersion);
        foreach (var side in new[] { Some.Person("peg-head"), person })
        {
            var heard = await _world.HearObjection.ExecuteAsync(
                Some.Actor, Some.Quarter, person, new(side, "Begini."), default);
            Assert.Null(heard.Refusal);
        }

        var ruling = new Ruling(
            Superior,
            new(ExpectationLevel.Above, ExpectationLevel.Meets, Some.Score(118), Some.Score(90)),
            "Diterima.");
        return (await _world.DecideObjection.ExecuteAsync(Some.Actor, Some.Quarter, person, ruling, default)).Value;
    }

    private static string[] VersionsOf(EvaluationRun run) =>
    [
        run.EvaluationPolicyVersion,
        run.RankingPolicyVersion,
        run.ObjectionPolicyVersion,
        run.DistributionPolicyVersion,
    ];

    private int Top(AppraisalPeriod period, int revision) => _world.Rankings.Places
        .Where(p => p.Key.Revision == revision && p.Key.Item2 == period).Count(p => p.Value.Top == TopShare.In);

    private async Task PublishAsync()
    {
        await _world.Plan.PlanDueAsync(default);
        await _world.DrainAsync();
    }

    private void Rate(Quarter quarter, string person, decimal skp) =>
        _world.Ratings.Rows[(Some.AgencyId, quarter, Some.Person(person))] =
            new(
                Some.Rating(skp, person: person) with { Period = quarter },
                "1");
}
