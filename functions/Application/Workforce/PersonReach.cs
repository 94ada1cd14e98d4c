using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>Whose matters somebody may see, as the register says today.</summary>
public sealed class PersonReach(AgencyDirectory register, IDelegations delegations)
{
    /// <summary>
    /// Whether one stands above the other: the rater and that one's raters, heads of the units, and whoever acts for
    /// the rater today. Nobody is above somebody whom the register does not know.
    /// </summary>
    public async Task<bool> IsAboveAsync(AgencyId agency, EmployeeId one, EmployeeId other, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, one, cancel) is not { Active: true }
            || await register.FindEmployeeAsync(agency, other, cancel) is not { } person
            || await register.TodayAsync(agency, cancel) is not { } today)
        {
            return false;
        }

        return await SuperiorLine.In(register, agency, cancel).IsAboveAsync(one, person, cancel)
            || DelegationRules.ActsAsRater(
                person, one, await delegations.ListForAsync(register, agency, person, cancel), today);
    }

    /// <summary>
    /// Whether the other is oneself, below or above, or serves in one's own unit: whose decisions one waits for has a
    /// name, as whom one decides on, and so has a colleague to whom one gives feedback.
    /// </summary>
    public async Task<bool> MayNameAsync(
        AgencyId agency, EmployeeId one, EmployeeId other, CancellationToken cancel) =>
        one == other
        || await IsColleagueAsync(agency, one, other, cancel)
        || await IsAboveAsync(agency, one, other, cancel)
        || await IsAboveAsync(agency, other, one, cancel);

    private async Task<bool> IsColleagueAsync(
        AgencyId agency, EmployeeId one, EmployeeId other, CancellationToken cancel) =>
        await register.FindEmployeeAsync(agency, one, cancel) is { Active: true } reader
        && await register.FindEmployeeAsync(agency, other, cancel) is { Active: true } colleague
        && reader.UnitId == colleague.UnitId;
}
