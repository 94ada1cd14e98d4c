using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Objections;

namespace Kinerja.Application.Objections;

/// <summary>One side of an objection is heard: the person, or the rater.</summary>
public sealed class HearObjection(ChangeObjection step, TimeProvider clock)
{
    public Task<Result<Objection>> ExecuteAsync(
        Actor actor, AppraisalPeriod period, EmployeeId employee, StatementCommand statement,
        CancellationToken cancel) =>
        step.ChangeAsync(
            actor.Agency,
            period,
            employee,
            known => Task.FromResult(ObjectionRules.Hear(known, statement.At(clock.Now(), actor))),
            cancel);
}
