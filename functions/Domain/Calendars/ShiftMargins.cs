using NodaTime;

namespace Kinerja.Domain.Calendars;

/// <summary>
/// How far around its hours a shift takes check-ins: from so many minutes before its start (included) to so many after
/// its end (excluded). Handover is how long around its end a shift that waits for a leaving still takes it though the
/// next one has begun. No regulation says it; it is an agency's to set.
/// </summary>
public readonly record struct ShiftMargins(int BeforeMinutes, int AfterMinutes, int HandoverMinutes)
{
    /// <summary>The most that an agency may set before a start; further off it is nearer to the day before.</summary>
    public const int MostBefore = 720;

    /// <summary>The most that an agency may set after an end.</summary>
    public const int MostAfter = 1440;

    /// <summary>Four hours before, eleven after: office hours of two days never overlap by it.</summary>
    public static ShiftMargins Default { get; } = new(240, 660, 30);

    public Duration Handover => Duration.FromMinutes(HandoverMinutes);

    /// <summary>The hours with the margins around them.</summary>
    public Interval Around(Interval hours) =>
        new(hours.Start - Duration.FromMinutes(BeforeMinutes), hours.End + Duration.FromMinutes(AfterMinutes));
}
