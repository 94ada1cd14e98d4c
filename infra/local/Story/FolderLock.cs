namespace Kinerja.Local.Story;

/// <summary>
/// Holds a folder of state for one start. A second start on the same folder would write over what the first one has
/// acknowledged. The system lets go of it when the process ends, however it ends.
/// </summary>
internal static class FolderLock
{
    private const string Name = "lock";

    /// <summary>Null when another start holds the folder.</summary>
    internal static IDisposable? Take(string folder)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
