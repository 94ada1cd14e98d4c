using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A part of an agency's people for one month, as check-ins and attendance months are partitioned.</summary>
public readonly record struct MonthBucket(AgencyId AgencyId, YearMonth Month, int Index, int Count)
{
    public HashRange People => HashRange.Slice(Index, Count);
}

/// <summary>A stored month that must be folded again: one person's, or with null everybody's in the bucket.</summary>
public sealed record StaleMonth(EmployeeId? EmployeeId, Instant MarkedAt, string Tag);

/// <summary>
/// Which stored months may not be the truth any more. Mark a month BEFORE writing what changes it: a fold leaves marks
/// younger than <see cref="DayCloseRules.StaleMarkLifetime"/> in place, so that none is lost between the two
/// writes, and removes older ones by tag, so that a mark set again meanwhile stays. Marking twice is marking once.
/// </summary>
public interface IStaleMonths
{
    Task MarkAsync(AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel);

    /// <summary>Everybody's month, bucket by bucket: for what holds for a whole agency or a unit of it.</summary>
    Task MarkAllAsync(AgencyId agency, YearMonth month, CancellationToken cancel);

    /// <summary>The marks of one bucket.</summary>
    Task<IReadOnlyList<StaleMonth>> ListAsync(MonthBucket bucket, CancellationToken cancel);

    /// <summary>
    /// The person's mark or the one for everybody in the bucket; false when the stored month may be trusted.
    /// </summary>
    Task<bool> IsMarkedAsync(AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel);

    /// <summary>The buckets of an agency that hold any mark, of whatever month.</summary>
    IAsyncEnumerable<(YearMonth Month, int Index)> BucketsAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>Removes a mark unless it was set again since it was read.</summary>
    Task ClearAsync(MonthBucket bucket, StaleMonth mark, CancellationToken cancel);
}

/// <summary>How far the buckets of an agency's month have been folded, and how many there are.</summary>
public interface IDayCloses
{
    /// <summary>How many buckets the month has; 0 when nothing was ever written in it.</summary>
    Task<int> FindBucketsAsync(AgencyId agency, YearMonth month, CancellationToken cancel);

    /// <summary>The same, and decides when nobody has yet.</summary>
    Task<int> PlanBucketsAsync(AgencyId agency, YearMonth month, CancellationToken cancel);

    /// <summary>
    /// Bucket → the moment up to which everybody in it has been folded; buckets never folded are left out.
    /// </summary>
    Task<IReadOnlyDictionary<int, Instant>> ListAsync(AgencyId agency, YearMonth month, CancellationToken cancel);

    Task<Instant?> FindAsync(MonthBucket bucket, CancellationToken cancel);

    /// <summary>The bucket's people have been folded up to that moment, and their rows are written.</summary>
    Task PutAsync(MonthBucket bucket, Instant upTo, CancellationToken cancel);
}

/// <summary>
/// Where buckets wait to be folded; the same step sent twice arrives twice, and the second finds nothing to do.
/// </summary>
public interface IDayQueue
{
    /// <summary>About how many steps wait or are being worked on.</summary>
    Task<int> CountAsync(CancellationToken cancel);

    Task SendAsync(IReadOnlyCollection<CloseStep> steps, CancellationToken cancel);
}
