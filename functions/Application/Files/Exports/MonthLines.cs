using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Files.Exports;

internal sealed record AttendanceLine(
    PersonMonth Person, OrganisationUnit Unit, MonthState State, AttendanceSummary Summary)
{
    /// <summary>Null without a day that has begun.</summary>
    internal IReadOnlyList<AttendanceDay>? Days => Person.Month is { Days.Count: > 0 } month ? month.Days : null;
}
