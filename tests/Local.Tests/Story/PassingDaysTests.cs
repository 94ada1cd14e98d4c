using System.Net;
using Kinerja.Local.Cloud;
using Kinerja.Local.Story;

namespace Kinerja.Local.Tests.Story;

/// <summary>The story's clock, moved on while it runs.</summary>
public sealed class PassingDaysTests
{
    private static readonly DateTimeOffset Start = new(2026, 4, 10, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task On_each_day_that_passes_its_timers_run_with_the_clock_of_that_day()
    {
        var clock = new ReplayClock(Start);
        var started = new List<(string Timer, int Day)>();
        using var passing = new PassingDays(
            (timer, _) =>
            {
                started.Add((timer, (clock.GetUtcNow() - Start).Days));
                return Task.CompletedTask;
            },
            clock);

        await passing.PassAsync(3, default);

        Assert.Equal(Start.AddDays(3), clock.GetUtcNow());
        Assert.Equal(
            from day in Enumerable.Range(1, 3) from timer in PassingDays.Timers select (timer, day), started);
    }

    [Fact]
    public async Task Two_who_ask_at_once_wait_for_each_other_and_both_get_their_days()
    {
        var clock = new ReplayClock(Start);
        var (running, most) = (0, 0);
        using var passing = new PassingDays(
            async (_, _) =>
            {
                most = Math.Max(most, ++running);
                await Task.Delay(1, CancellationToken.None);
                running--;
            },
            clock);

        await Task.WhenAll(passing.PassAsync(2, default), passing.PassAsync(1, default));

        Assert.Equal((Start.AddDays(3), 1), (clock.GetUtcNow(), most));
    }

    [Fact]
    public async Task The_clock_is_told_and_moved_on_at_an_address_of_this_machine()
    {
        var clock = new ReplayClock(Start);
        await using var server = await ServerAsync(clock);
        using var http = new HttpClient { BaseAddress = server.Address };

        using var moved = await http.PostAsync("clock?days=30", null);

        Assert.Equal(
            (HttpStatusCode.OK, "30 passed\n"), (moved.StatusCode, await moved.Content.ReadAsStringAsync()));
        Assert.Equal("""{"now":"2026-05-10T02:00:00+00:00"}""", await http.GetStringAsync("clock"));
    }

    [Theory]
    [InlineData("clock?days=0", null, HttpStatusCode.BadRequest)]
    [InlineData("clock?days=367", null, HttpStatusCode.BadRequest)]
    [InlineData("clock?days=-1", null, HttpStatusCode.BadRequest)]
    [InlineData("clock?days=many", null, HttpStatusCode.BadRequest)]
    [InlineData("clock", null, HttpStatusCode.BadRequest)]
    [InlineData("clock?days=30", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    public async Task No_days_too_many_or_another_site_s_page_move_nothing(
        string path, string? origin, HttpStatusCode status)
    {
        var clock = new ReplayClock(Start);
        await using var server = await ServerAsync(clock);
        using var http = new HttpClient { BaseAddress = server.Address };
        if (origin is not null)
        {
            http.DefaultRequestHeaders.Add("Origin", origin);
        }

        using var answer = await http.PostAsync(path, null);

        Assert.Equal((status, Start), (answer.StatusCode, clock.GetUtcNow()));
    }

    private static Task<ClockServer> ServerAsync(ReplayClock clock) => ClockServer.StartAsync(
        clock,
        PassingDays.Most,
        (days, _) =>
        {
            clock.MoveTo(clock.GetUtcNow().AddDays(days));
            return Task.FromResult($"{days} passed");
        },
        0,
        default);
}
