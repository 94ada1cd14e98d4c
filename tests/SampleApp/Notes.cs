using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Kinerja.SampleApp;

/// <summary>What the sample functions did, in order.</summary>
public sealed class Notes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _notes = new();

    private readonly Channel<bool> _finish = Channel.CreateUnbounded<bool>();

    private int _running;

    public IReadOnlyList<string> All => [.. _notes];

    public void Add(string note) => _notes.Enqueue(note);

    /// <summary>Counts one more that runs; how many those are now.</summary>
    public int Enter() => Interlocked.Increment(ref _running);

    public void Leave() => Interlocked.Decrement(ref _running);

    /// <summary>Lets one of the functions that wait for it go on.</summary>
    public void Finish() => _finish.Writer.TryWrite(true);

    public ValueTask<bool> FinishAsync(CancellationToken cancel) => _finish.Reader.ReadAsync(cancel);

    /// <summary>Waits until the note stands there so many times; throws what does when it does not come.</summary>
    public Task WaitForAsync(string note, int times = 1) => WaitAsync(n => n == note, note, times);

    public Task WaitForStartAsync(string start) =>
        WaitAsync(n => n.StartsWith(start, StringComparison.Ordinal), start, 1);

    private async Task WaitAsync(Func<string, bool> isIt, string what, int times)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (_notes.Count(isIt) < times)
        {
            if (DateTime.UtcNow > deadline)
            {
                throw new TimeoutException($"No {times} x '{what}' in: {string.Join(" | ", _notes)}");
            }

            await Task.Delay(5);
        }
    }
}
