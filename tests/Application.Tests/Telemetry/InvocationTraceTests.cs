using System.Diagnostics;
using Kinerja.Application.Telemetry;

namespace Kinerja.Application.Tests.Telemetry;

/// <summary>Nobody listens in these tests, as in a worker without an exporter.</summary>
public sealed class InvocationTraceTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Caller = $"00-{Trace}-b7ad6b7169203331-01";

    [Fact]
    public void An_invocation_goes_on_with_the_given_trace_under_an_id_of_its_own()
    {
        using (InvocationTrace.Start("f", ActivityKind.Server, Caller))
        {
            Assert.Equal(Trace, Activity.Current!.TraceId.ToHexString());
            Assert.Equal("b7ad6b7169203331", Activity.Current.ParentSpanId.ToHexString());
            Assert.Matches($"^00-{Trace}-[0-9a-f]{{16}}-01$", Activity.Current.Id);
            Assert.NotEqual(Caller, Activity.Current.Id);
        }

        Assert.Null(Activity.Current);
    }

    [Fact]
    public void Without_a_valid_trace_a_new_one_begins_each_time()
    {
        var first = IdOf(null);
        var second = IdOf("00-nonsense");

        Assert.NotEqual(first, second);
        Assert.All([first, second], id => Assert.True(TraceParent.TryRead(id, out _)));
    }

    [Fact]
    public void What_runs_already_in_the_right_trace_is_left_alone()
    {
        using var outer = InvocationTrace.Start("f", ActivityKind.Server, Caller);

        Assert.Null(InvocationTrace.Start("g", ActivityKind.Internal, Caller));
        Assert.Null(InvocationTrace.Start("g", ActivityKind.Internal, null));
        Assert.Same(outer, Activity.Current);
    }

    [Fact]
    public void Work_of_another_trace_runs_in_that_one_and_then_the_outer_goes_on()
    {
        using var outer = InvocationTrace.Start("timer", ActivityKind.Internal, null);
        using (InvocationTrace.Start("step", ActivityKind.Consumer, Caller))
        {
            Assert.Equal(Trace, Activity.Current!.TraceId.ToHexString());
        }

        Assert.Same(outer, Activity.Current);
    }

    [Fact]
    public async Task The_trace_is_kept_across_awaits_and_by_work_side_by_side()
    {
        using var activity = InvocationTrace.Start("f", ActivityKind.Server, Caller);
        await Task.Yield();
        await Parallel.ForEachAsync(Enumerable.Range(0, 8), async (_, stop) =>
        {
            await Task.Yield();
            Assert.Equal(Trace, Activity.Current!.TraceId.ToHexString());
        });
    }

    private static string? IdOf(string? traceparent)
    {
        using var activity = InvocationTrace.Start("f", ActivityKind.Server, traceparent);
        return Activity.Current!.Id;
    }
}
