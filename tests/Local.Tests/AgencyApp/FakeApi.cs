using System.Collections.Concurrent;

namespace Kinerja.Local.Tests.AgencyApp;

/// <summary>Answers by the number of the request and remembers what it was asked.</summary>
internal sealed class FakeApi(Func<int, HttpResponseMessage> answer, int yields = 0) : HttpMessageHandler
{
    private int _asked;
    private int _atOnce;
    private int _mostAtOnce;

    internal ConcurrentQueue<string> Paths { get; } = new();

    internal ConcurrentQueue<string> Tokens { get; } = new();

    internal int MostAtOnce => _mostAtOnce;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var now = Interlocked.Increment(ref _atOnce);
        lock (Paths)
        {
            _mostAtOnce = Math.Max(_mostAtOnce, now);
        }

        Paths.Enqueue(request.RequestUri!.AbsolutePath);
        Tokens.Enqueue(request.Headers.Authorization!.ToString());
        for (var i = 0; i < yields; i++)
        {
            await Task.Yield();
        }

        Interlocked.Decrement(ref _atOnce);
        return answer(Interlocked.Increment(ref _asked));
    }
}

/// <summary>Pauses end at once and are written down.</summary>
internal sealed class EagerClock : TimeProvider
{
    internal ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        Pauses.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
