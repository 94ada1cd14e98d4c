using System.Collections.Concurrent;
using System.Globalization;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.ServiceBus;

public sealed class DurabilityTests : IAsyncLifetime, IDisposable
{
    private const string Queue = "durable";
    private readonly TemporaryFolder _folder = new();

    private string JournalFile => Path.Combine(_folder.Path, "journal.jsonl");

    public Task InitializeAsync() => NodePackages.EnsureAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_kill_amid_sends_loses_and_doubles_nothing()
    {
        var acknowledged = new ConcurrentBag<string>();
        await using (var bus = await StartAsync())
        {
            using var calls = new BusCalls(bus.Endpoint);
            var enough = new TaskCompletionSource();
            var senders = Enumerable.Range(0, 8).Select(sender => SendUntilDeadAsync(calls, sender, id =>
            {
                acknowledged.Add(id);
                if (acknowledged.Count == 400)
                    enough.TrySetResult();
            })).ToArray();
            await enough.Task.WaitAsync(TimeSpan.FromMinutes(1));
            await bus.KillAsync();
            await Task.WhenAll(senders);
        }

        await using var restarted = await StartAsync();
        using var after = new BusCalls(restarted.Endpoint);
        var received = await TakeAllAsync(after);
        var ids = received.Select(message => message.Body).ToArray();
        Assert.Equal(ids.Distinct().Count(), ids.Length);
        Assert.Empty(acknowledged.Except(ids));
        // A message may be stored whose acknowledgement the kill cut off: at most one a sender.
        Assert.InRange(ids.Length, acknowledged.Count, acknowledged.Count + 8);
        var numbers = received.Select(message => message.SequenceNumber).ToArray();
        Assert.Equal(Enumerable.Range(1, numbers.Length).Select(each => (long)each), numbers);
        await after.SendAsync(Queue, "next");
        Assert.Equal(numbers.Length + 1, (await after.TakeAsync(Queue)).SequenceNumber);
    }

    [Fact]
    public async Task Locks_lapse_with_the_process_and_deliveries_stay_counted()
    {
        string location;
        await using (var bus = await StartAsync())
        {
            using var calls = new BusCalls(bus.Endpoint);
            await calls.SendAsync(Queue, "held");
            location = new Uri((await calls.LockAsync(Queue)).Location).AbsolutePath;
            await bus.KillAsync();
        }

        await using var restarted = await StartAsync();
        using var after = new BusCalls(restarted.Endpoint);
        Assert.Equal(404, (await after.CallAsync(HttpMethod.Delete, location)).Status);
        Assert.Equal(2, (await after.LockAsync(Queue)).DeliveryCount);
    }

    [Fact]
    public async Task What_was_settled_scheduled_and_seen_stays_so()
    {
        var due = DateTimeOffset.UtcNow.AddSeconds(3).ToString("R", CultureInfo.InvariantCulture);
        await using (var bus = await StartAsync())
        {
            using var calls = new BusCalls(bus.Endpoint);
            await calls.SendAsync(Queue, "done", new { MessageId = "done" });
            await calls.CallAsync(HttpMethod.Delete, (await calls.LockAsync(Queue)).Location);
            await calls.SendAsync(Queue, "taken", new { MessageId = "taken" });
            await calls.TakeAsync(Queue);
            await calls.SendAsync(Queue, "later", new { MessageId = "later", ScheduledEnqueueTimeUtc = due });
            await bus.KillAsync();
        }

        await using var restarted = await StartAsync();
        using var after = new BusCalls(restarted.Endpoint);
        foreach (var id in new[] { "done", "taken", "later" })
            Assert.Equal(201, (await after.SendAsync(Queue, "again", new { MessageId = id })).Status);
        Assert.Equal("later", (await after.TakeAsync(Queue, timeoutSeconds: 30)).Body);
        Assert.Equal(204, (await after.TakeAsync(Queue)).Status);
    }

    [Fact]
    public async Task A_torn_last_line_is_cut_off()
    {
        await FillAndKillAsync("whole");
        await File.AppendAllTextAsync(JournalFile, """{"op":"add","entity":"durable","seq":2,"at":17""");
        await using (var bus = await StartAsync())
        {
            using var calls = new BusCalls(bus.Endpoint);
            Assert.Equal("whole", (await calls.TakeAsync(Queue)).Body);
            await calls.SendAsync(Queue, "after");
            await bus.KillAsync();
        }

        await using var restarted = await StartAsync();
        using var after = new BusCalls(restarted.Endpoint);
        Assert.Equal(["after"], (await TakeAllAsync(after)).Select(message => message.Body));
    }

    [Fact]
    public async Task Damage_before_the_last_line_is_not_passed_over()
    {
        await FillAndKillAsync("whole");
        await File.WriteAllTextAsync(JournalFile, "{\"op\":\n" + await File.ReadAllTextAsync(JournalFile));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(StartAsync);
        Assert.Contains("line 1 is damaged", error.Message);
    }

    [Fact]
    public async Task A_start_keeps_only_what_still_counts()
    {
        await using (var bus = await StartAsync())
        {
            using var calls = new BusCalls(bus.Endpoint);
            for (var at = 0; at < 20; at++)
            {
                await calls.SendAsync(Queue, new string('x', 1000));
                await calls.TakeAsync(Queue);
            }

            await calls.SendAsync(Queue, "kept");
        }

        Assert.True(new FileInfo(JournalFile).Length > 20_000);
        await using var restarted = await StartAsync();
        Assert.True(new FileInfo(JournalFile).Length < 10_000);
        using var after = new BusCalls(restarted.Endpoint);
        Assert.Equal(["kept"], (await TakeAllAsync(after)).Select(message => message.Body));
    }

    private Task<LocalServiceBus> StartAsync() =>
        LocalServiceBus.StartAsync(_folder.Path, topologyFile: BusCalls.TestTopology);

    private async Task FillAndKillAsync(string body)
    {
        await using var bus = await StartAsync();
        using var calls = new BusCalls(bus.Endpoint);
        await calls.SendAsync(Queue, body);
        await bus.KillAsync();
    }

    private static async Task SendUntilDeadAsync(BusCalls calls, int sender, Action<string> acknowledge)
    {
        for (var at = 0; ; at++)
        {
            var id = $"{sender}-{at}";
            try
            {
                if ((await calls.SendAsync(Queue, id, new { MessageId = id })).Status == 201)
                    acknowledge(id);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static async Task<List<BusAnswer>> TakeAllAsync(BusCalls calls)
    {
        var all = new List<BusAnswer>();
        for (var next = await calls.TakeAsync(Queue); next.Status == 200; next = await calls.TakeAsync(Queue))
            all.Add(next);
        return all;
    }
}
