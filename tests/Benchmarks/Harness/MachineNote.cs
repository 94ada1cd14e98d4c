using System.Globalization;
using System.Runtime.InteropServices;

namespace Kinerja.Benchmarks.Harness;

/// <summary>One line about the machine and how busy it was: a figure without it says nothing.</summary>
internal static class MachineNote
{
    private const string LoadFile = "/proc/loadavg";

    public static void Print(RunSize size) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, "
        + $"load before the run {Load()}; {size.Rounds} rounds, {size.Seconds} s a stretch, scale {size.Scale}"));

    private static string Load() => File.Exists(LoadFile) ? File.ReadAllText(LoadFile).Split(' ')[0] : "unknown";
}
