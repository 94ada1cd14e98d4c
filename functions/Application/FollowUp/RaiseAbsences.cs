using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.FollowUp;

/// <summary>
/// After months were folded: proposes what the year's absences come to by the agency's ladder (PP 94/2021), and has
/// proposals lapse whose days are gone. A month of a year that is over is settled in the next year too, since days in a
/// row go on across New Year. Days in an agency that a person came from count where he or she serves now, and propose
/// nothing there any more. It reads the stored months again, so whoever folds last is right; done twice it changes
/// nothing.
/// </summary>
public sealed class RaiseAbsences(
    AgencyDirectory register, IAttendanceMonths months, IProposals proposals, IMoves moves, ReadStretches stretches,
    TimeProvider clock)
{
    /// <param name="agency">Whose people they are.</param>
    /// <param name="folded">Months of one year, just written; who has no absence in them, no proposal and no move is
    /// passed over.</param>
    /// <param name="cancel">Stops between two people.</param>
    public async Task ExecuteAsync(AgencyId agency, IReadOnlyList<AttendanceMonth> folded, CancellationToken cancel)
    {
        if (folded.Count == 0)
        {
            return;
        }

        var places = folded.Select(m => HashRange.PlaceOf(m.EmployeeId)).ToList();
        var moved = await moves.ListAsync(agency, new HashRange(places.Min(), places.Max() + 1), cancel)
            .ToListAsync(cancel);
        var year = folded[0].Month.Year;
        await SettleAsync(agency, year, folded, moved, cancel);
        foreach (var left in folded.SelectMany(m => moved.Where(move => move.TakesFrom(agency, m.EmployeeId))))
        {
            await FollowAsync(left, year, cancel);
        }
    }

    private async Task SettleAsync(
        AgencyId agency, int year, IReadOnlyList<AttendanceMonth> folded, IReadOnlyList<Move> moved,
        CancellationToken cancel)
    {
        var absent = folded.Where(m => m.Days.Any(d => d.IsAbsent)
            || moved.Any(move => move.BringsTo(agency, m.EmployeeId) || move.TakesFrom(agency, m.EmployeeId)))
            .Select(m => m.EmployeeId).ToHashSet();
        await SettleAsync(agency, year, [.. folded.Select(m => m.EmployeeId)], absent, cancel);
    }

    /// <summary>What changed here counts where the person went, and from there on.</summary>
    private async Task FollowAsync(Move left, int year, CancellationToken cancel)
    {
        var (agency, person) = (left.ToAgencyId, left.EmployeeId);
        await SettleAsync(agency, year, [person], [person], cancel);
        foreach (var next in await moves.ListAsync(agency, person, cancel))
        {
            if (next.Value.TakesFrom(agency, person) && next.Value.On > left.On)
            {
                await FollowAsync(next.Value, year, cancel);
            }
        }
    }

    private async Task SettleAsync(
        AgencyId agency, int year, IReadOnlyList<EmployeeId> people, HashSet<EmployeeId> absent,
        CancellationToken cancel)
    {
        var home = (await register.FindAgencyAsync(agency, cancel))!;
        var today = clock.Now().InZone(home.Zone).Date;
        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.FollowUp, cancel)).On(today);
        if (policy.Proposals.Absences is null)
        {
            return;
        }

        foreach (var settled in year < today.Year ? new[] { year, year + 1 } : [year])
        {
            var known = (await proposals.ListOfAbsencesAsync(agency, settled, cancel).ToListAsync(cancel)).ToLookup(
                p => p.Value.EmployeeId);
            foreach (var person in people.Where(p => absent.Contains(p) || known.Contains(p)))
            {
                await SettleAsync(agency, settled, person, [.. known[person]], policy, today, cancel);
            }
        }
    }

    private async Task SettleAsync(
        AgencyId agency, int year, EmployeeId person, List<Tagged<Proposal>> known, FollowUpPolicy policy,
        LocalDate today, CancellationToken cancel)
    {
        var terms = policy.Proposals.Absences!;
        if (await register.FindTimelineAsync(agency, person, cancel) is not { } timeline)
        {
            return;
        }

        // Whoever is seconded is still the agency's own.
        var employee = await register.FindEmployeeAsync(agency, person, cancel);
        var served = await stretches.OfYearAsync(agency, person, year, cancel);
        var counts = employee is { Active: true } && terms.For.Contains(employee.Kind) && served[0].To >= today;
        var (tags, standing) = (known.ToDictionary(p => p.Value.Id), known.ConvertAll(p => p.Value));
        var settled = counts
            ? AbsenceProposalRules.Settle(
                agency,
                await CountAsync(agency, year, timeline, served, terms, cancel),
                standing,
                policy.Version,
                clock.Now())
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
        AgencyId agency, int year, PersonTimeline person, IReadOnlyList<ServiceStretch> served, AbsenceTerms terms,
        CancellationToken cancel)
    {
        var days = await AbsenceDays.ReadAsync(
            year,
            served,
            async (at, month) => (await months.FindAsync(at.AgencyId, at.EmployeeId, month, cancel))?.Days);
        return AbsenceRules.Count(
            person.Id,
            year,
            days.Where(d => d.Date >= terms.From),
            await register.DisciplineOfAsync(agency, person, cancel));
    }
}
