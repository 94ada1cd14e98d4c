using Kinerja.Application.Files.Sheets;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Files.Exports;

/// <summary>A month of everybody who serves in it, as tables for a payroll.</summary>
public sealed class ExportMonths(AgencyDirectory register, AgencyStatements statements)
{
    public async Task<Result<Sheet>> AttendanceAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        (await register.OfMonthAsync(agency, month, cancel)).Then<Sheet>(_ => Sheet.Of(
            NameOf(agency, "attendance", month),
            AttendanceColumns.Of(month),
            statements.MonthsAsync(agency, month, cancel).Select(line => new AttendanceLine(
                line.Person, line.Unit, line.State, AttendanceSummary.Of(line.Person.Month is { } m ? [m] : [])))));

    /// <summary>
    /// By the agency's scheme of the month's first day; of a month that the office has closed, as it was closed.
    /// </summary>
    public async Task<Result<Sheet>> DeductionsAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        (await register.OfMonthAsync(agency, month, cancel)).Then<Sheet>(_ => Sheet.Of(
            NameOf(agency, "deductions", month),
            DeductionColumns.All,
            statements.ListAsync(agency, month, cancel)));

    private static string NameOf(AgencyId agency, string what, YearMonth month) =>
        $"{agency}_{what}_{YearMonthPattern.Iso.Format(month)}";
}
