using System.Collections.Concurrent;

namespace Kinerja.Local.Tests.FunctionsHost;

/// <summary>What the sample functions did, in order.</summary>
public sealed class Notes
{
    private readonly ConcurrentQueue<string> _notes = new();

    public IReadOnlyList<string> All => [.. _notes];

    public void Add(string note) => _notes.Enqueue(note);

    public Task WaitForAsync(string note, int times = 1) => WaitAsync(n => n == note, note, times);

    public Task WaitForStartAsync(string start) => WaitAsync(n => n.StartsWith(start, StringComparison.Ordinal), start, 1);

    private async Task WaitAsync(Func<string, bool> isIt, string what, int times)
    {
        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (_notes.Count(isIt) < times)
        {
            Assert.True(DateTime.UtcNow < deadline, $"No {times} x '{what}' in: {string.Join(" | ", _notes)}");
            await Task.Delay(5);
        }
    }
}
