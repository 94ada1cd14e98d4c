using System.Text;
using System.Text.Json;
using Kinerja.Application.Policies;
using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Tests.Runs;

/// <summary>
/// What follows publication: the window for objections, revisions, finality; and the year beside its quarters.
/// </summary>
public sealed class ReviseRunTests
{
    private readonly World _world = new(Some.At("2026-04-08T01:00:00Z"));

    public ReviseRunTests()
    {
        _world.Add(Some.Agency() with { BeganOn = Some.Quarter.FirstDay });
        foreach (var number in Enumerable.Range(0, 5))
        {
            _world.Add(Some.Employee($"peg-1{number:D3}"));
            Rate(Some.Quarter, $"peg-1{number:D3}", 90 + number);
        }
    }

    private EvaluationRun Newest => _world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value;

    [Fact]
    public async Task A_revision_whose_first_messages_could_not_be_sent_is_sent_by_the_next_try()
    {
        await PublishAsync();
        _world.Queue.Failures = 1;
        await Assert.ThrowsAsync<TimeoutException>(() => ReviseAsync("objection-1", "peg-1000", 119));
        await ReviseAsync("objection-1", "peg-1000", 119);
        await ReviseAsync("objection-1", "peg-1000", 119);
        await _world.DrainAsync();
        Assert.Equal((2, RunState.Published), (Newest.Revision, Newest.State));
        Assert.Equal(_world.Queue.Sent.Distinct(), _world.Queue.Sent);
    }

    [Fact]
    public async Task PP_30_2019_art_59_the_window_ends_fourteen_days_after_publication()
    {
        await PublishAsync();
        Assert.Equal(
            (_world.Clock.Now(), new LocalDate(2026, 4, 22)),
            (Newest.PublishedAt!.Value, Newest.ObjectionsUntil!.Value));
    }

