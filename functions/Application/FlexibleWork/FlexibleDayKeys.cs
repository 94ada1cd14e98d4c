using System.Globalization;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace Kinerja.Application.FlexibleWork;

/// <summary>
/// A partition is an agency's ISO week-year, so that a week is never cut in two, and a person's quota, a unit's count
/// and the day itself are written in one transaction.
/// </summary>
internal static class FlexibleDayKeys
{
    internal static int WeekYear(LocalDate date) => WeekYearRules.Iso.GetWeekYear(date);

    internal static string Partition(AgencyId agency, int weekYear) =>
        string.Create(CultureInfo.InvariantCulture, $"{agency}_{weekYear:D4}");

    /// <summary>By month and then by person, so that a bucket's month is one range.</summary>
    internal static string Day(EmployeeId employee, LocalDate date) =>
        string.Create(CultureInfo.InvariantCulture, $"{PersonPrefix(employee, date.ToYearMonth())}{date.Day:D2}");

    internal static string PersonPrefix(EmployeeId employee, YearMonth month) =>
        $"{MonthPrefix(month)}{TableKeys.Person(employee)}_";

    internal static string MonthPrefix(YearMonth month) => $"day_{TableKeys.Month(month)}_";

    internal static string UnitDay(UnitId unit, LocalDate date, EmployeeId employee) =>
        $"{UnitDayPrefix(unit, date)}{employee}";

    internal static string UnitDayPrefix(UnitId unit, LocalDate date) =>
        $"unit_{unit}_{LocalDatePattern.Iso.Format(date)}_";

    internal static string Count(UnitId unit, LocalDate date) => $"count_{unit}_{LocalDatePattern.Iso.Format(date)}";

    internal static string Person(EmployeeId employee) => $"person_{TableKeys.Person(employee)}";
}
