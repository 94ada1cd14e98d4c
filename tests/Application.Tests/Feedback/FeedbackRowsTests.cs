using Kinerja.Application.Evaluation;
using Kinerja.Application.Feedback;
using Kinerja.Application.Tables;
using Kinerja.Application.Tests.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Tests.Feedback;

/// <summary>Feedback, dialogues and who may rate, as rows.</summary>
public sealed class FeedbackRowsTests
{
    [Fact]
    public void A_feedback_note_comes_back() => RoundTripTests.ComesBack(
        a => a.Note(),
        FeedbackRows.Write,
        FeedbackRows.Read,
        (stored, read) =>
        {
            Assert.True(stored.Claim.IsSameAs(read.Claim));
            Assert.Equal(stored, read with { Claim = stored.Claim });
        });

    /// <summary>Rows from before guides, plan rows and evidence are still notes.</summary>
    [Fact]
    public void A_feedback_note_of_an_older_row_comes_back()
    {
        var note = Some.Note();
        var row = FeedbackRows.Write(note);
        Assert.DoesNotContain(["Guide", "PlanFrom", "ResultId", "Chunks"], row.ContainsKey);
        var read = FeedbackRows.Read(row);
        Assert.Empty(read.Claim.Evidence);
        Assert.True(note.Claim.IsSameAs(read.Claim));
        Assert.Equal(note, read with { Claim = note.Claim });
    }

    [Fact]
    public void The_longest_note_keeps_within_the_limits()
    {
        var link = new Domain.EvidenceLink(new string('x', 500), null, new string('ꦏ', 300));
        var longest = Some.Feedback() with
        {
            Words = new string('ꦏ', 2000),
            Evidence = [.. Enumerable.Repeat(link, 10)],
        };
        Columns.WithinLimits(FeedbackRows.Write(Some.Note(longest)));
    }

    [Fact]
    public void A_delegation_comes_back_and_its_versions_stand_apart()
    {
        RoundTripTests.ComesBack(
            Any, d => DelegationRows.Write(Some.AgencyId, DelegationRows.VersionKey(d), d), DelegationRows.Read);
        var delegation = Some.Delegation().At(Some.Morning, 3, Some.Actor);
        Assert.Equal("cc8f_peg-head_20260201", DelegationRows.Key(delegation.RaterId, delegation.From));
        Assert.Equal("version_cc8f_peg-head_20260201_000003", DelegationRows.VersionKey(delegation));
    }

    [Fact]
    public void A_dialogue_comes_back_and_its_rows_stand_apart()
    {
        RoundTripTests.ComesBack(
            AnyDialogue,
            d => DialogueRows.Write(
                Some.AgencyId, DialogueRows.OfLeader(d.LeaderId) + TableKeys.OfPerson(d.EmployeeId, d.Id), d),
            DialogueRows.Read,
            (stored, read) =>
            {
                Assert.Equal(stored.Content.Actions, read.Content.Actions);
                Assert.Equal(stored, read with { Content = read.Content with { Actions = stored.Content.Actions } });
            });
        Assert.Equal("2f73_peg-0001_dialog-0001", TableKeys.OfPerson(Some.Person(), Some.Client("dialog-0001")));
        Assert.Equal("leader_peg-head_", DialogueRows.OfLeader(Some.Person("peg-head")));
    }

    [Fact]
    public void The_longest_dialogue_keeps_within_the_limits()
    {
        var words = new string('ꦏ', 500);
        var action = Some.Dialogue().Content.Actions[0] with { Words = words, Outcome = words };
        var note = Some.Dialogue().At(Some.Morning, 1, Some.Actor);
        var content = note.Content with { Achievement = new string('ꦏ', 2000), Obstacles = new string('ꦏ', 2000) };
        Columns.WithinLimits(DialogueRows.Write(
            Some.AgencyId, "r", note with { Content = content with { Actions = [.. Enumerable.Repeat(action, 20)] } }));
    }

    [Fact]
    public void A_voided_rating_comes_back_and_its_versions_stand_out_of_the_range_of_people()
    {
        RoundTripTests.ComesBack(
            a => a.Rating() with { Voided = new RatingVoid(a.Person(), a.Person(), a.Text(), a.Instant()) },
            r => RatingRows.WriteVersion(Some.AgencyId, r),
            RatingRows.Read);
        var row = RatingRows.WriteVersion(Some.AgencyId, Some.Rating() with { Version = 2 });
        Assert.Equal("version_2f73_peg-0001_000002", row.RowKey);
        Assert.True(string.CompareOrdinal(row.RowKey, "g") > 0);
    }

    private static DialogueNote AnyDialogue(Any any) => new(
        any.Client(),
        any.Person(),
        any.Person(),
        new DialogueContent(
            any.Period(),
            any.Day(),
            any.Enum<DialoguePurpose>(),
            any.Text(),
            any.MaybeWords(),
            [.. Enumerable.Range(0, any.Int(4)).Select(_ => new AgreedAction(
                any.Client(), any.Text(), any.Person(), any.Day(), any.Enum<ActionState>(), any.MaybeWords()))]),
        any.Person(),
        any.Instant(),
        1 + any.Int(999_998));

    private static Delegation Any(Any any) => new(
        any.Person(), any.Person(), any.Day(), any.Day(), any.Person(), any.Text(), any.Instant(),
        1 + any.Int(999_998));
}
