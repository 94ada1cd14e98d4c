using NodaTime;

namespace Kinerja.Domain.FlexibleWork;

/// <summary>Counting of planned days: in a week, and in a row.</summary>
public static class FlexibleQuota
{
    /// <summary>Runs are followed this far in each direction; a longer spell of days off ends one.</summary>
    private const int FarthestDays = 31;

    /// <summary>Days of the week of <paramref name="date"/>, Monday to Sunday, without the date itself.</summary>
    public static int OthersInWeek(IReadOnlyCollection<LocalDate> planned, LocalDate date)
    {
        var monday = date.PlusDays(1 - (int)date.DayOfWeek);
        return planned.Distinct().Count(d => d != date && d >= monday && d < monday.PlusDays(7));
    }

    /// <summary>
    /// Length of the run of planned days that the date would stand in, itself included. A working day at the office
    /// ends a run; days off that are not planned are passed over and not counted.
    /// </summary>
    public static int InARow(
        IReadOnlyCollection<LocalDate> planned, LocalDate date, Func<LocalDate, bool> isWorkingDay) =>
        1 + Reach(planned, date, 1, isWorkingDay) + Reach(planned, date, -1, isWorkingDay);

    private static int Reach(
        IReadOnlyCollection<LocalDate> planned, LocalDate date, int step, Func<LocalDate, bool> isWorkingDay)
    {
        var length = 0;
        for (var days = 1; days <= FarthestDays; days++)
        {
            var day = date.PlusDays(days * step);
            if (planned.Contains(day))
            {
                length++;
            }
            else if (isWorkingDay(day))
            {
                break;
            }
        }

        return length;
    }
}
