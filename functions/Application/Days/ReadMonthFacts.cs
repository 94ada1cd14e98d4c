using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Days;

/// <summary>
/// The one place that reads what a month is folded from: for a slice of people by ranges, for one person by prefixes. Whoever
/// folds, for the store, for an answer or for an evaluation, folds the same.
/// </summary>
public sealed class ReadMonthFacts(
    ICheckIns checkIns,
    ILeaves leaves,
    ICorrections corrections,
    IOutages outages,
    IEntitlements entitlements)
{
    internal async Task<MonthFacts> OfAsync(AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) => new(
        month,
        await checkIns.ListAsync(agency, month, range, cancel).ToListAsync(cancel),
        await leaves.ListAsync(agency, month, range, cancel).ToListAsync(cancel),
        await corrections.ListAsync(agency, month, range, cancel).ToListAsync(cancel),
        await outages.ListAsync(agency, cancel).ToListAsync(cancel),
        await entitlements.ListAsync(agency, range, cancel).ToListAsync(cancel));

    internal async Task<MonthFacts> OfAsync(AgencyId agency, YearMonth month, EmployeeId person, CancellationToken cancel) => new(
        month,
        await checkIns.ListAsync(agency, month, person, cancel),
        await leaves.ListAsync(agency, month, person, cancel),
        await corrections.ListAsync(agency, month, person, cancel),
        await outages.ListAsync(agency, cancel).ToListAsync(cancel),
        await entitlements.ListAsync(agency, person, cancel));
}
