using NodaTime;

namespace Kinerja.Domain.FollowUp;

/// <summary>
/// From when on something that follows a result may run: today or later, and within a year, since the next year's
/// result decides anew.
/// </summary>
public static class FirstDays
{
    public const int MostDaysAhead = 366;

    public static Refusal? FaultOf(LocalDate from, LocalDate today)
    {
        if (from < today)
        {
            return new Refusal(RefusalKind.Unprocessable, RefusalCodes.DayPast, "It begins today or later.")
            { Faults = [new("/from", "This day is past.")] };
        }

        return from > today.PlusDays(MostDaysAhead)
            ? Refusal.Malformed("/from", $"A day at most {MostDaysAhead} days from now is expected.")
            : null;
    }
}
