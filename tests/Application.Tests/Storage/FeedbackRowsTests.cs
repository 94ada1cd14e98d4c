using Kinerja.Application.Storage;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Tests.Storage;

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
            Assert.Equal(stored.Evidence, read.Evidence);
            Assert.Equal(stored, read with { Evidence = stored.Evidence });
        });

    /// <summary>Rows from before guides, plan rows and evidence are still notes.</summary>
    [Fact]
    public void A_feedback_note_of_an_older_row_comes_back()
    {
        var note = Some.Feedback().At(Some.Morning, Some.Wib);
        var row = FeedbackRows.Write(note);
        Assert.DoesNotContain(["Guide", "PlanFrom", "ResultId", "Chunks"], row.ContainsKey);
        var read = FeedbackRows.Read(row);
        Assert.Empty(read.Evidence);
        Assert.Equal(note, read with { Evidence = note.Evidence });
    }

    [Fact]
    public void The_longest_note_keeps_within_the_limits()
    {
        var link = new Domain.WorkPlans.EvidenceLink(new string('x', 500), null, new string('ꦏ', 300));
        var note = Some.Feedback().At(Some.Morning, Some.Wib) with { Words = new string('ꦏ', 2000) };
        Columns.WithinLimits(FeedbackRows.Write(note with { Evidence = [.. Enumerable.Repeat(link, 10)] }));
    }

    [Fact]
    public void A_delegation_comes_back_and_its_versions_stand_apart()
    {
        RoundTripTests.ComesBack(Any, d => DelegationRows.Write(Some.AgencyId, DelegationRows.VersionKey(d), d), DelegationRows.Read);
        var delegation = Some.Delegation().At(Some.Morning, 3);
        Assert.Equal("cc8f_peg-head_20260201", DelegationRows.Key(delegation.RaterId, delegation.From));
        Assert.Equal("version_cc8f_peg-head_20260201_000003", DelegationRows.VersionKey(delegation));
    }

    private static Delegation Any(Any any) => new(
        any.Person(), any.Person(), any.Day(), any.Day(), any.Person(), any.Text(), any.Instant(), 1 + any.Int(999_998));
}
