using Kinerja.Domain;

namespace Kinerja.Application;

public interface IObjections
{
    /// <summary>Whether somebody's objection to that period's result waits for its decision, or a decided one for its revision.</summary>
    Task<bool> AnyOpenAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel);
}
