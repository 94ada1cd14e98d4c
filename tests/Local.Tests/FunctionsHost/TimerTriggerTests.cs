using Kinerja.SampleApp;

namespace Kinerja.Local.Tests.FunctionsHost;

public sealed class TimerTriggerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("timers-");
    private readonly WatchedClock _clock = new(At(10, 20));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_timer_runs_at_each_time_of_its_schedule()
    {
        await using var host = await StartAsync<HourlySample>();
        await _clock.WaitForTimerAsync();
        Assert.Empty(host.Notes.All);

        _clock.AdvanceTo(At(11, 0));
        await host.Notes.WaitForAsync("run last 00:00 next 11:00");
        await _clock.WaitForTimerAsync();
        _clock.AdvanceTo(At(12, 0));
        await host.Notes.WaitForAsync("run last 11:00 next 12:00");
    }

    [Fact]
    public async Task A_restart_after_a_missed_time_runs_once_and_past_due()
    {
        await using (var first = await StartAsync<HourlySample>())
        {
            await _clock.WaitForTimerAsync();
        }

        _clock.AdvanceTo(At(15, 30));
        await using (var second = await StartAsync<HourlySample>())
        {
            await second.Notes.WaitForAsync("late last 00:00 next 11:00");
            await _clock.WaitForTimerAsync();
            Assert.Single(second.Notes.All);
        }

        await using var third = await StartAsync<HourlySample>();
        await _clock.WaitForTimerAsync();
        _clock.AdvanceTo(At(16, 0));
        await third.Notes.WaitForAsync("run last 15:30 next 16:00");
        Assert.Single(third.Notes.All);
    }

    [Fact]
    public async Task A_changed_schedule_is_counted_anew_and_not_past_due()
    {
        await using (var first = await StartAsync<SettingSample>(Schedule("0 0 * * * *")))
        {
            await _clock.WaitForTimerAsync();
        }

        _clock.AdvanceTo(At(15, 40));
        await using var second = await StartAsync<SettingSample>(Schedule("*/15 * * * *"));
        await _clock.WaitForTimerAsync();
        Assert.Empty(second.Notes.All);
        _clock.AdvanceTo(At(15, 45));
        await second.Notes.WaitForAsync("run False 15:45");
    }

    [Fact]
    public async Task A_timer_may_run_on_startup()
    {
        await using var host = await StartAsync<OnStartupSample>();

        await host.Notes.WaitForAsync("run False");
    }

    [Fact]
    public async Task No_status_is_kept_under_a_minute_or_without_monitor()
    {
        await using (var host = await StartAsync<UnmonitoredSamples>())
        {
            await _clock.WaitForTimerAsync();
            _clock.AdvanceTo(At(11, 0));
            await host.Notes.WaitForAsync("off True");
            await host.Notes.WaitForAsync("seconds True");
        }

        Assert.Empty(_folder.GetFiles("*.json", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_run_over_its_interval_is_followed_by_one_at_once()
    {
        await using var host = await StartAsync<SlowSample>();
        await _clock.WaitForTimerAsync();
        _clock.AdvanceTo(At(10, 25));
        await host.Notes.WaitForAsync("begin False 1");
        _clock.AdvanceTo(At(10, 47));
        host.Notes.Finish();
        await host.Notes.WaitForAsync("begin False 1", times: 2);
        host.Notes.Finish();
        await host.Notes.WaitForAsync("end False", times: 2);
        await _clock.WaitForTimerAsync();

        Assert.Equal(4, host.Notes.All.Count);
        _clock.AdvanceTo(At(10, 50));
        await host.Notes.WaitForAsync("begin False 1", times: 3);
        host.Notes.Finish();
    }

    [Fact]
    public async Task A_failed_run_counts_and_the_schedule_goes_on()
    {
        await using (var host = await StartAsync<FailingSamples>())
        {
            await _clock.WaitForTimerAsync();
            _clock.AdvanceTo(At(11, 0));
            await host.Notes.WaitForAsync("fail False");
            await StatusAsync("Failing", "\"Last\": \"2026-03-02T11:00:00Z\"");
        }

        await using var again = await StartAsync<FailingSamples>(Disable("Retried", "Growing"));
        await _clock.WaitForTimerAsync();
        Assert.Empty(again.Notes.All);
    }

    [Fact]
    public async Task A_failed_run_is_tried_again_as_its_attribute_says()
    {
        await using var host = await StartAsync<FailingSamples>(Disable("Failing", "Growing"));
        await _clock.WaitForTimerAsync();
        _clock.AdvanceTo(At(12, 0));
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await host.Notes.WaitForAsync($"attempt {attempt} of 2 False");
            await _clock.WaitForTimerAsync();
            _clock.Advance(TimeSpan.FromSeconds(30));
        }

        await StatusAsync("Retried", "\"Last\": \"2026-03-02T12:00:00Z\"");
        Assert.Equal(3, host.Notes.All.Count);
    }

    [Fact]
    public async Task Delays_between_attempts_grow_to_a_limit_with_a_little_chance()
    {
        await using var host = await StartAsync<FailingSamples>(Disable("Failing", "Retried"));
        await _clock.WaitForTimerAsync();
        _clock.AdvanceTo(At(12, 30));
        (int Never, int Surely)[] delays = [(9_900, 10_000), (17_900, 22_000), (25_900, 30_000)];
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await host.Notes.WaitForAsync($"growing {attempt} False");
            await _clock.WaitForTimerAsync();
            _clock.Advance(TimeSpan.FromMilliseconds(delays[attempt].Never));
            Assert.Equal(attempt + 1, host.Notes.All.Count);
            _clock.Advance(TimeSpan.FromMilliseconds(delays[attempt].Surely - delays[attempt].Never));
        }

        await host.Notes.WaitForAsync("growing 3 False");
    }

    [Fact]
    public async Task Every_attempt_of_one_run_has_the_same_invocation_id()
    {
        await using var host = await StartAsync<RetriedIdSample>();
        await _clock.WaitForTimerAsync();
        _clock.AdvanceTo(At(11, 0));
        await host.Notes.WaitForStartAsync("0 ");
        await _clock.WaitForTimerAsync();
        _clock.Advance(TimeSpan.FromSeconds(5));
        await host.Notes.WaitForStartAsync("1 ");

        Assert.Equal(host.Notes.All[0][2..], host.Notes.All[1][2..]);
    }

    [Fact]
    public async Task One_host_at_a_time_listens_to_a_timer()
    {
        var first = await StartAsync<HourlySample>();
        await _clock.WaitForTimerAsync();
        await using var second = await StartAsync<HourlySample>();
        _clock.AdvanceTo(At(11, 0));
        await first.Notes.WaitForAsync("run last 00:00 next 11:00");
        await _clock.WaitForTimerAsync();
        Assert.Empty(second.Notes.All);

        await first.DisposeAsync();
        await _clock.WaitForTimerAsync();
        _clock.AdvanceTo(At(12, 0));
        await second.Notes.WaitForAsync("run last 11:00 next 12:00");
    }

    [Fact]
    public async Task A_stop_waits_for_a_run_under_way_and_keeps_its_status()
    {
        var host = await StartAsync<SlowSample>();
        await _clock.WaitForTimerAsync();
        _clock.AdvanceTo(At(10, 25));
        await host.Notes.WaitForAsync("begin False 1");
        var stopped = host.DisposeAsync().AsTask();
        Assert.False(stopped.IsCompleted);
        host.Notes.Finish();
        await stopped;

        Assert.Equal("end False", host.Notes.All[^1]);
        await StatusAsync("Slow", "\"Last\": \"2026-03-02T10:25:00Z\"");
    }

    [Fact]
    public async Task A_run_cut_short_by_the_stop_is_past_due_at_the_next_start()
    {
        var host = await StartAsync<SlowSample>(drainTime: TimeSpan.Zero);
        await _clock.WaitForTimerAsync();
        _clock.AdvanceTo(At(10, 26));
        await host.Notes.WaitForAsync("begin False 1");
        await host.DisposeAsync();
        Assert.Equal("end True", host.Notes.All[^1]);

        await using var next = await StartAsync<SlowSample>();
        await next.Notes.WaitForAsync("begin True 1");
        next.Notes.Finish();
    }

    private static DateTimeOffset At(int hour, int minute) => new(2026, 3, 2, hour, minute, 0, TimeSpan.Zero);

    private static Dictionary<string, string> Schedule(string cron) => new() { ["Schedule"] = cron };

    private static Dictionary<string, string> Disable(params string[] names) =>
        names.ToDictionary(name => $"AzureWebJobs.{name}.Disabled", _ => "true");

    private Task<SampleHost> StartAsync<T>(Dictionary<string, string>? settings = null, TimeSpan? drainTime = null) =>
        SampleHost.StartAsync<T>(new()
        {
            Clock = _clock,
            StateFolder = _folder.FullName,
            Settings = settings ?? [],
            DrainTime = drainTime ?? TimeSpan.FromSeconds(60),
        });

    private async Task StatusAsync(string function, string expected)
    {
        var file = Path.Combine(_folder.FullName, "timers", $"{function}.json");
        var deadline = DateTime.UtcNow.AddSeconds(60);
        while (!(await File.ReadAllTextAsync(file)).Contains(expected, StringComparison.Ordinal))
        {
            Assert.True(DateTime.UtcNow < deadline, await File.ReadAllTextAsync(file));
            await Task.Delay(5);
        }
    }
}
