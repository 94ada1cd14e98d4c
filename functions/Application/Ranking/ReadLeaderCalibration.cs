using Kinerja.Application.Workforce;
using Kinerja.Domain;

namespace Kinerja.Application.Ranking;

/// <summary>A run's calibration as one leader may see it: the whole pack less what is not below the leader.</summary>
public sealed class ReadLeaderCalibration(ReadCalibration calibration, ReadLeaderReach reach)
{
    public async Task<Result<CalibratedRun>> ExecuteAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId leader, CancellationToken cancel)
    {
        if (!(await calibration.ExecuteAsync(agency, period, cancel)).TryGet(out var whole, out var refusal))
        {
            return refusal;
        }

        var below = await reach.ExecuteAsync(agency, leader, cancel);
        return whole with { Calibration = whole.Calibration.SeenBy(leader, below.People, below.Units) };
    }
}
