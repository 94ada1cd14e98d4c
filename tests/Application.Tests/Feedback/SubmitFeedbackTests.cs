using Kinerja.Application.Feedback;
using Kinerja.Application.Policies;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using NodaTime;

namespace Kinerja.Application.Tests.Feedback;

public sealed class SubmitFeedbackTests
{
    private readonly World _world = new();

    [Fact]
    public async Task A_note_gets_the_servers_time_and_the_agencys_quarter()
    {
        _world.Clock.MoveTo(Some.At("2026-03-31T17:00:00Z"));
        var note = (await SubmitAsync(Some.Feedback())).Value.Note;
        Assert.Equal(_world.Clock.Now(), note.ReceivedAt);
        Assert.Equal(new Quarter(2026, 2), note.Quarter);
    }

    [Fact]
    public async Task A_resend_is_replayed_with_the_first_time()
    {
        var first = (await SubmitAsync(Some.Feedback())).Value;
        _world.Clock.Advance(Duration.FromHours(1));
        var again = (await SubmitAsync(Some.Feedback())).Value;
        Assert.Equal((false, true), (first.Replayed, again.Replayed));
        Assert.Same(first.Note, again.Note);
    }

    [Fact]
    public async Task A_resend_in_the_next_quarter_still_counts_once()
    {
        _world.Clock.MoveTo(Some.At("2026-03-31T16:59:59Z"));
        var first = (await SubmitAsync(Some.Feedback())).Value;
        _world.Clock.Advance(Duration.FromSeconds(2));
        var again = (await SubmitAsync(Some.Feedback())).Value;
        Assert.True(again.Replayed);
        Assert.Same(first.Note, again.Note);
        Assert.Single(_world.Feedback.Rows);
    }

    [Fact]
    public async Task The_same_id_with_other_words_is_refused_and_nothing_is_stored()
    {
        await SubmitAsync(Some.Feedback());
        var refusal = Refused.Is(RefusalCodes.ReusedId, await SubmitAsync(Some.Feedback() with { Words = "Lain." }));
        Assert.Equal("/id", Assert.Single(refusal.Faults).Pointer);
        Assert.Equal("Laporan selesai tepat waktu.", Assert.Single(_world.Feedback.Rows).Value.Claim.Words);
    }

    [Theory]
    [InlineData("peg-nobody", "peg-0001", "/giverId")]
    [InlineData("peg-head", "peg-nobody", "/receiverId")]
    public async Task An_unknown_person_is_named(string giver, string receiver, string pointer)
    {
        var claim = Some.Feedback() with { GiverId = Some.Person(giver), ReceiverId = Some.Person(receiver) };
        var refusal = Refused.Is(RefusalCodes.UnknownEmployee, await SubmitAsync(claim));
        Assert.Equal(pointer, Assert.Single(refusal.Faults).Pointer);
    }

    [Fact]
    public async Task An_unknown_agency_is_refused() =>
        Refused.Is(
            RefusalCodes.UnknownAgency, await SubmitAsync(Some.Feedback() with { AgencyId = Some.OtherAgencyId }));

    [Fact]
    public async Task What_one_gave_is_listed_of_the_quarter_and_of_nobody_else()
    {
        _world.Add(Some.Employee("peg-aaaa"), Some.Employee("peg-bbbb"));
        await PeerAsync("peg-aaaa");
        await PeerAsync("peg-bbbb");
        async Task<IEnumerable<string>> GivenAsync(Quarter quarter) =>
            (await _world.SubmitFeedback.ListGivenAsync(Some.AgencyId, quarter, Some.Person("peg-aaaa"), default))
            .Value.Select(n => n.Claim.Id.ToString());
        Assert.Equal(["note-peg-aaaa"], await GivenAsync(Some.Quarter));
        Assert.Empty(await GivenAsync(Some.Quarter.Previous));
    }

