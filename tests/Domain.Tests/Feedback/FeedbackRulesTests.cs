using Kinerja.Domain.Feedback;
using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Tests.Feedback;

public sealed class FeedbackRulesTests
{
    private static readonly Employee Receiver = Some.Employee();
    private static readonly Employee Rater = Some.Employee("peg-head", rater: "peg-boss");
    private static readonly Employee Peer = Some.Employee("peg-peer");
    private static readonly Employee Subordinate = Some.Employee("peg-sub", rater: "peg-0001");
    private static readonly Employee Stranger = Some.Employee("peg-far", unit: "biro-umum");

    public static TheoryData<string, GiverRole, bool> Roles => new()
    {
        { "rater", GiverRole.Leader, true },
        { "rater", GiverRole.Peer, false },
        { "rater", GiverRole.Subordinate, false },
        { "rater", GiverRole.Served, true },
        { "peer", GiverRole.Leader, false },
        { "peer", GiverRole.Peer, true },
        { "peer", GiverRole.Subordinate, false },
        { "peer", GiverRole.Served, true },
        { "subordinate", GiverRole.Leader, false },
        { "subordinate", GiverRole.Peer, false },
        { "subordinate", GiverRole.Subordinate, true },
        { "subordinate", GiverRole.Served, true },
        { "stranger", GiverRole.Leader, false },
        { "stranger", GiverRole.Peer, false },
        { "stranger", GiverRole.Subordinate, false },
        { "stranger", GiverRole.Served, true },
    };

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_role_is_taken_only_when_the_register_bears_it_out(string who, GiverRole role, bool taken)
    {
        var giver = who switch
        {
            "rater" => Rater,
            "peer" => Peer,
            "subordinate" => Subordinate,
            _ => Stranger,
        };
        var result = FeedbackRules.Accept(Some.Note(role), giver, Receiver, [], Some.Today);
        Assert.Equal(taken ? null : RefusalCodes.FeedbackRoleMismatch, result.Refusal?.Code);
        Assert.True(taken || result.Refusal!.Faults.Single().Pointer == "/role");
    }

    /// <summary>Two people in each relation that the register knows, also each other's rater; one in service or not.
    /// </summary>
    [Fact]
    public void Whom_one_may_give_feedback_and_in_which_role_is_what_is_accepted()
    {
        string?[] raters = [null, "peg-0001", "peg-0002", "peg-head"];
        var pairs =
            from rater in raters
            where rater != "peg-0001"
            from other in raters
            where other != "peg-0002"
            from unit in new[] { "biro-sdm", "biro-umum" }
            from active in new[] { true, false }
            select (
                Giver: Some.Employee("peg-0001", rater: rater) with { Active = active },
                Receiver: Some.Employee("peg-0002", unit, other));
        Assert.All(pairs, pair =>
        {
            var leads = DelegationRules.ActsAsRater(pair.Receiver, pair.Giver.Id, [], Some.Today);
            GiverRole[] accepted = [.. new[] { GiverRole.Leader, GiverRole.Peer, GiverRole.Subordinate }.Where(role =>
                FeedbackRules.Accept(Some.Note(role), pair.Giver, pair.Receiver, [], Some.Today).Refusal is null)];
            Assert.Equal(accepted, FeedbackRules.RolesOf(pair.Giver, pair.Receiver, leads));
            var served = FeedbackRules.Accept(
                Some.Note(GiverRole.Served), pair.Giver, pair.Receiver, [], Some.Today).Refusal;
            Assert.Equal(pair.Giver.Active, served is null);
            Assert.Empty(FeedbackRules.RolesOf(pair.Giver, pair.Giver, leads));
        });
    }

    [Theory]
    [InlineData(ActorProof.AppWord, true)]
    [InlineData(ActorProof.PersonToken, false)]
    public void Who_was_served_speaks_through_an_app(ActorProof proof, bool taken)
    {
        var note = Some.Note(GiverRole.Served) with
        {
            Actor = new Actor(Some.Feedback(GiverRole.Served).AgencyId, "aplikasi-uji", Stranger.Id, proof),
        };
        Assert.Equal(taken, FeedbackRules.Accept(note, Stranger, Receiver, [], Some.Today).Refusal is null);
    }

    [Theory]
    [InlineData(GiverRole.Leader)]
    [InlineData(GiverRole.Peer)]
    [InlineData(GiverRole.Subordinate)]
    [InlineData(GiverRole.Served)]
    public void Nobody_gives_feedback_on_themselves_in_any_role(GiverRole role)
    {
        var own = Some.Employee(rater: "peg-0001");
        var refusal = FeedbackRules.Accept(Some.Note(role), own, own, [], Some.Today).Refusal!;
        Assert.Equal((RefusalKind.Unprocessable, RefusalCodes.SelfFeedback), (refusal.Kind, refusal.Code));
    }

    [Theory]
    [InlineData(null, true, true)]
    [InlineData("2026-06-29", true, true)]
    [InlineData("2026-06-30", true, false)]
    [InlineData(null, false, false)]
    public void A_leader_owes_feedback_to_whoever_was_there_before_the_quarters_last_day(
        string? started, bool active, bool owed)
    {
        var day = started is null ? (NodaTime.LocalDate?)null : NodaTime.Text.LocalDatePattern.Iso.Parse(started).Value;
        var receiver = Employment.Always(Receiver with { StartedOn = day, Active = active });
        Assert.Equal(owed, FeedbackRules.IsOwedFeedback(receiver, Some.Quarter));
    }

    [Fact]
    public void An_accepted_note_is_kept_as_given()
    {
        var note = Some.Note(GiverRole.Leader);
        Assert.Same(note, FeedbackRules.Accept(note, Rater, Receiver, [], Some.Today).Value);
    }

    [Fact]
    public void Two_people_without_a_rater_do_not_lead_one_another()
    {
        var (first, second) = (Some.Employee("peg-top1", rater: null), Some.Employee("peg-top2", rater: null));
        Assert.NotNull(FeedbackRules.Accept(Some.Note(GiverRole.Leader), first, second, [], Some.Today).Refusal);
        Assert.Null(FeedbackRules.Accept(Some.Note(GiverRole.Peer), first, second, [], Some.Today).Refusal);
    }

    [Theory]
    [InlineData("2026-03-31", false)]
    [InlineData("2026-04-01", true)]
    [InlineData("2026-04-14", true)]
    [InlineData("2026-04-15", false)]
    public void A_delegate_of_the_rater_leads_within_the_span_and_only_there(string day, bool leads)
    {
        var today = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        var refusal = FeedbackRules.Accept(
            Some.Note(GiverRole.Leader), Stranger, Receiver, [Some.Delegation("peg-far")], today).Refusal;
        Assert.Equal(leads ? null : RefusalCodes.FeedbackRoleMismatch, refusal?.Code);
    }

    [Fact]
    public void Notes_with_other_evidence_do_not_say_the_same()
    {
        var claim = Some.Feedback(GiverRole.Leader) with { Evidence = [new(null, "Nota 1", null)] };
        Assert.True(claim.IsSameAs(claim with { Evidence = [new(null, "Nota 1", null)] }));
        Assert.False(claim.IsSameAs(claim with { Evidence = [new(null, "Nota 2", null)] }));
        Assert.False(claim.IsSameAs(claim with { Evidence = [] }));
        Assert.False(claim.IsSameAs(claim with { Guide = 1 }));
    }
}
