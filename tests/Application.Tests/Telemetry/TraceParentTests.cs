using System.Diagnostics;
using Kinerja.Application.Telemetry;

namespace Kinerja.Application.Tests.Telemetry;

public sealed class TraceParentTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Span = "b7ad6b7169203331";

    [Theory]
    [InlineData($"00-{Trace}-{Span}-01", true)]
    [InlineData($"00-{Trace}-{Span}-00", false)]
    [InlineData($"00-{Trace}-{Span}-03", true)]
    [InlineData($"00-{Trace}-{Span}-fe", false)]
    [InlineData($"01-{Trace}-{Span}-01", true)]
    [InlineData($"cc-{Trace}-{Span}-01-what-the-future-will-be-like", true)]
    [InlineData($"cc-{Trace}-{Span}-01-", true)]
    public void A_valid_one_is_read_whatever_a_later_version_adds(string text, bool recorded)
    {
        Assert.True(TraceParent.TryRead(text, out var context));
        Assert.Equal((Trace, Span), (context.TraceId.ToHexString(), context.SpanId.ToHexString()));
        Assert.Equal(recorded ? ActivityTraceFlags.Recorded : ActivityTraceFlags.None, context.TraceFlags);
        Assert.True(context.IsRemote);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00")]
    [InlineData($"00-{Trace}-{Span}-0")]
    [InlineData($"00-{Trace}-{Span}")]
    [InlineData($" 00-{Trace}-{Span}-01")]
    [InlineData($"00-{Trace}-{Span}-01 ")]
    [InlineData($"00-{Trace}-{Span}-01-more")]
    [InlineData($"00-{Trace}-{Span}-01-")]
    [InlineData($"cc-{Trace}-{Span}-01.more")]
    [InlineData($"cc-{Trace}-{Span}-012")]
    [InlineData($"ff-{Trace}-{Span}-01")]
    [InlineData($"0g-{Trace}-{Span}-01")]
    [InlineData($"CC-{Trace}-{Span}-01")]
    [InlineData($"00-0AF7651916CD43DD8448EB211C80319C-{Span}-01")]
    [InlineData($"00-{Trace}-B7AD6B7169203331-01")]
    [InlineData($"00-{Trace}-{Span}-0A")]
    [InlineData($"00-00000000000000000000000000000000-{Span}-01")]
    [InlineData($"00-{Trace}-0000000000000000-01")]
    [InlineData($"00-0af7651916cd43dd8448eb211c80319g-{Span}-01")]
    [InlineData($"00-{Trace}-{Span}-0x")]
    [InlineData($"00_{Trace}_{Span}_01")]
    [InlineData($"00-{Trace}-{Span}-01,00-{Trace}-{Span}-01")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319cb7ad6b7169203331---01")]
    public void A_malformed_one_is_as_none(string? text)
    {
        Assert.False(TraceParent.TryRead(text, out var context));
        Assert.Equal(default, context);
    }

    [Fact]
    public void The_framework_writes_what_is_read_here()
    {
        using var activity = new Activity("any").SetIdFormat(ActivityIdFormat.W3C).Start();
        Assert.True(TraceParent.TryRead(activity.Id, out var context));
        Assert.Equal((activity.TraceId, activity.SpanId), (context.TraceId, context.SpanId));
    }
}