    [Fact]
    public async Task An_id_that_another_giver_used_is_told_only_to_who_may_give_in_that_role()
    {
        _world.Add(Some.Employee("peg-aaaa"), Some.Employee("peg-bbbb"), Some.Employee("peg-jauh", "peg-lain"));
        await PeerAsync("peg-aaaa");
        SubmittedFeedback By(string giver) => Some.Feedback("note-peg-aaaa") with
        {
            GiverId = Some.Person(giver),
            Role = GiverRole.Peer,
            Subject = FeedbackSubject.Loyal,
        };
        Refused.Is(RefusalCodes.ReusedId, await SubmitAsync(By("peg-bbbb")));
        Refused.Is(
            RefusalCodes.FeedbackRoleMismatch, await SubmitAsync(By("peg-jauh") with { Role = GiverRole.Leader }));
        Refused.Is(RefusalCodes.SelfFeedback, await SubmitAsync(By("peg-0001")));
        _world.Clock.MoveTo(Some.At("2026-04-01T05:00:00Z"));
        Refused.Is(RefusalCodes.ReusedId, await SubmitAsync(By("peg-bbbb")));
    }

    [Fact]
    public async Task A_role_that_does_not_fit_is_refused_and_nothing_is_stored()
    {
        Refused.Is(
            RefusalCodes.FeedbackRoleMismatch,
            await SubmitAsync(Some.Feedback() with { Role = GiverRole.Subordinate }));
        Assert.Empty(_world.Feedback.Rows);
    }

    [Fact]
    public async Task Notes_are_listed_by_the_time_they_came()
    {
        await SubmitAsync(Some.Feedback("note-zzzz"));
        _world.Clock.Advance(Duration.FromMinutes(1));
        await SubmitAsync(Some.Feedback("note-aaaa"));
        var listed = (await _world.SubmitFeedback.ListAsync(Some.AgencyId, Some.Quarter, Some.Person(), default)).Value;
        Assert.Equal(["note-zzzz", "note-aaaa"], listed.Select(n => n.Claim.Id.ToString()));
    }

    [Fact]
    public async Task Notes_on_an_unknown_person_are_not_listed() => Refused.Is(
        RefusalCodes.UnknownEmployee,
        await _world.SubmitFeedback.ListAsync(Some.AgencyId, Some.Quarter, Some.Person("peg-nobody"), default));

    [Fact]
    public async Task A_raters_delegate_gives_a_leaders_feedback_and_a_resend_after_the_span_is_replayed()
    {
        _world.Add(Some.Employee("peg-wakil", null));
        var claim = Some.Feedback() with { GiverId = Some.Person("peg-wakil") };
        Refused.Is(RefusalCodes.FeedbackRoleMismatch, await SubmitAsync(claim));
        await _world.DelegateRating.PutAsync(Some.Actor, Some.Delegation("peg-wakil"), null, default);
        Assert.False((await SubmitAsync(claim)).Value.Replayed);
        _world.Clock.Advance(Duration.FromDays(30));
        Assert.True((await SubmitAsync(claim)).Value.Replayed);
        Refused.Is(RefusalCodes.FeedbackRoleMismatch, await SubmitAsync(claim with { Id = Some.Client("note-0002") }));
    }

    [Fact]
    public async Task Bug_a_raters_delegate_gives_his_own_superior_no_leaders_feedback()
    {
        _world.Add(Some.Employee("peg-wakil", "peg-0001"));
        await _world.DelegateRating.PutAsync(Some.Actor, Some.Delegation("peg-wakil"), null, default);
        var claim = Some.Feedback() with { GiverId = Some.Person("peg-wakil") };
        Refused.Is(RefusalCodes.FeedbackRoleMismatch, await SubmitAsync(claim));
        Assert.Null((await SubmitAsync(claim with { Role = GiverRole.Subordinate })).Refusal);
    }

