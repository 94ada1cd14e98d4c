using Kinerja.Application.Events;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A correction as it stands, and whether this request had been heard before.</summary>
public sealed record RecordedCorrection(CorrectionRecord Record, bool Replayed);

/// <summary>A correction of a day is asked for once. What changes a day marks its month before it is written.</summary>
public sealed class RequestCorrection(
    AgencyDirectory register, ICorrections corrections, IShiftSwaps swaps, IDelegations delegations,
    ReadAttendance attendance, InvalidateMonths mark, OutboxPublisher tell, TimeProvider clock)
{
    /// <summary>No shift that a moment may be of starts farther from it.</summary>
    private const int DaysBeside = 4;

    public async Task<Result<RecordedCorrection>> ExecuteAsync(
        Actor actor, CorrectionCommand claim, CancellationToken cancel)
    {
        var person = await register.FindEmployeeAsync(claim.AgencyId, claim.EmployeeId, cancel);
        if (person is null)
        {
            return NotFound.Employee(claim.EmployeeId);
        }

        var timeline = await register.FindTimelineAsync(claim.AgencyId, claim.EmployeeId, cancel);
        var around = claim.Date ?? claim.At!.Value.InUtc().Date;
        var rules = await register.RulesOfAsync(claim.AgencyId, cancel) with
        {
            Swaps = await swaps.OnAsync(
                claim.AgencyId, new(around.PlusDays(-DaysBeside), around.PlusDays(DaysBeside)), cancel),
        };
        var placed = CorrectionMoment.Of(claim, timeline!, rules);
        return placed.TryGet(out var moment, out var refusal)
            ? await ExecuteAsync(actor, claim, moment, person, cancel)
            : refusal;
    }

    private async Task<Result<RecordedCorrection>> ExecuteAsync(
        Actor actor, CorrectionCommand claim, CorrectionMoment moment, Employee person, CancellationToken cancel)
    {
        var month = moment.Date.ToYearMonth();
        var known = await corrections.FindAsync(claim.AgencyId, claim.EmployeeId, month, claim.Id, cancel);
        if (known is not null && CorrectionRules.IsOf(known.Value.Correction, claim, moment))
        {
            // Stored again, so that what a dead worker left in the list of what waits is set right.
            return new RecordedCorrection((await corrections.AddOrFindAsync(known.Value, [], cancel))!, Replayed: true);
        }

        var raters = await delegations.RatersTodayAsync(register, claim.AgencyId, person, cancel);
        var asked = CorrectionRules.Request(claim, moment, actor, raters, clock.Now());
        if (!asked.TryGet(out var correction, out var refusal))
        {
            return refusal;
        }

        var record = new CorrectionRecord(correction, known is null ? await ShownAsync(correction, cancel) : null);
        var stored = known?.Value;
        if (stored is null)
        {
            await mark.OfCorrectionAsync(correction, cancel);
            var news = CorrectionNotices.Requested(correction, raters);
            stored = await corrections.AddOrFindAsync(record, news, cancel);
            await tell.SendAllAsync(claim.AgencyId, stored is null ? news : [], cancel);
        }

        if (stored is null)
        {
            return new RecordedCorrection(record, Replayed: false);
        }

        return CorrectionRules.IsOf(stored.Correction, claim, moment)
            ? new RecordedCorrection(stored, Replayed: true)
            : Refusal.ReusedId("This correction id was used for another correction.");
    }

    /// <summary>What the month shows before the correction, for whoever decides and for the trail.</summary>
    private async Task<LocalTime?> ShownAsync(Correction asked, CancellationToken cancel)
    {
        var month = await attendance.MonthAsync(asked.AgencyId, asked.EmployeeId, asked.Date.ToYearMonth(), cancel);
        // On the evening before a shift its day is not shown yet.
        var day = month.Value.Days.SingleOrDefault(d => d.Date == asked.Date);
        return asked.Kind switch
        {
            CorrectionKind.Arrival => day?.FirstIn,
            CorrectionKind.Leaving => day?.LastOut,
        };
    }
}
