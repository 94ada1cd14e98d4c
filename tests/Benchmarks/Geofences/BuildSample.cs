namespace Kinerja.Benchmarks.Geofences;

/// <summary>What it takes to build an index: milliseconds of processor time, and megabytes that stay in use.</summary>
internal sealed record BuildSample(double Milliseconds, double Megabytes)
{
    public static BuildSample Measure(Func<object> build)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var index = build();
        var milliseconds = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(index);
        return new(milliseconds, (after - before) / 1e6);
    }
}