    [Fact]
    public async Task A_guide_a_row_and_evidence_are_kept_and_belong_to_the_same_note()
    {
        var claim = Some.Feedback() with
        {
            Row = new(new LocalDate(2026, 1, 1), Domain.WorkPlans.PlanRowId.Parse("hasil-1").Value),
            Evidence = [new("https://dokumen.go.id/1", null, null)],
        };
        var kept = (await SubmitAsync(claim)).Value.Note.Claim;
        Assert.Equal(
            ("hasil-1", "https://dokumen.go.id/1"), (kept.Row!.ResultId.ToString(), kept.Evidence.Single().Url));
        Assert.True(
            (await SubmitAsync(claim with { Evidence = [new("https://dokumen.go.id/1", null, null)] })).Value.Replayed);
        Refused.Is(RefusalCodes.ReusedId, await SubmitAsync(claim with { Evidence = [] }));
    }

    [Fact]
    public async Task A_row_of_a_plan_that_is_kept_here_must_be_in_it()
    {
        var plan = new Domain.WorkPlans.WorkPlan(
            Some.Person(), new LocalDate(2026, 1, 1), 1, null,
            WorkPlans.SomePlan.Content(WorkPlans.SomePlan.Result("rhk-1")), null,
            Some.Person(), Some.Morning);
        await _world.WorkPlans.AddVersionAsync(Some.AgencyId, plan, null, default);
        Domain.Feedback.FeedbackRow Row(string id) => new(plan.From, Domain.WorkPlans.PlanRowId.Parse(id).Value);
        var refusal = Refused.Is(
            RefusalCodes.UnknownPlanRow, await SubmitAsync(Some.Feedback() with { Row = Row("rhk-9") }));
        Assert.Equal("/resultId", Assert.Single(refusal.Faults).Pointer);
        Assert.NotNull((await SubmitAsync(Some.Feedback() with { Row = Row("rhk-1") })).Value.Note.Claim.Row);
    }

    [Fact]
    public async Task The_person_sees_leaders_by_name_and_three_peers_only_together()
    {
        _world.Add(Some.Employee("peg-aaaa"), Some.Employee("peg-bbbb"), Some.Employee("peg-cccc"));
        await SubmitAsync(Some.Feedback());
        await PeerAsync("peg-aaaa");
        await PeerAsync("peg-bbbb");
        Assert.Empty((await SummaryAsync()).Others);
        await PeerAsync("peg-cccc");
        var summary = await SummaryAsync();
        Assert.Equal(Some.Person("peg-head"), Assert.Single(summary.Leaders).Claim.GiverId);
        Assert.Equal((GiverRole.Peer, 3), (Assert.Single(summary.Others).Role, summary.Others[0].Givers));
    }

    [Fact]
    public async Task The_policy_of_the_quarters_first_day_says_how_many_givers_show()
    {
        await _world.Policies.AddAsync(
            Some.AgencyId, CompleteDocument.Of(PolicyKinds.Feedback, """{"leastGivers":4}"""), default);
        foreach (var peer in new[] { "peg-aaaa", "peg-bbbb", "peg-cccc" })
        {
            _world.Add(Some.Employee(peer));
            await PeerAsync(peer);
        }

        var summary = await SummaryAsync();
        Assert.Empty(summary.Others);
        Assert.Equal((4, "feedback-2026-01-01.1"), (summary.Policy.LeastGivers, summary.Policy.Version));
    }

    private async Task PeerAsync(string giver)
    {
        var claim = Some.Feedback($"note-{giver}")
            with
        { GiverId = Some.Person(giver), Role = GiverRole.Peer, Subject = FeedbackSubject.Loyal };
        Assert.False((await SubmitAsync(claim)).Value.Replayed);
    }

    private async Task<FeedbackSummary> SummaryAsync() =>
        (await _world.FeedbackSummary.ExecuteAsync(Some.AgencyId, Some.Person(), Some.Quarter, default)).Value;

    private Task<Result<RecordedFeedback>> SubmitAsync(SubmittedFeedback claim) =>
        _world.SubmitFeedback.SubmitAsync(Some.Actor, claim, default);
}
