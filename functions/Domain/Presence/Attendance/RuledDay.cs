using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Puts a ruling in place of what a day's records leave open. A day off, leave and a day to come stay what they are.
/// What the ruling covers costs nothing; what was recorded inside an area is measured as on any other day.
/// </summary>
internal static class RuledDay
{
    /// <param name="day">The day as its records have it.</param>
    /// <param name="plan">What the date asks for.</param>
    /// <param name="facts">The ruling, and corrections that may be newer.</param>
    /// <param name="records">All that was received for the day.</param>
    internal static AttendanceDay Of(
        AttendanceDay day, DayPlan plan, DayFacts facts, IReadOnlyList<DayRecord> records)
    {
        if (facts.Ruling is not { Standing: { } step } ruling || !day.IsWorkingDay || day.IsExcused
            || (!ruling.IsFinal && IsCorrectedSince(facts, step.At)))
        {
            return day;
        }

        var outcome = step.Outcome!.Value;
        var findings = day.Findings.Where(f => f.Reason != DayReason.HalfDay)
            .Append(new DayFinding(ReasonOf(outcome), step.By.ToString())).ToList();
        if (outcome is RulingOutcome.HalfDay or RulingOutcome.Absent
            && records.Any(r => !r.Rejected && r.CheckIn.ReceivedAt > step.At))
        {
            findings.Add(new(DayReason.RecordedAfterRuling));
        }

        var required = plan.RequiredMinutes;
        var half = required - (required / 2);
        var owed = required - day.ExcusedMinutes;
        var early = plan.Time.Required is { PerWeek: true } ? 0 : Math.Max(0, owed - half);
        return Apply(day, outcome, early) with
        {
            Findings = [.. findings.OrderBy(f => f.Reason)],
            Flagged = findings.Exists(f => f.Reason is DayReason.CheckInFlagged or DayReason.RecordedAfterRuling),
            WorkedMinutes = outcome switch
            {
                RulingOutcome.Absent => null,
                RulingOutcome.HalfDay => Math.Min(half, owed),
                _ => day.WorkedMinutes ?? owed,
            },
        };
    }

    private static AttendanceDay Apply(AttendanceDay day, RulingOutcome outcome, int early) =>
        outcome switch
        {
            RulingOutcome.Absent => day with
            {
                Status = DayStatus.Absent,
                Mode = null,
                Place = null,
                LateMinutes = null,
                EarlyMinutes = null,
                AwayMinutes = 0,
            },
            RulingOutcome.HalfDay => day with
            {
                Status = DayStatus.HalfDay,
                LateMinutes = 0,
                EarlyMinutes = early,
                AwayMinutes = 0,
            },
            RulingOutcome.PresentOffice => Present(day, WorkMode.Office),
            RulingOutcome.PresentField or RulingOutcome.PresentDuty => Present(day, WorkMode.Field),
            RulingOutcome.PresentFlexible => Present(day, WorkMode.Flexible),
        };

    private static AttendanceDay Present(AttendanceDay day, WorkMode mode) => day with
    {
        Status = DayStatus.Present,
        Mode = mode,
        LateMinutes = day.LateMinutes ?? 0,
        EarlyMinutes = day.EarlyMinutes ?? 0,
    };

    private static DayReason ReasonOf(RulingOutcome outcome) => outcome switch
    {
        RulingOutcome.PresentOffice => DayReason.RuledPresentOffice,
        RulingOutcome.PresentField => DayReason.RuledPresentField,
        RulingOutcome.PresentFlexible => DayReason.RuledPresentFlexible,
        RulingOutcome.PresentDuty => DayReason.RuledPresentDuty,
        RulingOutcome.HalfDay => DayReason.RuledHalfDay,
        RulingOutcome.Absent => DayReason.RuledAbsent,
    };

    /// <summary>What the superior decided last holds; but nothing undoes what an objection made final.</summary>
    private static bool IsCorrectedSince(DayFacts facts, Instant ruledAt) => facts.Corrections.Any(
        c => c.State == CorrectionState.Approved && c.Trail[^1].At > ruledAt);
}
