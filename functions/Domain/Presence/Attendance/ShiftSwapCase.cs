using Kinerja.Domain.Calendars;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// What a swap is held against: the two people, the rosters with the swaps that hold, who decides, and the moment.
/// </summary>
public sealed record ShiftSwapCase(
    PersonTimeline One, PersonTimeline Other, MonthRules Rules, IReadOnlyList<SwapApprover> Approvers, Instant Now)
{
    /// <summary>A shift lasts a day at most, so that no farther one can overlap with it.</summary>
    private const int DaysBeside = 2;

    /// <summary>
    /// Why the swap cannot hold, null if it can. A day that is over at either one's place is past, so no day of a
    /// closed month is ever swapped: a month is closed once it is over everywhere. Both are in service and stand on one
    /// roster, with different hours. Nobody comes to have two shifts at the same time by it.
    /// </summary>
    internal Refusal? WhyNot(ShiftSwap swap)
    {
        var after = Rules with { Swaps = Rules.Swaps.With(swap) };
        return swap.Dates.Select((date, i) => WhyNotOn(date, $"/dates/{i}")).FirstOrDefault(no => no is not null)
            ?? WhyOverlap(One, swap.Dates, after)
            ?? WhyOverlap(Other, swap.Dates, after);
    }

    private Refusal? WhyNotOn(LocalDate date, string pointer)
    {
        if (date < One.DateAt(Now) || date < Other.DateAt(Now))
        {
            return No(RefusalCodes.DayPast, pointer, $"{date:uuuu-MM-dd} is over; what it came to can be corrected.");
        }

        if (Period.DaysBetween(One.DateAt(Now), date) > ShiftSwapRules.MostDaysAhead)
        {
            return Refusal.Malformed(pointer, $"A date at most {ShiftSwapRules.MostDaysAhead} days ahead is expected.");
        }

        var (one, other) = (PlanOn(One, date, Rules), PlanOn(Other, date, Rules));
        if (!IsOnRoster(One, one) || !IsOnRoster(Other, other) || !ReferenceEquals(one.Time, other.Time))
        {
            Sentence apart = $"On {date:uuuu-MM-dd} the two do not stand on one roster.";
            return No(RefusalCodes.NoShiftToSwap, pointer, apart);
        }

        return one.Hours == other.Hours
            ? No(RefusalCodes.NoShiftToSwap, pointer, $"On {date:uuuu-MM-dd} both have the same hours, or none.")
            : null;
    }

    private static Refusal? WhyOverlap(PersonTimeline person, IReadOnlyList<LocalDate> dates, MonthRules after)
    {
        foreach (var (i, date) in dates.Index())
        {
            var shifts = Enumerable.Range(-DaysBeside, (2 * DaysBeside) + 1).Select(date.PlusDays)
                .Select(day => (Day: day, Hours: PlanOn(person, day, after).Hours?.On(day, person.ZoneOn(day))))
                .Where(shift => shift.Hours is not null).ToList();
            var own = shifts.Find(shift => shift.Day == date).Hours;
            var overlap = shifts.Find(shift => own is { } hours && shift.Day != date
                && shift.Hours!.Value.Start < hours.End && hours.Start < shift.Hours.Value.End);
            if (overlap.Hours is not null)
            {
                var days = $"{date:uuuu-MM-dd} and {overlap.Day:uuuu-MM-dd}";
                return No(RefusalCodes.ShiftsOverlap, $"/dates/{i}", $"{person.Id} would have two at once, of {days}.");
            }
        }

        return null;
    }

    private static DayPlan PlanOn(PersonTimeline person, LocalDate date, MonthRules rules) =>
        DayPlan.Of(person.On(date), date, rules);

    private static bool IsOnRoster(PersonTimeline person, DayPlan plan) =>
        person.On(plan.Date).Active && plan.Time.DutyOf(person.Id, plan.Date).OnRoster;

    private static Refusal No(string code, string pointer, Sentence detail) =>
        new(RefusalKind.Unprocessable, code, detail) { Faults = [new(pointer, detail)] };
}
