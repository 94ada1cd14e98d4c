using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Files.Exports;

/// <summary>A person's month before it is made a row.</summary>
internal sealed record MonthLine(PersonMonth Person, OrganisationUnit Unit, MonthState State);

internal sealed record AttendanceLine(
    PersonMonth Person, OrganisationUnit Unit, MonthState State, AttendanceSummary Summary)
{
    /// <summary>Null without a day that has begun.</summary>
    internal IReadOnlyList<AttendanceDay>? Days => Person.Month is { Days.Count: > 0 } month ? month.Days : null;
}

/// <summary>The statement is there only when its figures may be told.</summary>
internal sealed record DeductionTableLine(
    EmployeeId EmployeeId, OrganisationUnit Unit, YearMonth Month, MonthState State, DeductionStatement? Statement);
