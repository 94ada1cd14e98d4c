using Kinerja.Application.Events;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A correction as it stands, and whether this request had been heard before.</summary>
public sealed record RecordedCorrection(CorrectionRecord Record, bool Replayed);

/// <summary>
/// Corrections of a day: asked for once, decided once by the person's rater or a delegate, and every step kept. What
/// changes a day marks its month before it is written.
/// </summary>
public sealed class KeepCorrections(
    AgencyDirectory register,
    ICorrections corrections,
    IShiftSwaps swaps,
    IDelegations delegations,
    ReadAttendance attendance,
    InvalidateMonths mark,
    OutboxPublisher tell,
    TimeProvider clock)
{
    /// <summary>No shift that a moment may be of starts farther from it.</summary>
    private const int DaysBeside = 4;

    public async Task<Result<RecordedCorrection>> RequestAsync(
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
            ? await RequestAsync(actor, claim, moment, person, cancel)
            : refusal;
    }

    private async Task<Result<RecordedCorrection>> RequestAsync(
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
            await MarkAsync(correction, person, cancel);
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

    public async Task<Result<CorrectionRecord>> DecideAsync(
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
        await MarkAsync(decided, person, cancel);
        // Also when it was decided before: the worker that decided may have died before it was taken out of what waits.
        var news = CorrectionNotices.Decided(decided);
        return await corrections.ReplaceAsync(record, found.Tag, news, cancel)
            && await tell.SendAllAsync(agency, news, cancel)
            ? record
            : new Refusal(RefusalKind.Conflict, RefusalCodes.CorrectionDecided, "It was decided at this very moment.");
    }

    public async Task<Result<IReadOnlyList<CorrectionRecord>>> ListAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var found = await corrections.ListAsync(agency, month, employee, cancel);
        return found.OrderBy(c => c.Correction.Date).ThenBy(c => c.Correction.Id).ToList();
    }

    /// <summary>What waits for that rater or delegate, oldest day first.</summary>
    public async Task<Result<ListPage<CorrectionRecord>>> InboxAsync(
        AgencyId agency, EmployeeId rater, string? after, int most, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, rater, cancel) is not { } decider)
        {
            return NotFound.Employee(rater, "/raterId");
        }

        var rates = await delegations.RatedTodayByAsync(register, agency, decider, cancel);
        var mine = new List<CorrectionRecord>();
        await foreach (var open in corrections.ListOpenAsync(agency, cancel))
        {
            if (await register.FindEmployeeAsync(agency, open.Correction.EmployeeId, cancel) is { } person
                && rates(person))
            {
                mine.Add(open);
            }
        }

        return mine.After(after, most, c =>
            $"{LocalDatePattern.Iso.Format(c.Correction.Date)}_{c.Correction.EmployeeId}_{c.Correction.Id}");
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

    private Task MarkAsync(Correction correction, Employee person, CancellationToken cancel) =>
        correction.State == CorrectionState.Approved
            ? mark.OfDayAsync(correction.AgencyId, person.Id, correction.Date, cancel)
            : Task.CompletedTask;
}
