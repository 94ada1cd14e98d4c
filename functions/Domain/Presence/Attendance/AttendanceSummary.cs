using Kinerja.Domain.Presence.CheckIns;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>What a quarter's evaluation shows of presence. It is control, not merit: no predicate reads it.</summary>
public readonly record struct AttendanceSummary(
    int WorkingDays,
    int PresentDays,
    int FlexibleDays,
    int ReviewDays,
    int NoRecordDays,
    int ExcusedDays,
    int LateMinutes,
    int EarlyMinutes)
{
    /// <summary>Of the days present those without a late minute.</summary>
    public int OnTimeDays { get; init; }

    /// <summary>Of the flexible days those without a late minute.</summary>
    public int FlexibleOnTimeDays { get; init; }

    /// <summary>Every working day is one of present, review, no record (or ruled absent) and excused.</summary>
    public static AttendanceSummary Of(IEnumerable<AttendanceMonth> months)
    {
        var sum = default(AttendanceSummary);
        foreach (var day in months.SelectMany(m => m.Days).Where(d => d.IsWorkingDay))
        {
            var isFlexible = day.IsPresent && day.Mode == WorkMode.Flexible;
            var isOnTime = day is { IsPresent: true, LateMinutes: null or 0 };
            sum = new AttendanceSummary(
                sum.WorkingDays + 1,
                sum.PresentDays + (day.IsPresent ? 1 : 0),
                sum.FlexibleDays + (isFlexible ? 1 : 0),
                sum.ReviewDays + (day.Status is DayStatus.NeedsReview or DayStatus.Uncertain ? 1 : 0),
                sum.NoRecordDays + (day.IsAbsent ? 1 : 0),
                sum.ExcusedDays + (day.IsExcused ? 1 : 0),
                sum.LateMinutes + (day.LateMinutes ?? 0),
                sum.EarlyMinutes + (day.EarlyMinutes ?? 0))
            {
                OnTimeDays = sum.OnTimeDays + (isOnTime ? 1 : 0),
                FlexibleOnTimeDays = sum.FlexibleOnTimeDays + (isFlexible && isOnTime ? 1 : 0),
            };
        }

        return sum;
    }
}
