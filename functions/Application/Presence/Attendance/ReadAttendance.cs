using Kinerja.Application.Policies;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A month's statement; null where the agency has no scheme of its own.</summary>
public sealed record MonthDeductions(EmployeeId EmployeeId, YearMonth Month, DeductionStatement? Statement)
{
    /// <summary>Who closed the month; null while it is open.</summary>
    public PayrollClose? Closed { get; init; }

    /// <summary>False for whoever had no statement when the month was closed.</summary>
    public bool InPayroll { get; init; } = true;

    /// <summary>Of an open month: what nobody has given of the time that it was judged by.</summary>
    public IReadOnlyList<TimeGap> Missing { get; init; } = [];
}

/// <summary>A month with what nobody has given of the time that it is judged by.</summary>
public sealed record ShownMonth(AttendanceMonth Month, IReadOnlyList<TimeGap> Missing);

/// <summary>
/// A person's check-ins, and the month as it is now: the last of its days is today, which is not over.
/// </summary>
public sealed class ReadAttendance(
    AgencyDirectory register, ICheckIns checkIns, ReadMonths months, IPayrolls payrolls, ReadStretches stretches,
    TimeProvider clock)
{
    public async Task<Result<AttendanceMonth>> MonthAsync(
        AgencyId agency,
        EmployeeId employee,
        YearMonth month,
        CancellationToken cancel) =>
        await register.FindTimelineAsync(agency, employee, cancel) is { } person
            ? await MonthOfAsync(agency, person, month, cancel)
            : NotFound.Employee(employee);

    /// <summary>The month, and what is missing of its calendar and hours; also of one that has not begun.</summary>
    public async Task<Result<ShownMonth>> ShowAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel) =>
        await register.FindTimelineAsync(agency, employee, cancel) is { } person
            ? new ShownMonth(
                await MonthOfAsync(agency, person, month, cancel), await MissingAsync(agency, person, month, cancel))
            : NotFound.Employee(employee);

    /// <summary>
    /// What the agency's scheme of the month's first day says of the month: a statement, not a payment. Without a
    /// scheme of its own there is none. Of a closed month it is what stood when it was closed, whatever changed since.
    /// </summary>
    public async Task<Result<MonthDeductions>> DeductionsAsync(
        AgencyId agency,
        EmployeeId employee,
        YearMonth month,
        CancellationToken cancel)
    {
        if (await payrolls.FindAsync(agency, month, cancel) is { Value: { Complete: true } closed }
            && await register.FindTimelineAsync(agency, employee, cancel) is { } person)
        {
            var settled = await payrolls.FindStatementAsync(agency, employee, month, cancel);
            return new MonthDeductions(employee, month, settled?.Statement)
            {
                Closed = closed,
                InPayroll = settled is not null,
                Missing = await MissingAsync(agency, person, month, cancel),
            };
        }

        if (!(await ShowAsync(agency, employee, month, cancel)).TryGet(out var shown, out var refusal))
        {
            return refusal;
        }

        var schemes = await register.PoliciesOfAsync(agency, PolicyKinds.Deduction, cancel);
        var scheme = schemes.Find(month.OnDayOfMonth(1))?.Value;
        return new MonthDeductions(employee, month, scheme is null ? null : DeductionRules.Apply(scheme, shown.Month))
        {
            Missing = shown.Missing,
        };
    }

    private async Task<AttendanceMonth> MonthOfAsync(
        AgencyId agency, PersonTimeline person, YearMonth month, CancellationToken cancel)
    {
        var today = person.DateAt(clock.Now());
        return month.CompareTo(today.ToYearMonth()) > 0
            ? FoldMonths.Unbegun(person, month)
            : await months.FindAsync(agency, month, person, LocalDate.Min(today, month.ToDateInterval().End), cancel);
    }

    /// <summary>By the unit of the month's last day.</summary>
    private async Task<IReadOnlyList<TimeGap>> MissingAsync(
        AgencyId agency, PersonTimeline person, YearMonth month, CancellationToken cancel)
    {
        var (rules, days) = (await register.RulesOfAsync(agency, cancel), month.ToDateInterval());
        return TimeGaps.Of(rules, person.On(days.End).UnitId, days.Start, days.End);
    }

    /// <summary>
    /// The working days absent in a calendar year so far, in the agencies that the person came from too, and what PP
    /// 94/2021 has people consider.
    /// </summary>
    public async Task<Result<AbsenceYear>> AbsencesAsync(
        AgencyId agency, EmployeeId employee, int year, CancellationToken cancel)
    {
        if (await register.FindTimelineAsync(agency, employee, cancel) is not { } person)
        {
            return NotFound.Employee(employee);
        }

        var law = await register.DisciplineOfAsync(agency, person, cancel);
        var days = await AbsenceDays.ReadAsync(
            year,
            await stretches.OfYearAsync(agency, employee, year, cancel),
            async (at, month) => (await MonthAsync(at.AgencyId, at.EmployeeId, month, cancel)).TryGet(
                out var found, out _) ? found.Days : null);
        return AbsenceRules.Count(employee, year, days, law);
    }

    /// <summary>What a client called this, whenever that was.</summary>
    public async Task<Result<CheckIn>> CheckInAsync(
        AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        return await checkIns.FindAsync(agency, employee, id, cancel) is { } found ? found : NotFound.CheckIn(id);
    }

    public async Task<Result<IReadOnlyList<CheckIn>>> CheckInsAsync(
        AgencyId agency,
        EmployeeId employee,
        YearMonth month,
        CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var found = await checkIns.ListAsync(agency, month, employee, cancel);
        return found.OrderBy(c => c.TimeThatCounts).ThenBy(c => c.Claim.Id).ToList();
    }
}
