using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>Corrections of a person's month, and what waits for a rater.</summary>
public sealed class ReadCorrections(AgencyDirectory register, ICorrections corrections, IDelegations delegations)
{
    public async Task<Result<IReadOnlyList<CorrectionRecord>>> ListAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var found = await corrections.ListAsync(agency, month, employee, cancel);
        return found.OrderBy(c => c.Correction.Date).ThenBy(c => c.Correction.Id).ToList();
    }

    /// <summary>What waits for that rater or delegate, oldest day first.</summary>
    public async Task<Result<ListPage<CorrectionRecord>>> InboxAsync(
        AgencyId agency, EmployeeId rater, string? after, int most, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, rater, cancel) is not { } decider)
        {
            return NotFound.Employee(rater, "/raterId");
        }

        var rates = await delegations.RatedTodayByAsync(register, agency, decider, cancel);
        var mine = new List<CorrectionRecord>();
        await foreach (var open in corrections.ListOpenAsync(agency, cancel))
        {
            if (await register.FindEmployeeAsync(agency, open.Correction.EmployeeId, cancel) is { } person
                && rates(person))
            {
                mine.Add(open);
            }
        }

        return mine.After(after, most, c =>
            $"{LocalDatePattern.Iso.Format(c.Correction.Date)}_{c.Correction.EmployeeId}_{c.Correction.Id}");
    }
}
