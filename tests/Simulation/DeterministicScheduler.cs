namespace Kinerja.Simulation;

/// <summary>
/// Workers that wait at a port call for their turn. One thread plays all of them: the simulation picks who goes on, so
/// that the same seed gives the same interleaving.
/// </summary>
internal sealed class DeterministicScheduler
{
    private readonly List<TaskCompletionSource> _waiting = [];

    internal int Waiting => _waiting.Count;

    /// <summary>False lets every call pass at once, for the undisturbed run.</summary>
    internal bool Interleaved { get; set; }

    internal Task ComeAsync()
    {
        if (!Interleaved)
        {
            return Task.CompletedTask;
        }

        // Without RunContinuationsAsynchronously: whose turn it is goes on inside Give, on this very thread.
        var turn = new TaskCompletionSource();
        _waiting.Add(turn);
        return turn.Task;
    }

    internal void Give(int index)
    {
        var turn = _waiting[index];
        _waiting.RemoveAt(index);
        turn.SetResult();
    }
}
