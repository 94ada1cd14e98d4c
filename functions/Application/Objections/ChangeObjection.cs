using Kinerja.Application.Events;
using Kinerja.Domain;
using Kinerja.Domain.Objections;

namespace Kinerja.Application.Objections;

/// <summary>One step of an objection: read, decided, and written unless somebody else wrote meanwhile.</summary>
public sealed class ChangeObjection(ReadObjections read, IObjections objections, OutboxPublisher tell)
{
    internal async Task<Result<Objection>> ChangeAsync(
        AgencyId agency,
        AppraisalPeriod period,
        EmployeeId employee,
        Func<Objection, Task<Result<Objection>>> change,
        CancellationToken cancel)
    {
        if (!(await read.SearchAsync(agency, period, employee, cancel)).TryGet(out var found, out var missing))
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
