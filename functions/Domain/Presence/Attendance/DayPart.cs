using Kinerja.Domain.Calendars;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

public enum DayHalf
{
    /// <summary>From the start of the hours to the middle between start and end.</summary>
    First,

    /// <summary>From the middle to the end.</summary>
    Second,
}

/// <summary>
/// A part of a day's hours: a half, or from a time (included) to a time (excluded) by the clock of the place of work.
/// It belongs to the date on which the shift starts: of a shift over midnight a time before its start by the clock is
/// of the next date, and an end that is not after its beginning lies a day later.
/// </summary>
public readonly record struct DayPart
{
    private DayPart(DayHalf? half, LocalTime from, LocalTime to) => (Half, From, To) = (half, from, to);

    /// <summary>Null: hours by the clock.</summary>
    public DayHalf? Half { get; }

    public LocalTime From { get; }

    public LocalTime To { get; }

    public static DayPart Of(DayHalf half) => new(half, default, default);

    /// <summary>Equal times are no part of a day.</summary>
    public static DayPart Of(LocalTime from, LocalTime to) => from == to
        ? throw new ArgumentException("A part of a day has a length.", nameof(to))
        : new(null, from, to);

    /// <summary>Whether both may lie over each other; a half and hours by the clock may.</summary>
    internal bool MayOverlap(DayPart other) => (Half, other.Half) switch
    {
        ({ } one, { } another) => one == another,
        (null, null) => From >= To || other.From >= other.To || (From < other.To && other.From < To),
        _ => true,
    };

    /// <summary>Where it lies in time, on the date of the shift with these hours.</summary>
    internal Interval On(LocalDate date, DayHours hours, DateTimeZone zone)
    {
        var all = hours.On(date, zone);
        if (Half is { } half)
        {
            var middle = all.Start + (all.Duration / 2);
            return half == DayHalf.First ? new Interval(all.Start, middle) : new Interval(middle, all.End);
        }

        var begins = date.PlusDays(hours.CrossesMidnight && From < hours.Start && To <= hours.Start ? 1 : 0);
        return new DayHours(From, To, 0).On(begins, zone);
    }
}

/// <summary>
/// A part of a day for which somebody need not be at work, with what says so. Duty counts as worked; leave takes its
/// share off what the day asks for.
/// </summary>
public sealed record ExcusedPart(LeaveKind Kind, DayPart Part, DayFinding Finding)
{
    internal bool IsDuty => Kind is LeaveKind.DutyTravel or LeaveKind.Training;
}
