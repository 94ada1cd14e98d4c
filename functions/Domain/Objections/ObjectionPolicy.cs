namespace Kinerja.Domain.Objections;

/// <summary>How the days of a term are counted.</summary>
public enum DayCount
{
    Calendar,

    /// <summary>Monday to Friday without the days off of the agency's calendar.</summary>
    Working,
}

/// <summary>A term (tenggat): so many days, counted so.</summary>
public sealed record Term(int Days, DayCount Count);

/// <summary>
/// The terms of an objection (keberatan). PP 30/2019 art. 59 gives 14 days from delivery to object. How long the
/// superior may take, and how long he waits for a side that is silent, is in no rule found: data, shipped as 14 and 7
/// working days.
/// </summary>
public sealed record ObjectionPolicy(string Version, Term ToObject, Term ToDecide)
{
    /// <summary>What holds where a policy says nothing of it. No rule says how long: data.</summary>
    public static Term DefaultToPassOn { get; } = new(7, DayCount.Working);

    /// <summary>On the day of publication, as long as an agency says nothing. No rule says when: data.</summary>
    public static Term DefaultDeemedDelivery { get; } = new(0, DayCount.Calendar);

    public required Term ToHear { get; init; }

    /// <summary>
    /// From publication on: at its end a result counts as delivered, though nobody's app has confirmed that it was
    /// received. Days from 0.
    /// </summary>
    public Term DeemedDelivery { get; init; } = DefaultDeemedDelivery;

    public ReopeningTerms Reopening { get; init; } = ReopeningTerms.Nobody;

    /// <summary>
    /// From the last day to decide on: when it is over too, the next superior up may decide, so that one who is silent
    /// does not hold a whole agency's result.
    /// </summary>
    public Term ToPassOn { get; init; } = DefaultToPassOn;
}
