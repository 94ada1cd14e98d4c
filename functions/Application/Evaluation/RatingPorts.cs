using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;

namespace Kinerja.Application.Evaluation;

public interface IRatings
{
    Task<Tagged<Rating>?> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel);

    /// <summary>
    /// Every version, voided ones too, oldest first; ratings from before versions were kept have their last one only.
    /// </summary>
    Task<IReadOnlyList<Rating>> ListVersionsAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel);

    /// <summary>
    /// Writes the first version (tag null) or the next one with what is to be told of it; false when somebody else
    /// wrote meanwhile.
    /// </summary>
    Task<bool> PutAsync(
        AgencyId agency, Rating rating, string? tag, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel);

    /// <summary>The ratings that stand: voided ones are left out.</summary>
    IAsyncEnumerable<Rating> ListAsync(
        AgencyId agency, AppraisalPeriod period, HashRange range, CancellationToken cancel);

    /// <summary>The last late rating of each person who has one.</summary>
    IAsyncEnumerable<Rating> ListLateAsync(
        AgencyId agency, AppraisalPeriod period, HashRange range, CancellationToken cancel);

    Task PutAsync(AgencyId agency, UnitPerformance performance, CancellationToken cancel);

    IAsyncEnumerable<UnitPerformance> ListUnitsAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel);
}
