using Kinerja.Application.Notices;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Objections;

namespace Kinerja.Application.Objections;

/// <summary>The person takes an objection back; nobody is asked for it any more.</summary>
public sealed class WithdrawObjection(ChangeObjection step, IInboxes inboxes, TimeProvider clock)
{
    public async Task<Result<Objection>> ExecuteAsync(
        Actor actor, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel)
    {
        var withdrawn = await step.ChangeAsync(
            actor.Agency, period, employee, known => Task.FromResult(ObjectionRules.Withdraw(known, actor)), cancel);
        if (withdrawn.TryGet(out var objection, out _))
        {
            await inboxes.EndAsync(ObjectionNotices.MatterOf(objection), null, clock.Now(), cancel);
        }

        return withdrawn;
    }
}
