using Kinerja.Domain.Calendars;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// One version of an outage window as an agency declared it. Versions count from 1 and none is ever changed; a
/// withdrawn one forgives nobody any more and stays readable.
/// </summary>
public sealed record OutageNotice(
    AgencyId AgencyId, int Version, OutageWindow Window, bool Withdrawn, Instant DeclaredAt)
{
    /// <summary>No outage is longer than a month; a longer one is a mistake in a date.</summary>
    public static readonly Duration Longest = Duration.FromDays(31);

    public Actor? Actor { get; init; }

    /// <summary>
    /// The months whose days the window may touch in any zone, up to that instant's: what is still to come has not been
    /// folded. A date on earth is at most a day away from that of Greenwich.
    /// </summary>
    public IReadOnlyList<YearMonth> MonthsUntil(Instant now) =>
        MonthSpan.Of(Window.From.InUtc().Date.PlusDays(-1), Instant.Min(Window.To, now).InUtc().Date.PlusDays(1));

    public bool SaysTheSameAs(OutageNotice other) =>
        Withdrawn == other.Withdrawn
        && Window.Units.SequenceEqual(other.Window.Units)
        && Window == other.Window with { Units = Window.Units };
}
