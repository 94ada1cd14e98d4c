using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Application.FlexibleWork;

/// <summary>
/// For the month's fold: on which days somebody worked elsewhere without being covered by plan, post or entitlement,
/// and why. One read of plans and entitlements for a person or a whole bucket; the rest is in memory.
/// </summary>
public sealed class JudgeFlexibleDays(AgencyDirectory register, IEntitlements entitlements, IFlexibleDays days)
{
    public async Task<FlexibleMonth> OfPersonAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel) =>
        await BookAsync(
            agency,
            await entitlements.ListAsync(agency, employee, cancel),
            await days.ListAsync(agency, month, employee, cancel),
            cancel);

    public async Task<FlexibleMonth> OfRangeAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) =>
        await BookAsync(
            agency,
            await entitlements.ListAsync(agency, range, cancel).ToListAsync(cancel),
            await days.ListAsync(agency, month, range, cancel).ToListAsync(cancel),
            cancel);

    private async Task<FlexibleMonth> BookAsync(
        AgencyId agency,
        IEnumerable<Entitlement> granted,
        IEnumerable<FlexibleDay> planned,
        CancellationToken cancel) =>
        new(
            agency,
            register,
            await register.PoliciesOfAsync(agency, PolicyKinds.FlexibleWork, cancel),
            await register.RulesOfAsync(agency, cancel),
            granted.ToLookup(e => e.EmployeeId),
            planned.ToDictionary(d => (d.EmployeeId, d.Date)));
}
