using System.Diagnostics;

namespace Kinerja.Benchmarks.Files;

/// <summary>
/// Counts the requests that this process sends while it lives: of an app that is not started, to its tables.
/// </summary>
internal sealed class CountedCalls : IDisposable
{
    private readonly ActivityListener _listener;
    private int _count;

    public CountedCalls()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStarted = _ => Interlocked.Increment(ref _count),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public int Count => _count;

    public void Dispose() => _listener.Dispose();
}
