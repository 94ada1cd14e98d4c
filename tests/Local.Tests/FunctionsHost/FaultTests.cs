using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;

namespace Kinerja.Local.Tests.FunctionsHost;

public sealed class FaultTests
{
    [Theory]
    [InlineData("Twin: 2 functions have this name.")]
    [InlineData("SameRoute1, SameRoute2: the same route 'c' for put.")]
    [InlineData("NoTrigger (FaultySamples.NoTrigger): no parameter has a trigger attribute.")]
    [InlineData("Unknown (FaultySamples.Unknown): the trigger OtherTriggerAttribute is not known to this host.")]
    [InlineData("RetriedHttp (FaultySamples.RetriedHttp): a retry attribute has no effect")]
    [InlineData("RetriedBus (FaultySamples.RetriedBus): a retry attribute has no effect")]
    [InlineData("AsyncVoid (FaultySamples.AsyncVoid): async void cannot be awaited")]
    [InlineData("Unbound (FaultySamples.Unbound): the parameter 'other' of type String is bound to nothing.")]
    [InlineData("Unparsed (FaultySamples.Unparsed): the route value 'id' cannot be a Uri.")]
    [InlineData("NoResult (FaultySamples.NoResult): the result must be an IResult, not String.")]
    [InlineData("BadRoute (FaultySamples.BadRoute): the route 'i/{id' cannot be read")]
    [InlineData("BadCron (FaultySamples.BadCron): the schedule 'every day' is no cron expression")]
    [InlineData("NoSetting (FaultySamples.NoSetting): the setting 'Nightly' of the schedule is missing.")]
    [InlineData("NotTimerInfo (FaultySamples.NotTimerInfo): 'timer' must be a TimerInfo.")]
    [InlineData("Batched (FaultySamples.Batched): batches, sessions and settling by hand are not supported")]
    [InlineData("ByHand (FaultySamples.ByHand): batches, sessions and settling by hand are not supported")]
    [InlineData("NoConnection (FaultySamples.NoConnection): the connection 'Nowhere' is neither")]
    [InlineData("NotPublic (FaultySamples.NotPublic): the method must be public.")]
    public async Task Starting_names_every_fault_at_once(string fault)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => SampleHost.StartAsync<FaultySamples>(
            builder => builder.Configuration.AddInMemoryCollection([new("Bus:fullyQualifiedNamespace", "bus.invalid")])));

        Assert.Contains(fault, failure.Message, StringComparison.Ordinal);
        Assert.Equal(19, failure.Message.Split('\n').Length);
    }

    [Fact]
    public async Task Functions_are_those_of_the_assembly_that_makes_the_builder()
    {
        using var host = FunctionsApplication.CreateBuilder([]).Build();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Contains("NoTrigger (FaultySamples.NoTrigger)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("(HttpSamples.Hello): HTTP functions need ConfigureFunctionsWebApplication()", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_namespace_without_a_credential_is_refused_at_start()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => SampleHost.StartAsync<BusSamples>(
            builder => builder.Configuration.AddInMemoryCollection(
                [new("Bus:fullyQualifiedNamespace", "bus.invalid"), new("Queue", "q")])));

        Assert.Contains("no TokenCredential is registered", failure.Message, StringComparison.Ordinal);
    }
}
