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
/// The terms of an objection (keberatan). PP 30/2019 art. 59 gives 14 days from delivery to object. How long the superior may
/// take is in no rule found: data, with a default of 14 working days; when it is over the objection is shown as overdue, nothing else happens.
/// </summary>
public sealed record ObjectionPolicy(string Version, Term ToObject, Term ToDecide)
{
    public static ObjectionPolicy Default { get; } =
        new("objection-2026.1", new Term(14, DayCount.Calendar), new Term(14, DayCount.Working));
}
