using System.Diagnostics;

namespace Kinerja.Benchmarks.Tables;

/// <summary>One operation done for a while by several callers at once. Unit: how many rows one call moves.</summary>
internal sealed record Stretch(string Operation, string Table, int Callers, int RowsPerCall, double Seconds);

/// <summary>What came of it: rows a second, and the client's own processor time for each row.</summary>
internal sealed record StretchResult(double RowsPerSecond, double CpuMicrosecondsPerRow)
{
    /// <summary>Each caller starts its next call when the last one is answered. The call is told a number of its own.</summary>
    public static async Task<StretchResult> MeasureAsync(Stretch stretch, Func<long, Task> call)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var calls = 0L;
        var callers = Enumerable.Range(0, stretch.Callers).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed.TotalSeconds < stretch.Seconds)
            {
                await call(Interlocked.Increment(ref calls) - 1);
            }
        }));
        await Task.WhenAll(callers);
        var seconds = watch.Elapsed.TotalSeconds;
        var rows = (double)calls * stretch.RowsPerCall;
        return new(rows / seconds, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / rows);
    }
}
