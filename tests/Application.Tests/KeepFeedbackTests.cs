using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using NodaTime;

namespace Kinerja.Application.Tests;

public sealed class KeepFeedbackTests
{
    private readonly World _world = new();

    [Fact]
    public async Task A_note_gets_the_servers_time_and_the_agencys_quarter()
    {
        _world.Clock.Now = Some.At("2026-03-31T17:00:00Z");
        var note = (await SubmitAsync(Some.Feedback())).Value.Note;
        Assert.Equal(_world.Clock.Now, note.ReceivedAt);
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
        _world.Clock.Now = Some.At("2026-03-31T16:59:59Z");
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
        Assert.Equal("Laporan selesai tepat waktu.", Assert.Single(_world.Feedback.Rows).Value.Words);
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
        Refused.Is(RefusalCodes.UnknownAgency, await SubmitAsync(Some.Feedback() with { AgencyId = Some.OtherAgencyId }));

    [Fact]
    public async Task A_role_that_does_not_fit_is_refused_and_nothing_is_stored()
    {
        Refused.Is(RefusalCodes.FeedbackRoleMismatch, await SubmitAsync(Some.Feedback() with { Role = GiverRole.Subordinate }));
        Assert.Empty(_world.Feedback.Rows);
    }

    [Fact]
    public async Task Notes_are_listed_by_the_time_they_came()
    {
        await SubmitAsync(Some.Feedback("note-zzzz"));
        _world.Clock.Advance(Duration.FromMinutes(1));
        await SubmitAsync(Some.Feedback("note-aaaa"));
        var listed = (await _world.KeepFeedback.ListAsync(Some.AgencyId, Some.Quarter, Some.Person(), default)).Value;
        Assert.Equal(["note-zzzz", "note-aaaa"], listed.Select(n => n.Id.ToString()));
    }

    [Fact]
    public async Task Notes_on_an_unknown_person_are_not_listed() => Refused.Is(
        RefusalCodes.UnknownEmployee,
        await _world.KeepFeedback.ListAsync(Some.AgencyId, Some.Quarter, Some.Person("peg-nobody"), default));

    private Task<Result<RecordedFeedback>> SubmitAsync(FeedbackClaim claim) => _world.KeepFeedback.SubmitAsync(claim, default);
}
