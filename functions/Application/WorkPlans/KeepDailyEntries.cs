using Kinerja.Application.Policies;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.WorkPlans;

/// <summary>What people did day by day under their agreed plan: written, submitted, approved or sent back.</summary>
public sealed class KeepDailyEntries(
    AgencyDirectory register, IWorkPlans plans, IDailyEntries entries, IDelegations delegations, TimeProvider clock)
{
    /// <summary>
    /// The same again changes nothing. With <paramref name="condition"/> (If-Match) a change must build on that
    /// version.
    /// </summary>
    public async Task<Result<DailyEntry>> PutAsync(
        Actor actor, EmployeeId employee, LocalDate day, ClientId id, DailyEntryCommand asked,
        VersionCondition? condition, CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.FindAgencyAsync(agency, cancel) is not { } known
            || await register.FindEmployeeAsync(agency, employee, cancel) is not { } person)
        {
            return NotFound.Employee(employee);
        }

        if (!(await AgreedPlan.FindAsync(plans, agency, employee, asked.Content.PlanFrom, cancel)).TryGet(
            out var agreed, out var refusal))
        {
            return refusal;
        }

        var current = await entries.FindAsync(agency, employee, day, id, cancel);
        if (current is null && await entries.ListAsync(agency, employee, day, day.PlusDays(1), cancel)
            .CountAsync(cancel) >= DailyEntryRules.MostPerDay)
        {
            return Refusal.Malformed("/id", $"A day has at most {DailyEntryRules.MostPerDay} entries.");
        }

        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.WorkPlan, cancel)).On(day);
        var next = new DailyEntry(
            employee, day, id, asked.Content, asked.Submit ? DailyEntryState.Submitted : DailyEntryState.Draft,
            clock.Now(), 0)
        {
            Actor = actor.For(employee),
        };
        return await StoreAsync(
            agency, person, DailyEntryRules.Write(current?.Value, next, agreed, policy.DailyEntryDays, known.Zone),
            current, condition, cancel);
    }

    public async Task<Result<DailyEntry>> DecideAsync(
        Actor actor, EmployeeId employee, LocalDate day, ClientId id, DailyEntryDecisionCommand asked,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.FindEmployeeAsync(agency, employee, cancel) is not { } person)
        {
            return NotFound.Employee(employee);
        }

        if (await entries.FindAsync(agency, employee, day, id, cancel) is not { } current)
        {
            return NotFound.DailyEntry(employee, id);
        }

        var raters = await delegations.RatersTodayAsync(register, agency, person, cancel);
        var decision = new DailyEntryDecision(asked.By, asked.Approved, asked.Words, clock.Now())
        {
            Actor = actor.For(asked.By),
        };
        return await StoreAsync(
            agency, person, DailyEntryRules.Decide(current.Value, decision, raters), current, null, cancel);
    }

    private async Task<Result<DailyEntry>> StoreAsync(
        AgencyId agency, Employee person, Result<DailyEntry> written, Tagged<DailyEntry>? current,
        VersionCondition? condition, CancellationToken cancel)
    {
        if (!written.TryGet(out var next, out var refusal))
        {
            return refusal;
        }

        if (ReferenceEquals(next, current?.Value))
        {
            if (next.State == DailyEntryState.Draft)
            {
                // The one before may have ended between the entry and what its deciders were told.
                await entries.TellAsync(agency, new(next, [], TakenBack: true), cancel);
            }

            return next;
        }

        var told = new WrittenEntry(
            next, await DecidersAsync(agency, person, next, current?.Value, cancel),
            TakenBack: next.State == DailyEntryState.Draft && current?.Value.State == DailyEntryState.Submitted);
        if (condition?.Allows(current?.Value.Version) == false
            || !await entries.PutAsync(agency, told, current, cancel))
        {
            return Refusal.Stale($"The entry's version is {current?.Value.Version ?? 0}, or has just changed.");
        }

        await entries.TellAsync(agency, told, cancel);
        return next;
    }

    /// <summary>What waited before its change has been told.</summary>
    private async Task<IReadOnlyList<EmployeeId>> DecidersAsync(
        AgencyId agency, Employee person, DailyEntry next, DailyEntry? current, CancellationToken cancel) =>
        next.State == DailyEntryState.Submitted && current?.State != DailyEntryState.Submitted
            ? (await delegations.RatersTodayAsync(register, agency, person, cancel)).All
            : [];
}
