using System.Text.RegularExpressions;

namespace Kinerja.Local.Processes;

/// <summary>The last lines that a program wrote, and those who wait for one of them.</summary>
internal sealed class OutputTail
{
    private const int MaxLines = 200;

    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new();
    private readonly List<(Regex Pattern, TaskCompletionSource<Match> Source)> _waiters = [];

    public string Text
    {
        get
        {
            lock (_gate)
                return string.Join('\n', _lines);
        }
    }

    public void Add(string line)
    {
        lock (_gate)
        {
            _lines.Enqueue(line);
            if (_lines.Count > MaxLines)
                _lines.Dequeue();
            foreach (var (pattern, source) in _waiters)
            {
                if (pattern.Match(line) is { Success: true } match)
                    source.TrySetResult(match);
            }
        }
    }

    public Task<Match> FirstMatchAsync(Regex pattern)
    {
        lock (_gate)
        {
            foreach (var line in _lines)
            {
                if (pattern.Match(line) is { Success: true } match)
                    return Task.FromResult(match);
            }

            var source = new TaskCompletionSource<Match>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((pattern, source));
            return source.Task;
        }
    }
}
