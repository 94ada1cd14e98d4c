using Kinerja.Application.Feedback;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using NodaTime;

namespace Kinerja.Application.Tests.Feedback;

public sealed class RecordDialogueTests
{
    private static readonly EmployeeId Head = Some.Person("peg-head");

    private readonly World _world = new();

    [Fact]
    public async Task A_change_is_a_new_version_and_both_are_kept()
    {
        Assert.Equal(1, (await PutAsync(Some.Dialogue())).Value.Version);
        Assert.Equal(2, (await PutAsync(Done(Some.Dialogue()), expected: 1)).Value.Version);
        var versions =
            (await _world.RecordDialogue.ListVersionsAsync(
                Some.AgencyId, Some.Person(), Some.Client("dialog-0001"), default)).Value;
        Assert.Equal([ActionState.Open, ActionState.Done], versions.Select(v => v.Content.Actions[0].State));
        Assert.Equal(
            2,
            (await _world.RecordDialogue.FindAsync(
                Some.AgencyId, Some.Person(), Some.Client("dialog-0001"), default)).Value.Version);
    }

    [Fact]
    public async Task The_same_again_is_no_change_whatever_If_Match_says_and_whoever_is_rater_by_now()
    {
        var first = (await PutAsync(Some.Dialogue())).Value;
        _world.Clock.Advance(Duration.FromHours(1));
        _world.Add(Some.Employee(rater: "peg-new"));
        Assert.Same(first, (await PutAsync(Some.Dialogue(), expected: 9)).Value);
    }

    [Fact]
    public async Task A_change_built_on_another_version_is_refused()
    {
        await PutAsync(Some.Dialogue());
        Refused.Is(RefusalCodes.StaleVersion, await PutAsync(Done(Some.Dialogue()), expected: 2));
        _world.Dialogues.FasterWriter = () => _world.Dialogues.Rows.Add(
            (Some.AgencyId, Some.Dialogue().At(Some.Morning, 2, Some.Actor)));
        Refused.Is(RefusalCodes.StaleVersion, await PutAsync(Done(Some.Dialogue()), expected: 1));
    }

    [Fact]
    public async Task Dialogues_are_listed_by_person_and_by_leader_and_narrowed_to_a_period()
    {
        _world.Add(Some.Employee("peg-0002"));
        await PutAsync(Some.Dialogue());
        await PutAsync(Some.Dialogue("dialog-0002", "peg-0002"));
        var keep = _world.RecordDialogue;
        Assert.Single((await keep.ListAsync(Some.AgencyId, Some.Person(), null, default)).Value);
        Assert.Equal(2, (await ListAsync(Head, Some.Quarter)).Value.Items.Count);
        Assert.Empty((await ListAsync(Head, Some.Quarter.Previous)).Value.Items);
        Assert.Empty((await ListAsync(Some.Person(), null)).Value.Items);
    }

    [Fact]
    public async Task A_leaders_dialogues_come_in_pages()
    {
        _world.Add(Some.Employee("peg-0002"));
        await PutAsync(Some.Dialogue());
        await PutAsync(Some.Dialogue("Dialog-0002", "peg-0002"));
        var first = (await ListAsync(Head, null, most: 1)).Value;
        var second = (await ListAsync(Head, null, first.Next, most: 1)).Value;

        Assert.Equal("dialog-0001", Assert.Single(first.Items).Id.ToString());
        Assert.Equal(("Dialog-0002", null), (Assert.Single(second.Items).Id.ToString(), second.Next));
    }

    [Fact]
    public async Task An_action_is_overdue_after_its_due_day_in_the_agencys_zone()
    {
        await PutAsync(Some.Dialogue());
        _world.Clock.MoveTo(Some.At("2026-02-20T16:59:59Z"));
        Assert.Empty((await _world.RecordDialogue.OverdueAsync(Some.AgencyId, Head, default)).Value);
        _world.Clock.MoveTo(Some.At("2026-02-20T17:00:00Z"));
        var overdue = Assert.Single((await _world.RecordDialogue.OverdueAsync(Some.AgencyId, Head, default)).Value);
        Assert.Equal("aksi-0001", overdue.Action.Id.ToString());
        await PutAsync(Done(Some.Dialogue()));
        Assert.Empty((await _world.RecordDialogue.OverdueAsync(Some.AgencyId, Head, default)).Value);
    }

    [Fact]
    public async Task A_delegate_of_the_rater_holds_a_dialogue_within_the_span()
    {
        _world.Add(Some.Employee("peg-wakil", null));
        var claim = Some.Dialogue() with { LeaderId = Some.Person("peg-wakil"), WrittenById = Some.Person() };
        claim = claim with { Content = claim.Content with { Actions = [] } };
        Refused.Is(RefusalCodes.NotTheRater, await PutAsync(claim));
        await _world.DelegateRating.PutAsync(Some.Actor, Some.Delegation("peg-wakil"), null, default);
        Assert.Equal(1, (await PutAsync(claim)).Value.Version);
    }

    [Fact]
    public async Task What_is_not_there_is_told()
    {
        var keep = _world.RecordDialogue;
        Refused.Is(RefusalCodes.UnknownEmployee, await PutAsync(Some.Dialogue(person: "peg-nobody")));
        Refused.Is(
            RefusalCodes.UnknownDialogue,
            await keep.FindAsync(Some.AgencyId, Some.Person(), Some.Client("dialog-none"), default));
        Refused.Is(
            RefusalCodes.UnknownDialogue,
            await keep.ListVersionsAsync(Some.AgencyId, Some.Person(), Some.Client("dialog-none"), default));
        Refused.Is(
            RefusalCodes.UnknownEmployee,
            await ListAsync(Some.Person("peg-nobody"), null));
        Refused.Is(
            RefusalCodes.UnknownEmployee, await keep.OverdueAsync(Some.AgencyId, Some.Person("peg-nobody"), default));
    }

    private static DialogueCommand Done(DialogueCommand claim) => claim with
    {
        Content = claim.Content
            with
        { Actions = [claim.Content.Actions[0] with { State = ActionState.Done, Outcome = "Selesai." }] },
    };

    private Task<Result<ListPage<DialogueNote>>> ListAsync(
        EmployeeId leader, AppraisalPeriod? period, string? after = null, int most = 500) =>
        _world.RecordDialogue.ListOfLeaderAsync(Some.AgencyId, leader, period, after, most, default);

    private Task<Result<DialogueNote>> PutAsync(DialogueCommand claim, int? expected = null) =>
        _world.RecordDialogue.PutAsync(Some.Actor, claim, Some.Standing(expected), default);
}
