using Kinerja.Application.Runs;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Objections;

namespace Kinerja.Application.Objections;

/// <summary>The superior decides an objection after both sides were heard.</summary>
public sealed class DecideObjection(
    ReadObjections read, ChangeObjection step, AgencyDirectory register, IRuns runs, IRunResults results,
    ApplyObjections apply, TimeProvider clock)
{
    /// <summary>
    /// A changed result is evaluated and ranked again at once, or by the timer when another revision is on its way.
    /// </summary>
    public async Task<Result<Objection>> ExecuteAsync(
        Actor actor, AppraisalPeriod period, EmployeeId employee, Ruling ruling, CancellationToken cancel)
    {
        var decided = await RuleAsync(actor, period, employee, ruling, cancel);
        return decided.Refusal is null && decided.Value.AwaitsRevision
            && await apply.ApplyAsync(actor.Agency, period, cancel)
                ? await read.FindAsync(actor.Agency, period, employee, cancel)
                : decided;
    }

    private Task<Result<Objection>> RuleAsync(
        Actor actor, AppraisalPeriod period, EmployeeId employee, Ruling ruling, CancellationToken cancel) =>
        step.ChangeAsync(
            actor.Agency,
            period,
            employee,
            async known =>
            {
                var agency = actor.Agency;
                var delivered = (await runs.FindDeliveredAsync(agency, period, cancel))!;
                var input = await results.FindInputAsync(delivered, employee, cancel);
                return ObjectionRules.Decide(
                    known,
                    ruling with { At = clock.Now(), Actor = actor },
                    input?.Rating,
                    await DecidingLines.FindAsync(register, agency, known, cancel),
                    (await register.TodayAsync(agency, cancel))!.Value);
            },
            cancel);
}
