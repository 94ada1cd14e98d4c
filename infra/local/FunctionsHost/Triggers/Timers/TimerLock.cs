namespace Kinerja.FunctionsHost.Triggers.Timers;

/// <summary>Lets one process at a time listen to a timer. The operating system frees the lock of a dead one.</summary>
internal static class TimerLock
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(500);

    public static async Task<IDisposable> TakeAsync(string folder, string function, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, $"{Uri.EscapeDataString(function)}.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Wait, cancellationToken);
            }
        }
    }
}
