using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Kinerja.Local.Processes;
using Kinerja.SampleApp;

namespace Kinerja.Local.Tests.FunctionsHost;

/// <summary>One Azurite for all tests of queues; each test takes queues of its own.</summary>
public sealed class QueueStore : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("queues-");

    public Azurite Azurite { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await NodePackages.EnsureAsync();
        Azurite = await Azurite.StartAsync(_folder.FullName);
    }

    public async Task DisposeAsync()
    {
        await Azurite.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

public sealed class QueueTriggerTests(QueueStore store) : IClassFixture<QueueStore>, IDisposable
{
    private const string Quick =
        """{"extensions":{"queues":{"maxDequeueCount":3,"maxPollingInterval":"00:00:00.200","batchSize":2,"newBatchThreshold":1}}}""";

    private static readonly string[] Names = ["message", "text", "data", "bytes", "order", "poisoned", "held"];

    private readonly string _prefix = $"q{Guid.NewGuid():N}";
    private readonly SampleFolder _folder = new(Quick);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("message", "message hello #1 True")]
    [InlineData("text", "text hello")]
    [InlineData("data", "data hello")]
    [InlineData("bytes", "bytes 5")]
    public async Task A_message_reaches_the_function_in_the_type_that_it_asks_for(string queue, string note)
    {
        await using var host = await StartAsync();
        await SendAsync(queue, "hello");

        await host.Notes.WaitForStartAsync(note);
        await WaitForEmptyAsync(queue);
    }

    [Fact]
    public async Task A_json_message_is_read_into_the_functions_own_type()
    {
        await using var host = await StartAsync();
        await SendAsync("order", """{"Item":"kursi","Count":3}""");

        await host.Notes.WaitForAsync("order 3 kursi");
    }

    [Fact]
    public async Task A_message_that_lives_until_it_is_done_is_told_so()
    {
        await using var host = await StartAsync();
        await SendAsync("message", "for ever", TimeSpan.FromSeconds(-1));

        await host.Notes.WaitForStartAsync("message for ever #1 True 9999");
    }

    [Fact]
    public async Task What_is_known_of_a_message_comes_as_the_triggers_data()
    {
        await using var host = await StartAsync();
        await SendAsync("text", "hello");

        await host.Notes.WaitForAsync(
            "DequeueCount ExpirationTime Id InsertionTime NextVisibleTime PopReceipt QueueTrigger");
    }

    [Fact]
    public async Task A_message_that_fails_too_often_goes_to_the_poison_queue()
    {
        await using var host = await StartAsync();
        await SendAsync("poisoned", "bad");

        Assert.Equal("bad", (await TakeAsync("poisoned-poison")).Body.ToString());
        await WaitForEmptyAsync("poisoned");
        Assert.Equal(["try bad #1", "try bad #2", "try bad #3"], host.Notes.All);
        await host.Log.WaitForAsync("Error: Function Poisoned failed. no luck");
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_goes_to_the_poison_queue_as_it_is()
    {
        await using var host = await StartAsync();
        var raw = new QueueClient(store.Azurite.ConnectionString, $"{_prefix}-text");
        await raw.CreateIfNotExistsAsync();
        await raw.SendMessageAsync("no base64!");

        Assert.Equal("no base64!", (await TakeAsync("text-poison", QueueMessageEncoding.None)).Body.ToString());
        Assert.Empty(host.Notes.All);
    }

    [Fact]
    public async Task Messages_run_beside_each_other_up_to_the_batch_and_its_threshold()
    {
        // All are there before anybody looks: else the first look may find one, and the next two make three at once.
        for (var i = 0; i < 4; i++)
        {
            await SendAsync("held", $"{i}");
        }

        await using var host = await StartAsync();
        await host.Notes.WaitForStartAsync("held 0");
        await host.Notes.WaitForStartAsync("held 1");
        host.Notes.Finish();
        await host.Notes.WaitForStartAsync("held 2");
        await host.Notes.WaitForStartAsync("held 3");
        for (var i = 0; i < 3; i++)
        {
            host.Notes.Finish();
        }

        await WaitForEmptyAsync("held");
        Assert.Equal(4, host.Notes.All.Count(n => n.StartsWith("done", StringComparison.Ordinal)));
        Assert.Equal(2, host.Notes.All.TakeWhile(n => !n.StartsWith("done", StringComparison.Ordinal)).Count());
    }

    [Fact]
    public async Task A_message_stays_hidden_for_as_long_as_it_runs()
    {
        await using var host = await StartAsync(
            setting: ("AzureFunctionsJobHost__extensions__queues__runVisibility", "00:00:02"));
        await SendAsync("held", "long");
        await host.Notes.WaitForAsync("held long #1");

        // More than twice the time that it is hidden for at once; its queue is looked at five times a second.
        await Task.Delay(TimeSpan.FromSeconds(5));
        host.Notes.Finish();
        await WaitForEmptyAsync("held");

        Assert.Equal(["held long #1", "done long"], host.Notes.All);
    }

    [Fact]
    public async Task A_stop_waits_for_the_message_under_way()
    {
        var host = await StartAsync();
        await SendAsync("held", "last");
        await host.Notes.WaitForAsync("held last #1");
        var stopped = host.DisposeAsync().AsTask();
        Assert.False(stopped.IsCompleted);
        host.Notes.Finish();
        await stopped;

        Assert.Equal("done last", host.Notes.All[^1]);
        await WaitForEmptyAsync("held");
    }

    [Fact]
    public async Task A_message_that_a_stop_cut_short_comes_again()
    {
        var host = await StartAsync(TimeSpan.Zero);
        await SendAsync("held", "cut");
        await host.Notes.WaitForAsync("held cut #1");
        await host.DisposeAsync();
        Assert.DoesNotContain("done cut", host.Notes.All);

        await using var next = await StartAsync();
        await next.Notes.WaitForAsync("held cut #2");
        next.Notes.Finish();
        await WaitForEmptyAsync("held");
    }

    [Fact]
    public async Task A_store_that_comes_up_late_is_waited_for_and_named_once()
    {
        var folder = Directory.CreateTempSubdirectory("late-");
        var late = await Azurite.StartAsync(folder.FullName);
        var connection = late.ConnectionString;
        await late.DisposeAsync();
        await using var host = await SampleHost.StartAsync<QueueSamples>(Options(connection));

        await host.Log.WaitForAsync("Warning: Function Held cannot receive from");
        await host.Log.WaitForAsync("Warning: Function AsText cannot receive from");
        Assert.Single(
            host.Log.Lines, line => line.StartsWith("Warning: Function Held cannot", StringComparison.Ordinal));
        folder.Delete(recursive: true);
    }

    private Task<SampleHost> StartAsync(TimeSpan? drainTime = null, (string Name, string Value)? setting = null) =>
        SampleHost.StartAsync<QueueSamples>(Options(store.Azurite.ConnectionString, setting) with
        {
            DrainTime = drainTime ?? TimeSpan.FromSeconds(60),
        });

    private SampleHostOptions Options(string connection, (string Name, string Value)? setting = null)
    {
        var settings = new Dictionary<string, string> { ["Queues"] = connection, ["Prefix"] = _prefix };
        if (setting is var (name, value))
        {
            settings[name] = value;
        }

        return new SampleHostOptions { Folder = _folder, Settings = settings };
    }

    private QueueClient Queue(string name, QueueMessageEncoding encoding = QueueMessageEncoding.Base64) =>
        new(store.Azurite.ConnectionString, $"{_prefix}-{name}", new QueueClientOptions { MessageEncoding = encoding });

    private async Task SendAsync(string queue, string text, TimeSpan? timeToLive = null)
    {
        // The listener began before its queue was there.
        Assert.Contains(queue, Names);
        await Queue(queue).CreateIfNotExistsAsync();
        await Queue(queue).SendMessageAsync(text, timeToLive: timeToLive);
    }

    private async Task<QueueMessage> TakeAsync(
        string queue, QueueMessageEncoding encoding = QueueMessageEncoding.Base64)
    {
        var client = Queue(queue, encoding);
        var deadline = DateTime.UtcNow.AddSeconds(60);
        while (true)
        {
            if (await client.ExistsAsync() && (await client.ReceiveMessagesAsync(1)).Value is [var message])
            {
                return message;
            }

            Assert.True(DateTime.UtcNow < deadline, $"{queue} stays empty.");
            await Task.Delay(50);
        }
    }

    private async Task WaitForEmptyAsync(string queue)
    {
        var deadline = DateTime.UtcNow.AddSeconds(60);
        while ((await Queue(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
        {
            Assert.True(DateTime.UtcNow < deadline, $"{queue} never becomes empty.");
            await Task.Delay(50);
        }
    }
}
