using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Objections;

namespace Kinerja.Application.Objections;

/// <summary>The person takes an objection back.</summary>
public sealed class WithdrawObjection(ChangeObjection step)
{
    public Task<Result<Objection>> ExecuteAsync(
        Actor actor, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel) =>
        step.ChangeAsync(
            actor.Agency, period, employee, known => Task.FromResult(ObjectionRules.Withdraw(known, actor)), cancel);
}
