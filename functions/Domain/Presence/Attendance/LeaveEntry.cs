using Kinerja.Domain.Calendars;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Leave as an agency's system handed it over, or as it called it off. The same person, reference and first day are the
/// same leave: handed over again it may end on another day or be of another kind. One that was called off stays
/// readable.
/// </summary>
public sealed record LeaveEntry(Leave Leave, bool Cancelled, Instant RecordedAt)
{
    /// <summary>
    /// The longest leave without pay is three years (cuti di luar tanggungan negara); longer is a mistake.
    /// </summary>
    public const int MostDays = 1100;

    public Actor? Actor { get; init; }

    public bool IsSameLeave(LeaveEntry other) =>
        (Leave.EmployeeId, Leave.Reference, Leave.From)
        == (other.Leave.EmployeeId, other.Leave.Reference, other.Leave.From);

    /// <summary>
    /// Both in force and at least a part of a day in common. Overlapping leave is said, never refused.
    /// </summary>
    public bool Overlaps(LeaveEntry other) =>
        !IsSameLeave(other) && !Cancelled && !other.Cancelled
        && Leave.EmployeeId == other.Leave.EmployeeId
        && Leave.From < other.Leave.To && other.Leave.From < Leave.To
        && (Leave.Part is not { } part || other.Leave.Part is not { } its || part.MayOverlap(its));

    /// <summary>The months that it touches, in order.</summary>
    public IReadOnlyList<YearMonth> Months() => MonthSpan.Of(Leave.From, Leave.To.PlusDays(-1));
}
