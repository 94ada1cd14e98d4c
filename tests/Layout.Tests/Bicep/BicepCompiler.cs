using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Kinerja.Layout.Tests.Bicep;

/// <summary>What one run of the compiler said.</summary>
internal sealed record BicepRun(int ExitCode, string Output, string Diagnostics);

/// <summary>
/// The real Bicep compiler, from its package. It carries the types of Azure's resources and needs no network.
/// </summary>
internal static class BicepCompiler
{
    /// <summary>
    /// Why the compiler cannot run here; null where it can. The project restores it for one platform.
    /// </summary>
    internal static string? Absence { get; } =
        RuntimeInformation.RuntimeIdentifier is "linux-x64"
            || (OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64)
            ? null
            : $"The Bicep compiler is restored for linux-x64; this is {RuntimeInformation.RuntimeIdentifier}.";

    private static string Executable { get; } = typeof(BicepCompiler).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "BicepCompiler").Value!;

    internal static async Task<BicepRun> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Executable, arguments)
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var diagnostics = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new BicepRun(process.ExitCode, await output, await diagnostics);
    }
}

/// <summary>
/// A fact about what the compiler makes of the template: named as skipped where there is no compiler.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute() => Skip = BicepCompiler.Absence;
}
