using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.FollowUp;

/// <summary>
/// After months were folded: proposes what the year's absences come to by the agency's ladder (PP 94/2021), and has
/// proposals lapse whose days are gone. A month of a year that is over is settled in the next year too, since days in a
/// row go on across New Year. It reads the stored months again, so whoever folds last is right; done twice it changes
/// nothing.
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

        var home = (await register.FindAgencyAsync(agency, cancel))!;
        var today = clock.Now().InZone(home.Zone).Date;
        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.FollowUp, cancel)).On(today);
        if (policy.Proposals.Absences is null)
        {
            return;
        }

        var year = folded[0].Month.Year;
        await SettleAsync(agency, year, folded, policy, cancel);
        if (year < today.Year)
        {
            await SettleAsync(agency, year + 1, folded, policy, cancel);
        }
    }

    private async Task SettleAsync(
        AgencyId agency, int year, IReadOnlyList<AttendanceMonth> folded, FollowUpPolicy policy,
        CancellationToken cancel)
    {
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
        if (await register.FindTimelineAsync(agency, person, cancel) is not { } timeline)
        {
            return;
        }

        // Whoever is seconded is still the agency's own.
        var employee = await register.FindEmployeeAsync(agency, person, cancel);
        var counts = employee is { Active: true } && terms.For.Contains(employee.Kind);
        var (tags, standing) = (known.ToDictionary(p => p.Value.Id), known.ConvertAll(p => p.Value));
        var settled = counts
            ? AbsenceProposalRules.Settle(
                agency, await CountAsync(agency, year, timeline, terms, cancel), standing, policy.Version, clock.Now())
            : AbsenceProposalRules.Leave(standing, clock.Now());
        foreach (var after in settled)
        {
            var before = tags.GetValueOrDefault(after.Id);
            if (!ReferenceEquals(before?.Value, after))
            {
                // Whoever wrote meanwhile is a person at work on it: what he wrote stands.
                await proposals.PutAsync(after, before?.Tag, null, cancel);
            }
        }
    }

    private async Task<AbsenceYear> CountAsync(
        AgencyId agency, int year, PersonTimeline person, AbsenceTerms terms, CancellationToken cancel)
    {
        var days = await AbsenceDays.ReadAsync(
            year, async month => (await months.FindAsync(agency, person.Id, month, cancel))?.Days);
        return AbsenceRules.Count(
            person.Id,
            year,
            days.Where(d => d.Date >= terms.From),
            await register.DisciplineOfAsync(agency, person, cancel));
    }
}
