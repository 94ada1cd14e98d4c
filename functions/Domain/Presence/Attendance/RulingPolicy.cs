namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// How long a day may wait for a ruling and how long the person may object to it, in calendar days, and how many open
/// days of a month are a pattern. No regulation gives the figures [U]: they are an agency's; shipped are 7, 14 and 5.
/// </summary>
/// <param name="Version">The document's name.</param>
/// <param name="TermDays">After the day so many days the rater alone may rule; then the next superior may too.</param>
/// <param name="ObjectionDays">From the day of the ruling.</param>
/// <param name="PatternDays">So many open days of one person in a month open one review.</param>
public sealed record RulingPolicy(string Version, int TermDays, int ObjectionDays, int PatternDays);
