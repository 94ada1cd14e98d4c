using System.Diagnostics;
using System.Threading.Channels;
using Kinerja.Application.Events;
using Kinerja.Application.Runs;

namespace Kinerja.Benchmarks.Quarters;

/// <summary>
/// The run's queue without a bus: the store alone is to be measured. As many workers as host.json lets run at once.
/// </summary>
internal sealed class StepsInProcess : IRunQueue, IEvents
{
    private const int Workers = 8;
    private const int MostRepeats = 10;

    private readonly Channel<RunStep> _steps = Channel.CreateUnbounded<RunStep>();
    private readonly Dictionary<RunStepKind, double> _endedAt = [];
    private readonly Stopwatch _watch = new();
    private int _repeated;

    /// <summary>Pages and manifest that a bus would have been given.</summary>
    public int Published { get; private set; }

    public async Task SendAsync(IReadOnlyCollection<RunStep> steps, CancellationToken cancel)
    {
        foreach (var step in steps)
        {
            await _steps.Writer.WriteAsync(step, cancel);
        }
    }

    public Task PublishAsync(IReadOnlyCollection<OutgoingEvent> events, CancellationToken cancel)
    {
        Published += events.Count;
        return Task.CompletedTask;
    }

    /// <summary>Works until the run is published; seconds by kind of step.</summary>
    public async Task<IReadOnlyDictionary<RunStepKind, double>> WorkAsync(AdvanceRun advance)
    {
        _watch.Start();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            await foreach (var step in _steps.Reader.ReadAllAsync())
            {
                if (await TryAsync(advance, step))
                {
                    Note(step.Kind);
                }
            }
        })));
        var before = 0.0;
        return Enum.GetValues<RunStepKind>().ToDictionary(kind => kind, kind => -before + (before = _endedAt[kind]));
    }

    /// <summary>
    /// Two workers who end a stage together both pass the run on; one of them fails, and a bus would bring his message
    /// again.
    /// </summary>
    private async Task<bool> TryAsync(AdvanceRun advance, RunStep step)
    {
        try
        {
            await advance.ExecuteAsync(step, default);
            return true;
        }
        catch (InvalidOperationException) when (Interlocked.Increment(ref _repeated) <= MostRepeats)
        {
            await _steps.Writer.WriteAsync(step);
            return false;
        }
    }

    private void Note(RunStepKind kind)
    {
        lock (_endedAt)
        {
            _endedAt[kind] = _watch.Elapsed.TotalSeconds;
        }

        if (kind == RunStepKind.Publish)
        {
            _steps.Writer.TryComplete();
        }
    }
}