    [Fact]
    public async Task The_window_counts_working_days_where_the_policy_says_so()
    {
        var body = JsonDocument.Parse("""{"toObject":{"days":14,"count":"working"}}""").RootElement;
        await _world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.Objection, new(2026, 1, 1), null, body, default);
        await PublishAsync();
        Assert.Equal("objection-2026-01-01.1", Newest.ObjectionPolicyVersion);
        Assert.Equal(new LocalDate(2026, 4, 28), Newest.ObjectionsUntil);
    }

    [Fact]
    public async Task A_result_is_final_when_the_window_is_over_in_the_agencys_zone_and_no_objection_is_open()
    {
        await PublishAsync();
        _world.Clock.MoveTo(Some.At("2026-04-22T16:59:59Z"));
        Assert.Equal(0, await _world.Finalise.FinaliseDueAsync(default));
        _world.Clock.Advance(Duration.FromSeconds(1));
        await _world.Objections.PutAsync(Some.Objection(), null, [], default);
        Assert.Equal(0, await _world.Finalise.FinaliseDueAsync(default));
        _world.Objections.Rows.Clear();
        Assert.Equal(1, await _world.Finalise.FinaliseDueAsync(default));
        Assert.Equal(RunState.Final, Newest.State);
        Assert.Equal(0, await _world.Finalise.FinaliseDueAsync(default));
        Refused.Is(RefusalCodes.PeriodFrozen, await ReviseAsync("objection-1", "peg-1000", 119));
    }

    [Fact]
    public async Task A_revision_changes_one_rating_and_stands_beside_the_first()
    {
        await PublishAsync();
        var until = Newest.ObjectionsUntil;
        var first = _world.Rankings.Pages.ToDictionary();
        _world.Add(Some.Employee("peg-late"));
        Rate(Some.Quarter, "peg-1001", 40);
        await ReviseAsync("objection-1", "peg-1000", 119);
        await _world.DrainAsync();

        Assert.Equal((2, RunState.Published, until), (Newest.Revision, Newest.State, Newest.ObjectionsUntil));
        Assert.All(
            first, page => Assert.True(page.Value.Json.Span.SequenceEqual(_world.Rankings.Pages[page.Key].Json.Span)));
        Assert.Equal(5, Place(1, "peg-1000"));
        Assert.Equal(1, Place(2, "peg-1000"));
        Assert.Equal(5, Place(2, "peg-1001"));
        Assert.Equal(Place(1, "peg-1001"), Place(2, "peg-1001") - 1);
        Assert.DoesNotContain(Some.Person("peg-late"), _world.Results.Inputs.Keys.Select(k => k.Person));
    }

    [Fact]
    public async Task A_revision_is_published_as_what_supersedes_the_one_before()
    {
        await PublishAsync();
        await ReviseAsync("objection-1", "peg-1000", 119);
        await _world.DrainAsync();
        var sent = _world.Events.InOrder[^1];
        Assert.Equal(
            ("id.go.kinerja.ranking.superseded.v1", "menpanrb_2026-Q1_r2_ranking_00000"), (sent.Type, sent.Id));
        var before = _world.Rankings.Pages[(Some.AgencyId, Some.Quarter, 1, 0)].Json;
        var supersedes = JsonDocument.Parse(sent.Json).RootElement.GetProperty("supersedes");
        Assert.Equal(1, supersedes.GetProperty("revision").GetInt32());
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(before.Span)),
            supersedes.GetProperty("manifestSha256").GetString());
        Assert.DoesNotContain("supersedes", Encoding.UTF8.GetString(before.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_cause_makes_one_revision_and_another_waits_until_it_is_published()
    {
        await PublishAsync();
        await ReviseAsync("objection-1", "peg-1000", 119);
        Assert.Equal(2, (await ReviseAsync("objection-1", "peg-1000", 119)).Value.Revision);
        Refused.Is(RefusalCodes.RankingNotReady, await ReviseAsync("objection-2", "peg-1001", 118));
        Assert.Equal(
            1,
            (await _world.ReadRun.ExplainAsync(
                Some.AgencyId, Some.Quarter, null, Some.Person("peg-1000"), default)).Value.Run.Revision);
        await _world.DrainAsync();
        Assert.Equal(3, (await ReviseAsync("objection-2", "peg-1001", 118)).Value.Revision);
        await _world.DrainAsync();
        Assert.Equal((1, 2), (Place(3, "peg-1000"), Place(3, "peg-1001")));
    }

    [Fact]
    public async Task A_past_revision_is_read_as_it_was_and_an_unknown_one_is_refused()
    {
        await PublishAsync();
        var before = await TextAsync(1);
        await ReviseAsync("objection-1", "peg-1000", 119);
        Refused.Is(RefusalCodes.RankingNotReady, await PageAsync(2, 1));
        await _world.DrainAsync();

        Assert.Equal((before, await TextAsync(null)), (await TextAsync(1), await TextAsync(2)));
        Assert.NotEqual(before, await TextAsync(2));
        Refused.Is(RefusalCodes.UnknownRevision, await PageAsync(3, 1));
        Refused.Is(RefusalCodes.UnknownRevision, await PageAsync(0, 1));
        Refused.Is(
            RefusalCodes.UnknownRevision, await _world.ReadRun.FindAsync(Some.AgencyId, Some.Quarter, 3, default));
        var run = (await _world.ReadRun.FindAsync(Some.AgencyId, Some.Quarter, 1, default)).Value;
        Assert.Equal((1, run.Run.Shards), (run.Run.Revision, run.Evaluated));
        var left = await _world.ReadRun.LeftOutAsync(Some.AgencyId, Some.Quarter, 1, 1, default);
        Assert.Contains("\"revision\":1", Encoding.UTF8.GetString(left.Value.Json.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_in_the_run_cannot_be_revised()
    {
        Refused.Is(RefusalCodes.UnknownRun, await ReviseAsync("objection-1", "peg-1000", 119));
        await PublishAsync();
        Refused.Is(RefusalCodes.UnknownEvaluation, await ReviseAsync("objection-1", "peg-nobody", 119));
    }

    [Fact]
    public async Task A_year_is_planned_by_the_timer_after_its_grace_and_stands_on_its_own_ratings()
    {
        var year = AppraisalPeriod.OfYear(2026);
        Rate(year, "peg-1000", 100);
        _world.Clock.MoveTo(Some.At("2027-01-07T16:59:59Z"));
        await _world.Plan.PlanDueAsync(default);
        Assert.DoesNotContain((Some.AgencyId, year), _world.Runs.Rows.Keys);
        _world.Clock.Advance(Duration.FromSeconds(1));
        await _world.Plan.PlanDueAsync(default);
        await _world.DrainAsync();

        Assert.Equal(RunState.Published, _world.Runs.Rows[(Some.AgencyId, year)].Value.State);
        var rated = await _world.ReadRun.ExplainAsync(Some.AgencyId, year, null, Some.Person("peg-1000"), default);
        Assert.NotNull(rated.Value.Evaluation.Assessment);
        var unrated = await _world.ReadRun.ExplainAsync(Some.AgencyId, year, null, Some.Person("peg-1001"), default);
        Assert.Equal(NotAssessedReason.NoRating, unrated.Value.Evaluation.NotAssessed);
    }

    private async Task PublishAsync()
    {
        await _world.Plan.PlanDueAsync(default);
        await _world.DrainAsync();
    }

    private Task<Result<EvaluationRun>> ReviseAsync(string cause, string person, decimal skp) =>
        _world.Revise.ExecuteAsync(
        Some.AgencyId, Some.Quarter, new(
            Some.Client(cause),
            Some.Rating(skp, person: person) with { RatedAt = _world.Clock.Now(), Version = 2 }), default);

    private async Task<string> TextAsync(int? revision) =>
        Encoding.UTF8.GetString((await PageAsync(revision, 1)).Value.Json.Span);

    private Task<Result<RankingPage>> PageAsync(int? revision, int number) =>
        _world.ReadRun.PageAsync(Some.AgencyId, Some.Quarter, revision, number, default);

    private int Place(int revision, string person) =>
        _world.Rankings.Places[(Some.AgencyId, Some.Quarter, revision, Some.Person(person))].Place;

    private void Rate(AppraisalPeriod period, string person, decimal skp) =>
        _world.Ratings.Rows[(Some.AgencyId, period, Some.Person(person))] =
        new(Some.Rating(skp, person: person) with { Period = period }, "1");
}
