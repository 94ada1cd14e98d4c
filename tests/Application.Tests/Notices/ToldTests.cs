using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Tests.Notices;

/// <summary>Who is told what, written with its cause.</summary>
public sealed class ToldTests
{
    private readonly World _world = new();

    [Fact]
    public async Task The_rater_learns_of_a_correction_and_the_person_of_its_decision()
    {
        _world.Add(Some.Employee() with { RaterId = Some.Person("peg-head") });
        var asked = new CorrectionCommand(
            Some.Client("koreksi-1"), Some.AgencyId, Some.Person(), new LocalDate(2026, 2, 3), CorrectionKind.Arrival,
            new LocalTime(7, 30), "Rapat di luar.", null, Some.Person());
        Assert.Null((await _world.RequestCorrection.ExecuteAsync(Some.Actor, asked, default)).Refusal);
        var told = Assert.Single(_world.Inboxes.Of(Some.Person("peg-head")));
        Assert.Equal(
            (NoticeCode.CorrectionRequested, Some.Person(), asked.Date, "koreksi-1"),
            (told.Code, told.About.EmployeeId!.Value, told.About.Date!.Value, told.About.Reference));

        await _world.RequestCorrection.ExecuteAsync(Some.Actor, asked, default);
        Assert.Single(_world.Inboxes.Rows);

        var decision = new DayDecision(Some.Person("peg-head"), true, "Benar.");
        var decided = await _world.DecideCorrection.ExecuteAsync(
            Some.Actor, Some.Person(), asked.Date!.Value, asked.Id, decision, default);
        Assert.Null(decided.Refusal);
        var answer = Assert.Single(_world.Inboxes.Of(Some.Person()));
        Assert.Equal((NoticeCode.CorrectionDecided, "approved"), (answer.Code, answer.About.Outcome));
        Assert.Empty(_world.Outbox.Rows);
    }
}
