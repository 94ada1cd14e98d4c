using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence;
using NodaTime;

namespace Kinerja.Application;

/// <summary>A person's check-ins and the month folded from them, always fresh.</summary>
public sealed class ReadAttendance(Register register, ICheckIns checkIns)
{
    public async Task<Result<AttendanceMonth>> MonthAsync(
        AgencyId agency,
        EmployeeId employee,
        YearMonth month,
        CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return Unknown.Employee(employee);
        }

        var found = await checkIns.ListAsync(agency, month, employee, cancel);
        return AttendanceRules.Fold(employee, month, found, Year2026.Calendar, Year2026.Hours);
    }

    public async Task<Result<IReadOnlyList<CheckIn>>> CheckInsAsync(
        AgencyId agency,
        EmployeeId employee,
        YearMonth month,
        CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return Unknown.Employee(employee);
        }

        var found = await checkIns.ListAsync(agency, month, employee, cancel);
        return found.OrderBy(c => c.TimeThatCounts).ThenBy(c => c.Claim.Id).ToList();
    }
}
