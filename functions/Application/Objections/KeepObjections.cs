using Kinerja.Application.Events;
using Kinerja.Application.Runs;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Objections;

/// <summary>
/// What happens to an objection once it is filed: both sides are heard, the superior decides, or the person withdraws
/// it.
/// </summary>
public sealed class KeepObjections(
    AgencyDirectory register, IRuns runs, IRunResults results, IObjections objections, ApplyObjections apply,
    OutboxPublisher tell, TimeProvider clock)
{
    public async Task<Result<Objection>> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel) =>
        (await SearchAsync(agency, period, employee, cancel)).Then<Objection>(found => found.Value);

    /// <summary>
    /// Of one period, or only those that wait for one superior, whom the register has above the rater today or had when
    /// it was filed, or past the term to pass on above that one; the earliest last day first.
    /// </summary>
    public async Task<Result<ListPage<Objection>>> ListAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId? superior, string? after, int most,
        CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        if (superior is { } named && await register.FindEmployeeAsync(agency, named, cancel) is null)
        {
            return NotFound.Employee(named, "/superiorId");
        }

        var today = (await register.TodayAsync(agency, cancel))!.Value;
        var found = await objections.ListAsync(agency, period, cancel)
            .Select(tagged => tagged.Value)
            .Where(async (o, stop) => superior is not { } who
                || (o.State == ObjectionState.Filed && await WaitsForAsync(agency, o, who, today, stop)))
            .ToListAsync(cancel);
        return found.After(after, most, o => $"{LocalDatePattern.Iso.Format(o.DecideBy)}_{o.Claim.EmployeeId}");
    }

    private async Task<bool> WaitsForAsync(
        AgencyId agency, Objection objection, EmployeeId superior, LocalDate today, CancellationToken cancel) =>
        objection.SuperiorId == superior
        || (await DecidingLines.FindAsync(register, agency, objection, cancel)).MayDecide(objection, superior, today);

    public Task<Result<Objection>> HearAsync(
        Actor actor, AppraisalPeriod period, EmployeeId employee, StatementCommand statement,
        CancellationToken cancel) =>
        ChangeAsync(
            actor.Agency,
            period,
            employee,
            known => Task.FromResult(ObjectionRules.Hear(known, statement.At(clock.Now(), actor))),
            cancel);

    /// <summary>
    /// A changed result is evaluated and ranked again at once, or by the timer when another revision is on its way.
    /// </summary>
    public async Task<Result<Objection>> DecideAsync(
        Actor actor, AppraisalPeriod period, EmployeeId employee, RulingCommand ruling, CancellationToken cancel)
    {
        var decided = await RuleAsync(actor, period, employee, ruling, cancel);
        return decided.Refusal is null && decided.Value.AwaitsRevision
            && await apply.ApplyAsync(actor.Agency, period, cancel)
                ? await FindAsync(actor.Agency, period, employee, cancel)
                : decided;
    }

    private Task<Result<Objection>> RuleAsync(
        Actor actor, AppraisalPeriod period, EmployeeId employee, RulingCommand ruling, CancellationToken cancel) =>
        ChangeAsync(
            actor.Agency,
            period,
            employee,
            async known =>
            {
                var agency = actor.Agency;
                var delivered = await runs.ListAsync(agency, period, cancel).LastAsync(
                    r => r.PublishedAt is not null, cancel);
                var input = await results.FindInputAsync(delivered, employee, cancel);
                return ObjectionRules.Decide(
                    known,
                    ruling.At(clock.Now(), actor),
                    input?.Rating,
                    await DecidingLines.FindAsync(register, agency, known, cancel),
                    (await register.TodayAsync(agency, cancel))!.Value);
            },
            cancel);

    public Task<Result<Objection>> WithdrawAsync(
        Actor actor, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel) =>
        ChangeAsync(
            actor.Agency, period, employee, known => Task.FromResult(ObjectionRules.Withdraw(known, actor)), cancel);

    private async Task<Result<Tagged<Objection>>> SearchAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        return await objections.FindAsync(agency, period, employee, cancel) is { } found
            ? found
            : NotFound.Objection(employee, period);
    }

    private async Task<Result<Objection>> ChangeAsync(
        AgencyId agency,
        AppraisalPeriod period,
        EmployeeId employee,
        Func<Objection, Task<Result<Objection>>> change,
        CancellationToken cancel)
    {
        if (!(await SearchAsync(agency, period, employee, cancel)).TryGet(out var found, out var missing))
        {
            return missing;
        }

        if (!(await change(found.Value)).TryGet(out var changed, out var refusal))
        {
            return refusal;
        }

        var news = ObjectionNotices.Decided(found.Value, changed);
        return changed == found.Value
            || (await objections.PutAsync(changed, found.Tag, news, cancel)
                && await tell.SendAllAsync(agency, news, cancel))
            ? changed
            : Refusal.Stale("Somebody else wrote to this objection at the same moment; read it again.");
    }
}
