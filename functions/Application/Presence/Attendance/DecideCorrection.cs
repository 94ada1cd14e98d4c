using Kinerja.Application.Events;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// A correction is decided once by the person's rater or a delegate. What changes a day marks its month before it is
/// written.
/// </summary>
public sealed class DecideCorrection(
    AgencyDirectory register, ICorrections corrections, IDelegations delegations, InvalidateMonths mark,
    OutboxPublisher tell, TimeProvider clock)
{
    public async Task<Result<CorrectionRecord>> ExecuteAsync(
        Actor actor, EmployeeId employee, LocalDate date, ClientId id, DayDecision decision,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        var person = await register.FindEmployeeAsync(agency, employee, cancel);
        if (person is null)
        {
            return NotFound.Employee(employee);
        }

        var found = await corrections.FindAsync(agency, employee, date.ToYearMonth(), id, cancel);
        if (found?.Value.Correction.Date != date)
        {
            return NotFound.Correction(id);
        }

        var raters = await delegations.RatersTodayAsync(register, agency, person, cancel);
        var judged = CorrectionRules.Decide(found.Value.Correction, decision, actor, raters, clock.Now());
        if (!judged.TryGet(out var decided, out var refusal))
        {
            return refusal;
        }

        var record = found.Value with { Correction = decided };
        await mark.OfCorrectionAsync(decided, cancel);
        // Also when it was decided before: the worker that decided may have died before it was taken out of what waits.
        var news = CorrectionNotices.Decided(decided);
        return await corrections.ReplaceAsync(record, found.Tag, news, cancel)
            && await tell.SendAllAsync(agency, news, cancel)
            ? record
            : new Refusal(RefusalKind.Conflict, RefusalCodes.CorrectionDecided, "It was decided at this very moment.");
    }
}
