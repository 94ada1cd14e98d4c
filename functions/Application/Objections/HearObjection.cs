using Kinerja.Application.Notices;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Objections;

namespace Kinerja.Application.Objections;

/// <summary>One side of an objection is heard: the person, or the rater, who is asked no more then.</summary>
public sealed class HearObjection(ChangeObjection step, IInboxes inboxes, TimeProvider clock)
{
    public async Task<Result<Objection>> ExecuteAsync(
        Actor actor, AppraisalPeriod period, EmployeeId employee, Statement statement,
        CancellationToken cancel)
    {
        var heard = await step.ChangeAsync(
            actor.Agency,
            period,
            employee,
            known => Task.FromResult(ObjectionRules.Hear(known, statement with { At = clock.Now(), Actor = actor })),
            cancel);
        if (heard.TryGet(out var objection, out _) && statement.By != objection.SuperiorId)
        {
            await inboxes.EndAsync(ObjectionNotices.MatterOf(objection), statement.By, clock.Now(), cancel);
        }

        return heard;
    }
}
