using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// One bucket of one month to be folded, with the days that had ended when it was planned: whoever takes it, whenever
/// he does, closes the same days.
/// </summary>
public sealed record CloseStep(AgencyId AgencyId, YearMonth Month, int Bucket, Instant PlannedAt);
