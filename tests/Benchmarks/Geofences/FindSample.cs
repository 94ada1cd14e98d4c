using Kinerja.Domain.Geofencing;

namespace Kinerja.Benchmarks.Geofences;

/// <summary>
/// One pass of one side over the fixes: nanoseconds of processor time and bytes a fix, and the sum of its answers.
/// Processor time, because a busy machine lends a thread its core only now and then.
/// </summary>
internal sealed record FindSample(double Nanoseconds, double Bytes, long Sum)
{
    /// <summary>
    /// One thread; what the question allocates is counted, what the loop does is the same for all sides.
    /// </summary>
    public static FindSample Measure(ReadOnlySpan<Position> fixes, Func<Position, int> find)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var cpu = Environment.CpuUsage.TotalTime;
        var sum = 0L;
        foreach (var fix in fixes)
        {
            sum += find(fix);
        }

        var nanoseconds = (Environment.CpuUsage.TotalTime - cpu).TotalNanoseconds / fixes.Length;
        return new(nanoseconds, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / fixes.Length, sum);
    }
}
