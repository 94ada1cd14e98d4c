using Kinerja.Domain.Feedback;
using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Tests.Feedback;

public sealed class DialogueRulesTests
{
    private static readonly Employee Person = Some.Employee();

    [Theory]
    [InlineData("peg-head", true)]
    [InlineData("peg-wakil", true)]
    [InlineData("peg-other", false)]
    [InlineData("peg-0001", false)]
    public void The_leader_is_the_rater_or_a_delegate_of_the_rater(string leader, bool taken)
    {
        var note = Note() with
        {
            LeaderId = Some.Person(leader),
            WrittenById = Some.Person(),
            Content = Note().Content with { Actions = [] }
        };
        var refusal = DialogueRules.Accept(null, note, Person, [Some.Delegation("peg-wakil")], Some.Today).Refusal;
        Assert.Equal(taken ? null : RefusalCodes.NotTheRater, refusal?.Code);
    }

    [Fact]
    public void A_leader_of_before_may_still_write_the_next_version()
    {
        var moved = Some.Employee(rater: "peg-new");
        Assert.Equal(2, DialogueRules.Accept(Note(), Note() with { Version = 2 }, moved, [], Some.Today).Value.Version);
    }

    [Fact]
    public void Only_the_two_who_talked_write_it_down()
    {
        var refusal = DialogueRules.Accept(
            null, Note() with { WrittenById = Some.Person("peg-other") }, Person, [], Some.Today).Refusal!;
        Assert.Equal((RefusalKind.NotAllowed, RefusalCodes.NotAParticipant), (refusal.Kind, refusal.Code));
    }

    [Fact]
    public void A_dialogue_is_not_written_down_before_it_is_held()
    {
        var note = With(c => c with { HeldOn = Some.Today.PlusDays(1), Actions = [] });
        Assert.Equal(RefusalCodes.DayNotBegun, DialogueRules.Accept(null, note, Person, [], Some.Today).Refusal!.Code);
    }

    [Theory]
    [InlineData("/actions/0/dueOn")]
    [InlineData("/actions/0/byId")]
    [InlineData("/actions/0/outcome")]
    [InlineData("/actions/1/id")]
    public void An_action_that_makes_no_sense_is_told_by_its_pointer(string pointer)
    {
        var action = Note().Content.Actions[0];
        IReadOnlyList<AgreedAction> actions = pointer switch
        {
            "/actions/0/dueOn" => [action with { DueOn = Some.Today.PlusDays(-1) }],
            "/actions/0/byId" => [action with { ById = Some.Person("peg-other") }],
            "/actions/0/outcome" => [action with { State = ActionState.Dropped }],
            _ => [action, action],
        };
        var refusal = DialogueRules.Accept(
            null, With(c => c with { Actions = actions }), Person, [], Some.Today).Refusal!;
        Assert.Equal(pointer, Assert.Single(refusal.Faults).Pointer);
    }

    [Fact]
    public void What_was_agreed_does_not_vanish_and_the_participants_stay()
    {
        var emptied = With(c => c with { Actions = [] })
            with
        { LeaderId = Some.Person("peg-other"), WrittenById = Some.Person(), Version = 2 };
        var refusal = DialogueRules.Accept(Note(), emptied, Person, [], Some.Today).Refusal!;
        Assert.Equal(["/leaderId", "/actions"], refusal.Faults.Select(f => f.Pointer));
    }

    [Fact]
    public void An_action_may_be_due_on_the_day_of_the_dialogue_which_may_be_today()
    {
        var due = Note().Content.Actions[0] with { DueOn = Some.Today };
        Assert.Null(DialogueRules.Accept(null, With(c => c with { Actions = [due] }), Person, [], Some.Today).Refusal);
    }

    [Fact]
    public void A_dropped_action_says_why_and_then_is_not_overdue()
    {
        var dropped = Note().Content.Actions[0] with { State = ActionState.Dropped, Outcome = "Anggaran tidak ada." };
        var next = DialogueRules.Accept(
            Note(), With(c => c with { Actions = [dropped] }), Person, [], Some.Today).Value;
        Assert.Empty(DialogueRules.Overdue([next], Some.Today.PlusDays(100)));
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void An_open_action_is_overdue_from_the_day_after_its_due_day(int days, bool overdue) => Assert.Equal(
        overdue ? 1 : 0, DialogueRules.Overdue([Note()], Some.Today.PlusDays(days)).Count);

    [Fact]
    public void The_longest_overdue_comes_first()
    {
        var early = Note().Content.Actions[0] with { Id = Some.Client("aksi-0002"), DueOn = Some.Today };
        var note = With(c => c with { Actions = [.. c.Actions, early] });
        Assert.Equal(
            ["aksi-0002", "aksi-0001"],
            DialogueRules.Overdue([note], Some.Today.PlusDays(50)).Select(o => o.Action.Id.ToString()));
    }

    private static DialogueNote With(Func<DialogueContent, DialogueContent> change) =>
        Note() with { Content = change(Note().Content) };

    private static DialogueNote Note() => new(
        Some.Client("dialog-0001"),
        Some.Person(),
        Some.Person("peg-head"),
        new DialogueContent(
            Some.Quarter,
            Some.Today,
            DialoguePurpose.Clarify,
            "Dua dari tiga hasil tercapai.",
            "Data terlambat.",
            [new(
                Some.Client("aksi-0001"),
                "Minta akses data.",
                Some.Person("peg-head"),
                Some.Today.PlusDays(14),
                ActionState.Open,
                null)]),
        Some.Person("peg-head"),
        Some.Morning,
        1);
}
