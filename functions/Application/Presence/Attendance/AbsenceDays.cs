using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// The days by which a year's absences are counted, in whichever agency they were, and the ladder that they are held
/// against.
/// </summary>
internal static class AbsenceDays
{
    /// <summary>
    /// The year's days and, while a run of absences may come from there, those of the months before it; at most the
    /// year before.
    /// </summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="stretches">Where the person served when.</param>
    /// <param name="monthAsync">A month's days in one of them; null when they are not known.</param>
    internal static async Task<List<AttendanceDay>> ReadAsync(
        int year,
        IReadOnlyList<ServiceStretch> stretches,
        Func<ServiceStretch, YearMonth, Task<IReadOnlyList<AttendanceDay>?>> monthAsync)
    {
        var days = new List<AttendanceDay>(366);
        foreach (var month in AppraisalPeriod.OfYear(year).Months)
        {
            days.AddRange(await OfMonthAsync(month));
        }

        var mayComeFromThere = AbsenceRules.MayHaveBegunBefore(days);
        foreach (var month in AppraisalPeriod.OfYear(year - 1).Months.Reverse().TakeWhile(_ => mayComeFromThere))
        {
            var before = await OfMonthAsync(month);
            mayComeFromThere = before.Any(d => d.Status is not DayStatus.NotInService)
                && AbsenceRules.MayReachThrough(before);
            days.AddRange(before);
        }

        return days;

        async Task<List<AttendanceDay>> OfMonthAsync(YearMonth month)
        {
            var found = new List<AttendanceDay>(31);
            foreach (var stretch in stretches.Where(s => s.Meets(month)))
            {
                found.AddRange((await monthAsync(stretch, month) ?? []).Where(d => stretch.Holds(d.Date)));
            }

            return found;
        }
    }

    /// <summary>Two years of days are read at most.</summary>
    internal static Task<IReadOnlyList<ServiceStretch>> OfYearAsync(
        this ReadStretches stretches, AgencyId agency, EmployeeId person, int year, CancellationToken cancel) =>
        stretches.OfAsync(agency, person, AppraisalPeriod.OfYear(year - 1).FirstDay, cancel);

    internal static async Task<DisciplineLaw> DisciplineOfAsync(
        this AgencyDirectory register, AgencyId agency, PersonTimeline person, CancellationToken cancel) => new(
        await register.PoliciesOfAsync(agency, PolicyKinds.Discipline, cancel), date => person.On(date).Kind);
}
