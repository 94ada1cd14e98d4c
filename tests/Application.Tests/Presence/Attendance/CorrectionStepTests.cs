using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.Attendance;

public sealed class CorrectionStepTests
{
    private static readonly LocalDate Day = new(2026, 2, 4);
    private static readonly YearMonth February = new(2026, 2);

    private static readonly CorrectionCommand Claim = new(
        Some.Client("koreksi-0001"), Some.AgencyId, Some.Person(), Day, CorrectionKind.Arrival, new LocalTime(7, 0),
        "Ponsel rusak.", null, Some.Person());

    private static readonly DayDecision Yes = new(Some.Person("peg-head"), true, "Benar.");

    private readonly World _world = new();

    [Fact]
    public async Task A_request_keeps_what_the_month_showed_and_changes_nothing_yet()
    {
        await _world.RecordCheckIn.ExecuteAsync(Some.Actor, Some.Claim(), default);
        var recorded = await RequestAsync(Claim);
        Assert.Equal(new LocalTime(7, 30), recorded.Record.Before);
        Assert.Equal(CorrectionState.Requested, recorded.Record.Correction.State);
        Assert.Empty(_world.Dirty.Rows);
    }

    [Fact]
    public async Task A_resend_gets_the_stored_one_also_when_it_was_decided_meanwhile()
    {
        await RequestAsync(Claim);
        await DecideAsync(Yes);
        _world.Clock.Advance(Duration.FromHours(3));
        var again = await RequestAsync(Claim);
        Assert.True(again.Replayed);
        Assert.Equal(CorrectionState.Approved, again.Record.Correction.State);
        Assert.Single(_world.Corrections.Rows);
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_refused()
    {
        await RequestAsync(Claim);
        var other = await _world.RequestCorrection.ExecuteAsync(
            Some.Actor, Claim with { Time = new LocalTime(6, 0) }, default);
        Refused.Is(RefusalCodes.ReusedId, other);
    }

    [Fact]
    public async Task An_approval_marks_the_month()
    {
        await RequestAsync(Claim);
        var decided = await DecideAsync(Yes);
        Assert.Equal(CorrectionState.Approved, decided.Value.Correction.State);
        Assert.True(await _world.Dirty.IsMarkedAsync(Some.AgencyId, Some.Person(), February, default));
    }

    [Fact]
    public async Task What_the_superior_enters_marks_the_month_at_once()
    {
        var entered = await RequestAsync(Claim with { RequestedBy = Some.Person("peg-head") });
        Assert.True(entered.Record.EnteredBySuperior);
        Assert.True(await _world.Dirty.IsMarkedAsync(Some.AgencyId, Some.Person(), February, default));
    }

    [Fact]
    public async Task A_decided_one_cannot_be_decided_otherwise_and_a_new_one_can_be_asked_for()
    {
        await RequestAsync(Claim);
        await DecideAsync(Yes);
        Assert.Null((await DecideAsync(Yes)).Refusal);
        Refused.Is(RefusalCodes.CorrectionDecided, await DecideAsync(Yes with { Approved = false }));
        Assert.False((await RequestAsync(Claim with { Id = Some.Client("koreksi-0002") })).Replayed);
    }

    [Fact]
    public async Task A_correction_of_another_day_person_or_id_is_not_found()
    {
        await RequestAsync(Claim);
        var decide = _world.DecideCorrection;
        Refused.Is(RefusalCodes.UnknownCorrection,
            await decide.ExecuteAsync(Some.Actor, Some.Person(), Day.PlusDays(1), Claim.Id, Yes, default));
        Refused.Is(RefusalCodes.UnknownCorrection,
            await decide.ExecuteAsync(Some.Actor, Some.Person("peg-head"), Day, Claim.Id, Yes, default));
        Refused.Is(RefusalCodes.UnknownEmployee,
            await decide.ExecuteAsync(Some.Actor, Some.Person("peg-nobody"), Day, Claim.Id, Yes, default));
    }

    [Fact]
    public async Task A_superior_sees_what_waits_for_him_and_no_more()
    {
        _world.Add(Some.Employee("peg-0002", rater: "peg-0001"));
        await RequestAsync(Claim);
        await RequestAsync(Claim with { EmployeeId = Some.Person("peg-0002"), RequestedBy = Some.Person("peg-0002") });
        Assert.Equal([Some.Person()], await InboxAsync("peg-head"));
        Assert.Equal([Some.Person("peg-0002")], await InboxAsync("peg-0001"));
        await DecideAsync(Yes);
        Assert.Empty(await InboxAsync("peg-head"));
    }

    [Fact]
    public async Task A_new_superior_inherits_what_waits()
    {
        await RequestAsync(Claim);
        _world.Add(Some.Employee("peg-0009"), Some.Employee(rater: "peg-0009"));
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
        Assert.Empty(await InboxAsync("peg-head"));
        Assert.Equal([Some.Person()], await InboxAsync("peg-0009"));
    }

    private async Task<RecordedCorrection> RequestAsync(CorrectionCommand claim) =>
        (await _world.RequestCorrection.ExecuteAsync(Some.Actor, claim, default)).Value;

    private Task<Result<CorrectionRecord>> DecideAsync(DayDecision decision) =>
        _world.DecideCorrection.ExecuteAsync(Some.Actor, Some.Person(), Day, Claim.Id, decision, default);

    private async Task<IEnumerable<EmployeeId>> InboxAsync(string rater) =>
        (await _world.ReadCorrections.InboxAsync(
            Some.AgencyId, Some.Person(rater), null, 200, default)).Value.Items.Select(c => c.Correction.EmployeeId);
}
