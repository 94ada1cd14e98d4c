using System.Diagnostics;

namespace Kinerja.FirstSecrets;

/// <summary>The environment that azd keeps for a deployment.</summary>
internal static class AzdEnvironment
{
    /// <summary>
    /// Sets values through a file that only this user can read: arguments of a process are seen by others. The exit
    /// code is azd's.
    /// </summary>
    internal static int Set(IReadOnlyDictionary<string, string> values)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, values.Select(value => $"{value.Key}={value.Value}"));
            using var azd = Process.Start("azd", ["env", "set", "--file", file]);
            azd.WaitForExit();
            return azd.ExitCode;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
