using Kinerja.Local.Cloud;

namespace Kinerja.Local.Tests.Cloud;

public sealed class ClockFileTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 8, 0, 0, TimeSpan.FromHours(7));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clock-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Another_reader_sees_at_once_where_the_clock_was_put()
    {
        using var ours = Open();
        using var theirs = Open();
        var clock = new ReplayClock(Monday, ours);

        Assert.Equal(Monday, theirs.Read());
        clock.MoveTo(Monday.AddHours(1));
        Assert.Equal(Monday.AddHours(1), theirs.Read());
        clock.MoveTo(Monday);
        Assert.Equal(Monday.AddHours(1), theirs.Read());
    }

    [Fact]
    public async Task A_clock_that_was_set_flowing_runs_on_for_its_readers()
    {
        using var ours = Open();
        using var theirs = Open();
        var clock = new ReplayClock(Monday, ours);

        clock.Flow();
        clock.MoveTo(Monday.AddHours(1));
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (theirs.Read() == Monday.AddHours(1))
        {
            Assert.True(DateTime.UtcNow < deadline, "It stands still.");
            await Task.Delay(20);
        }

        Assert.InRange(theirs.Read(), Monday.AddHours(1), Monday.AddHours(2));
    }

    private ClockFile Open() => new(Path.Combine(_folder.FullName, "clock"));
}
