using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application;

/// <summary>A part of an agency's people for one month, as check-ins and attendance months are partitioned.</summary>
public readonly record struct MonthBucket(AgencyId AgencyId, YearMonth Month, int Index, int Count)
{
    public HashRange People => HashRange.Slice(Index, Count);
}

/// <summary>A stored month that must be folded again: one person's, or with null everybody's in the bucket.</summary>
public sealed record DirtyMark(EmployeeId? EmployeeId, Instant MarkedAt, string Tag);

/// <summary>
/// Which stored months may not be the truth any more. Mark a month BEFORE writing what changes it: a fold leaves marks
/// younger than <see cref="Domain.Presence.DayCloseRules.MarkGuards"/> in place, so that none is lost between the two
/// writes, and removes older ones by tag, so that a mark set again meanwhile stays. Marking twice is marking once.
/// </summary>
public interface IDirtyMonths
{
    Task MarkAsync(AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel);

    /// <summary>Everybody's month, bucket by bucket: for what holds for a whole agency or a unit of it.</summary>
    Task MarkAllAsync(AgencyId agency, YearMonth month, CancellationToken cancel);

    /// <summary>The marks of one bucket.</summary>
    Task<IReadOnlyList<DirtyMark>> ListAsync(MonthBucket bucket, CancellationToken cancel);

    /// <summary>The person's mark or the one for everybody in the bucket; false when the stored month may be trusted.</summary>
    Task<bool> IsMarkedAsync(AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel);

    /// <summary>The buckets of an agency that hold any mark, of whatever month.</summary>
    IAsyncEnumerable<(YearMonth Month, int Index)> BucketsAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>Removes a mark unless it was set again since it was read.</summary>
    Task ClearAsync(MonthBucket bucket, DirtyMark mark, CancellationToken cancel);
}
