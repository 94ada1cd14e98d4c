using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Geofencing;

/// <summary>Suggests a good outline for one that crosses itself. Stores nothing.</summary>
public sealed class RepairFence(AgencyDirectory register, ExpensiveWorkLane lane)
{
    /// <summary>Always in the lane: how long a repair takes is bounded, but it is never short for sure.</summary>
    public async Task<Result<OutlineRepair>> ExecuteAsync(
        AgencyId agency, FenceRepairRequest drawn, CancellationToken cancel) =>
        await register.FindAgencyAsync(agency, cancel) is null
            ? NotFound.Agency(agency)
            : await lane.RunAsync(
                agency,
                stop => drawn.Read(stop).Then(area => OutlineRepairRules.Of(area, stop)),
                cancel);
}
