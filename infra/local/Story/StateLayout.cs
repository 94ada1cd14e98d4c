using System.Globalization;

namespace Kinerja.Local.Story;

/// <summary>
/// The layout of what the main command keeps between runs, as a number in a file of its folder. Raise it with each
/// change that makes tables, bus or files of an older run unreadable, such as a pinned row that changes.
/// </summary>
internal static class StateLayout
{
    internal const int Current = 11;

    private const string Stamp = "layout";

    /// <summary>
    /// Null when the folder can be used: it has this layout, or it is new or empty and gets it. Otherwise one sentence
    /// that says what to do; nothing in the folder is touched.
    /// </summary>
    /// <param name="named">The folder as the command line names it.</param>
    internal static string? FaultOf(string folder, string named)
    {
        var stamp = Path.Combine(folder, Stamp);
        var current = Current.ToString(CultureInfo.InvariantCulture);
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(stamp, current + "\n");
            return null;
        }

        var found = File.Exists(stamp) ? File.ReadAllText(stamp).Trim() : null;
        return found == current
            ? null
            : $"Another version left {named} ({(found is null ? "no layout" : $"layout {found}")}, this one keeps layout {current}): "
                + "delete that folder, or name another with --folder, and start again.";
    }
}
