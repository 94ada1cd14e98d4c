namespace Kinerja.Domain.Presence.Attendance;

/// <summary>What a scheme may deduct for. A day is never deducted for where it was worked.</summary>
public enum DeductionEvent
{
    Late,
    LeftEarly,

    /// <summary>Left in the middle of the day and came back.</summary>
    AwayMidDay,

    /// <summary>A leaving inside an area without any arrival.</summary>
    NoArrival,

    /// <summary>An arrival without any leaving.</summary>
    NoLeaving,

    /// <summary>The third record of the day was not made.</summary>
    MidDayMissing,

    /// <summary>A working day without any record or known reason.</summary>
    Absent,
}

/// <summary>Of what an amount is told.</summary>
public enum DeductionUnit
{
    /// <summary>Percent of the month's allowance, or of its presence share.</summary>
    PercentOfMonth,

    /// <summary>Percent of a day's amount: the month's divided by the days to be worked in it.</summary>
    PercentOfDay,
    Rupiah,
}

/// <summary>
/// Minutes from (included) to (included; null: open), and what they cost. With <see cref="PerMinutes"/> the amount
/// counts once for each that many full minutes.
/// </summary>
public sealed record DeductionBand(int FromMinutes, int? ToMinutes, decimal Amount, int? PerMinutes = null)
{
    public bool Holds(int minutes) => minutes >= FromMinutes && (ToMinutes is not { } to || minutes <= to);

    public decimal Of(int minutes) => PerMinutes is { } each ? Amount * (minutes / each) : Amount;
}

/// <summary>What one kind of event costs. Events without minutes have one band, from 0.</summary>
public sealed record DeductionRule(
    string Id, DeductionEvent Event, DeductionUnit Unit, IReadOnlyList<DeductionBand> Bands);

/// <summary>At most so much of that unit, in a day or in a month.</summary>
public readonly record struct DeductionCap(decimal Amount, DeductionUnit Unit);

/// <summary>
/// How an agency cuts the allowance for presence. Every agency differs, so all of it is data: the rules, a cap for a
/// day on which somebody was present, a cap for the month, and how much of the allowance hangs on presence at all
/// (percent).
/// </summary>
public sealed record DeductionScheme(
    string Version,
    string Basis,
    decimal PresenceSharePercent,
    IReadOnlyList<DeductionRule> Rules,
    DeductionCap? DayCap,
    DeductionCap? MonthCap);
