using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.Presence.Attendance;

internal static class CleanMonths
{
    /// <summary>
    /// The stored months of a bucket that may be trusted as they stand. It reads the rows before the marks: a mark that
    /// is not there after the row vouches for the row.
    /// </summary>
    internal static async Task<IReadOnlyList<AttendanceMonth>> ListCleanAsync(
        this IAttendanceMonths months, IStaleMonths dirty, MonthBucket bucket, CancellationToken cancel)
    {
        var rows = await months.ListAsync(bucket, cancel).Select(m => m.Value).ToListAsync(cancel);
        var marked = (await dirty.ListAsync(bucket, cancel)).Select(m => m.EmployeeId).ToHashSet();
        return marked.Contains(null) ? [] : rows.FindAll(row => !marked.Contains(row.EmployeeId));
    }
}
