using Kinerja.Domain;
using Kinerja.Domain.Distribution;

namespace Kinerja.Application;

public interface IRaterReasons
{
    Task<Tagged<RaterReason>?> FindAsync(AgencyId agency, AppraisalPeriod period, EmployeeId rater, CancellationToken cancel);

    /// <summary>Writes the first version (tag null) or the next one; false when somebody else wrote meanwhile.</summary>
    Task<bool> PutAsync(AgencyId agency, RaterReason reason, string? tag, CancellationToken cancel);

    IAsyncEnumerable<RaterReason> ListAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel);
}
