using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.FollowUp;

/// <summary>
/// After months were folded: proposes what the year's absences come to by PP 94/2021, and has proposals lapse whose
/// days are gone. It reads the stored months again, so whoever folds last is right; done twice it changes nothing.
/// </summary>
public sealed class RaiseAbsences(
    AgencyDirectory register, IAttendanceMonths months, IProposals proposals, TimeProvider clock)
{
    /// <param name="agency">Whose people they are.</param>
    /// <param name="folded">Months of one year, just written; who has no absence in them and no proposal is passed
    /// over.</param>
    /// <param name="cancel">Stops between two people.</param>
    public async Task ExecuteAsync(AgencyId agency, IReadOnlyList<AttendanceMonth> folded, CancellationToken cancel)
    {
        if (folded.Count == 0)
        {
            return;
        }

        var year = folded[0].Month.Year;
        var home = (await register.FindAgencyAsync(agency, cancel))!;
        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.FollowUp, cancel)).On(
            clock.Now().InZone(home.Zone).Date);
        if (policy.Proposals.Absences is null)
        {
            return;
        }

        var known = (await proposals.ListOfAbsencesAsync(agency, year, cancel).ToListAsync(cancel)).ToLookup(
            p => p.Value.EmployeeId);
        foreach (var person in folded.Where(
            m => m.Days.Any(d => d.IsAbsent) || known.Contains(m.EmployeeId)))
        {
            await SettleAsync(agency, year, person.EmployeeId, [.. known[person.EmployeeId]], policy, cancel);
        }
    }

    private async Task SettleAsync(
        AgencyId agency, int year, EmployeeId person, List<Tagged<Proposal>> known, FollowUpPolicy policy,
        CancellationToken cancel)
    {
        var terms = policy.Proposals.Absences!;
        var employee = await register.FindEmployeeAsync(agency, person, cancel);
        var counts = employee is { Active: true } && terms.For.Contains(employee.Kind);
        var days = counts ? (await DaysAsync(agency, year, person, cancel)).Where(d => d.Date >= terms.From) : [];
        var counted = AbsenceRules.Count(person, year, days);
        var tags = known.ToDictionary(p => p.Value.Id);
        foreach (var after in AbsenceProposalRules.Settle(
            agency, counted, [.. known.Select(p => p.Value)], policy.Version, clock.Now()))
        {
            var before = tags.GetValueOrDefault(after.Id);
            if (!ReferenceEquals(before?.Value, after))
            {
                // Whoever wrote meanwhile is a person at work on it: what he wrote stands.
                await proposals.PutAsync(after, before?.Tag, null, cancel);
            }
        }
    }

    private async Task<List<AttendanceDay>> DaysAsync(
        AgencyId agency, int year, EmployeeId person, CancellationToken cancel)
    {
        var days = new List<AttendanceDay>(366);
        foreach (var month in AppraisalPeriod.OfYear(year).Months)
        {
            days.AddRange((await months.FindAsync(agency, person, month, cancel))?.Days ?? []);
        }

        return days;
    }
}
