using System.Collections.Concurrent;

namespace Kinerja.Local.Tests.FunctionsHost;

/// <summary>What the sample functions did, in order.</summary>
public sealed class Notes
{
    private readonly ConcurrentQueue<string> _notes = new();

    public IReadOnlyList<string> All => [.. _notes];

    public void Add(string note) => _notes.Enqueue(note);

    public async Task WaitForAsync(string note, int times = 1)
    {
        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (_notes.Count(n => n == note) < times)
        {
            Assert.True(DateTime.UtcNow < deadline, $"No {times} x '{note}' in: {string.Join(" | ", _notes)}");
            await Task.Delay(5);
        }
    }
}
