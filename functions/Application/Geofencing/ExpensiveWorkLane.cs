using Kinerja.Domain;

namespace Kinerja.Application.Geofencing;

/// <summary>
/// Work that keeps a processor busy or memory taken for longer than a request should, on few threads of its own, so
/// that whoever checks in meanwhile finds a free one. First come, first served; who finds the line full, or enough of
/// the own agency in it, is sent away at once with <see cref="RefusalCodes.Busy"/>.
/// </summary>
public sealed class ExpensiveWorkLane(int places, int mostWaiting, int mostOfAgency) : IDisposable
{
    private readonly SemaphoreSlim _places = new(places);
    private readonly Lock _door = new();
    private readonly Dictionary<AgencyId, int> _inside = [];
    private int _all;

    /// <summary>Half the processors, and a line that is through in some ten seconds.</summary>
    public ExpensiveWorkLane()
        : this(Math.Max(1, Environment.ProcessorCount / 2), mostWaiting: 16, mostOfAgency: 2)
    {
    }

    /// <summary>
    /// The work's result once a place is free. When the caller goes while waiting, nothing begins; after that the work
    /// is told so, and keeps its place until it has ended.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public Task<Result<T>> RunAsync<T>(
        AgencyId agency, Func<CancellationToken, Result<T>> work, CancellationToken cancel)
        where T : notnull => HoldAsync(agency, stop => Task.FromResult(work(stop)), cancel);

    /// <summary>The same of work that waits between; its place is taken until it has ended.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public async Task<Result<T>> HoldAsync<T>(
        AgencyId agency, Func<CancellationToken, Task<Result<T>>> work, CancellationToken cancel)
        where T : notnull
    {
        if (!TryEnter(agency))
        {
            return new Refusal(
                RefusalKind.Busy, RefusalCodes.Busy,
                "Too much work of this kind is waiting; nothing was done. Send it again in a while.");
        }

        try
        {
            await _places.WaitAsync(cancel);
            try
            {
                return await Task.Factory.StartNew(
                    () => work(cancel),
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
                    TaskScheduler.Default).Unwrap();
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            Leave(agency);
        }
    }

    public void Dispose() => _places.Dispose();

    private bool TryEnter(AgencyId agency)
    {
        lock (_door)
        {
            var own = _inside.GetValueOrDefault(agency);
            if (own >= mostOfAgency || _all >= (long)places + mostWaiting)
            {
                return false;
            }

            _inside[agency] = own + 1;
            _all++;
            return true;
        }
    }

    private void Leave(AgencyId agency)
    {
        lock (_door)
        {
            _all--;
            if (--_inside[agency] == 0)
            {
                _inside.Remove(agency);
            }
        }
    }
}
