using System.Net.Sockets;
using Kinerja.FunctionsHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kinerja.Local.Tests.FunctionsHost;

/// <summary>A worker in this process, whose web integration picks a port that another program may take first.</summary>
public sealed class InProcessWorkerTests
{
    private int _built;

    [Fact]
    public async Task A_worker_whose_port_was_taken_is_built_anew()
    {
        await using var worker = await StartAsync(
            new IOException("bind", new SocketException((int)SocketError.AddressAlreadyInUse)), null);
        Assert.Equal(2, _built);
        Assert.False(worker.Ended.IsCompleted);
    }

    [Fact]
    public async Task A_port_that_is_always_taken_is_told_in_the_end()
    {
        var taken = new SocketException((int)SocketError.AddressAlreadyInUse);
        Assert.Same(taken, await Assert.ThrowsAsync<SocketException>(
            () => StartAsync([.. Enumerable.Repeat(taken, 10)])));
        Assert.Equal(5, _built);
    }

    [Fact]
    public async Task Any_other_fault_is_told_at_once()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(new InvalidOperationException(), null));
        Assert.Equal(1, _built);
    }

    private Task<IWorker> StartAsync(params Exception?[] faults)
    {
        var settings = new Dictionary<string, string>();
        var start = new WorkerStart(
            new Uri("http://127.0.0.1:1"), "worker", "request", SampleHost.Plain.Value.Path, settings);
        return new InProcessWorker((_, _) => Task.FromResult(Build(faults[_built++]))).StartAsync(start, default);
    }

    private static IHost Build(Exception? fault)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddHostedService(_ => new Failing(fault));
        return builder.Build();
    }

    private sealed class Failing(Exception? fault) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) =>
            fault is null ? Task.CompletedTask : Task.FromException(fault);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
