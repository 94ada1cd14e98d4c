using System.IO.MemoryMappedFiles;

namespace Kinerja.Local.Cloud;

/// <summary>
/// A time that one process sets and others read, through memory that they share: what was set before a request is what
/// its answer sees. One process writes.
/// </summary>
public sealed class ClockFile : IDisposable
{
    private const int Turn = 0;
    private const int At = 8;
    private const int Since = 16;
    private const int Size = 24;
    private const long Still = -1;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public ClockFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        _file = MemoryMappedFile.CreateFromFile(
            stream, mapName: null, Size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor(0, Size);
    }

    /// <summary>Sets the time, which from here stands still or runs on with the machine's own speed.</summary>
    public void Write(DateTimeOffset at, bool isFlowing)
    {
        // An odd turn tells readers that the two values do not belong together yet.
        var turn = _view.ReadInt64(Turn);
        _view.Write(Turn, turn + 1);
        Interlocked.MemoryBarrier();
        _view.Write(At, at.UtcTicks);
        _view.Write(Since, isFlowing ? Environment.TickCount64 : Still);
        Interlocked.MemoryBarrier();
        _view.Write(Turn, turn + 2);
    }

    /// <summary>The time now.</summary>
    public DateTimeOffset Read()
    {
        var wait = default(SpinWait);
        while (true)
        {
            var before = _view.ReadInt64(Turn);
            Interlocked.MemoryBarrier();
            var (at, since) = (_view.ReadInt64(At), _view.ReadInt64(Since));
            Interlocked.MemoryBarrier();
            if (before % 2 == 0 && before == _view.ReadInt64(Turn))
            {
                var gone = since == Still ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Environment.TickCount64 - since);
                return new DateTimeOffset(at, TimeSpan.Zero) + gone;
            }

            wait.SpinOnce();
        }
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
