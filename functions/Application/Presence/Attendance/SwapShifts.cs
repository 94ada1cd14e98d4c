using Kinerja.Application.Events;
using Kinerja.Application.Notices;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A swap as it stands, and whether this request had been heard before.</summary>
public sealed record RecordedShiftSwap(ShiftSwap Swap, bool Replayed);

/// <summary>
/// Swaps of shifts: asked for once, answered by the other person and the superiors, and every step kept. Once a swap
/// holds, both people's months are marked, before it is written.
/// </summary>
public sealed class SwapShifts(
    AgencyDirectory register,
    IShiftSwaps swaps,
    FindSwapApprovers approvers,
    InvalidateMonths mark,
    IInboxes inboxes,
    OutboxPublisher tell,
    TimeProvider clock)
{
    /// <summary>Days around a shift whose check-ins may have been made for it.</summary>
    private const int DaysBefore = 1, DaysAfter = 3;

    /// <summary>So often an answer is held against what came to hold meanwhile; then the client asks again.</summary>
    private const int MostTries = 10;

    public async Task<Result<RecordedShiftSwap>> RequestAsync(
        Actor actor, ShiftSwapCommand claim, CancellationToken cancel)
    {
        var found = await CaseAsync(claim.AgencyId, claim.EmployeeId, claim.WithId, claim.Dates, cancel);
        if (!found.TryGet(out var at, out var refusal))
        {
            return refusal;
        }

        var month = claim.Dates[0].ToYearMonth();
        var known = await swaps.FindAsync(claim.AgencyId, claim.EmployeeId, month, claim.Id, cancel);
        if (known is not null)
        {
            return Replayed(known.Value, claim);
        }

        if (!ShiftSwapRules.Request(claim, actor, at).TryGet(out var swap, out refusal))
        {
            return refusal;
        }

        var news = ShiftSwapNotices.Requested(swap, at.Approvers);
        if (await swaps.PutAsync(swap, null, null, news, cancel))
        {
            await tell.SendAllAsync(claim.AgencyId, news, cancel);
            return new RecordedShiftSwap(swap, Replayed: false);
        }

        known = await swaps.FindAsync(claim.AgencyId, claim.EmployeeId, month, claim.Id, cancel);
        return Replayed(known!.Value, claim);
    }

    public async Task<Result<ShiftSwap>> DecideAsync(
        Actor actor, EmployeeId employee, LocalDate first, ClientId id, DayDecision decision,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await TryDecideAsync(actor, employee, first, id, decision, cancel) is { } answered)
            {
                return answered;
            }
        }

        return new Refusal(
            RefusalKind.Conflict, RefusalCodes.ShiftSwapDecided, "Others were answered at this moment; try again.");
    }

    /// <summary>
    /// Null when somebody was faster: with this swap, or with another one that came to hold. What holds is counted
    /// before the swaps are read, so that none is missed.
    /// </summary>
    private async Task<Result<ShiftSwap>?> TryDecideAsync(
        Actor actor, EmployeeId employee, LocalDate first, ClientId id, DayDecision decision,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        var held = await swaps.FindHeldAsync(agency, cancel);
        var found = await swaps.FindAsync(agency, employee, first.ToYearMonth(), id, cancel);
        if (found is not { Value: var known } || known.First != first)
        {
            return NotFound.ShiftSwap(id);
        }

        var asked = await CaseAsync(agency, known.EmployeeId, known.WithId, known.Dates, cancel);
        if (!asked.TryGet(out var at, out var refusal)
            || !ShiftSwapRules.Decide(known, decision, actor, at).TryGet(out var answered, out refusal))
        {
            return refusal;
        }

        if (ReferenceEquals(answered, known))
        {
            return known;
        }

        var holds = answered.State == ShiftSwapState.Approved;
        if (holds)
        {
            answered = answered with { Number = held.Count + 1 };
            await MarkAsync(answered, cancel);
        }

        var news = ShiftSwapNotices.Answered(answered);
        if (!await swaps.PutAsync(answered, found.Tag, holds ? held : null, news, cancel))
        {
            return null;
        }

        await tell.SendAllAsync(agency, news, cancel);
        await EndAsync(answered, at, decision.DecidedBy, cancel);
        return answered;
    }

    /// <summary>Who has answered is asked no more, and of one superior and who acts for that one each.</summary>
    private async Task EndAsync(ShiftSwap swap, ShiftSwapCase at, EmployeeId by, CancellationToken cancel)
    {
        var matter = NoticeMatter.ShiftSwap(swap.AgencyId, swap.EmployeeId, swap.First, swap.Id.ToString());
        var same = at.Approvers.Where(a => a.All.Contains(by)).SelectMany(a => a.All).Append(by).Distinct();
        foreach (var person in same)
        {
            await inboxes.EndAsync(matter, person, at.Now, cancel);
        }
    }

    /// <summary>Those of either side with a date in the month, by first date.</summary>
    public async Task<Result<IReadOnlyList<ShiftSwap>>> ListAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var found = await swaps.TouchingAsync(agency, month.ToDateInterval(), cancel)
            .Where(s => s.Both.Contains(employee)).ToListAsync(cancel);
        return found.OrderBy(s => s.First).ThenBy(s => s.EmployeeId).ThenBy(s => s.Id).ToList();
    }

    private static Result<RecordedShiftSwap> Replayed(ShiftSwap stored, ShiftSwapCommand claim) => stored.IsOf(claim)
        ? new RecordedShiftSwap(stored, Replayed: true)
        : Refusal.ReusedId("This swap id was used for another swap.");

    private async Task<Result<ShiftSwapCase>> CaseAsync(
        AgencyId agency, EmployeeId one, EmployeeId other, IReadOnlyList<LocalDate> dates, CancellationToken cancel)
    {
        if (await register.FindTimelineAsync(agency, one, cancel) is not { } first)
        {
            return NotFound.Employee(one);
        }

        if (await register.FindTimelineAsync(agency, other, cancel) is not { } second)
        {
            return NotFound.Employee(other, "/withId");
        }

        var days = new DateInterval(dates[0].PlusDays(-DaysAfter), dates[^1].PlusDays(DaysAfter));
        var rules = await register.RulesOfAsync(agency, cancel) with
        {
            Swaps = await swaps.OnAsync(agency, days, cancel),
        };
        return new ShiftSwapCase(
            first, second, rules, await approvers.OfAsync(agency, [one, other], cancel), clock.Now());
    }

    private async Task MarkAsync(ShiftSwap swap, CancellationToken cancel)
    {
        foreach (var person in swap.Both)
        {
            foreach (var date in swap.Dates)
            {
                var days = new DateInterval(date.PlusDays(-DaysBefore), date.PlusDays(DaysAfter));
                await mark.OfCheckInsAsync(swap.AgencyId, person, days, cancel);
            }
        }
    }
}
