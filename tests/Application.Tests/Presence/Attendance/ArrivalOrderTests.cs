using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.Attendance;

/// <summary>
/// Whatever comes when, and however often days are closed in between: in the end the same months stand.
/// </summary>
public sealed class ArrivalOrderTests
{
    private static readonly YearMonth February = new(2026, 2);
    private static readonly Instant Settled = Some.At("2026-03-02T00:00:00Z");

    [Fact]
    public void Arrivals_in_any_order_with_closes_between_end_as_one_close_at_the_end() => Always.HoldsFor(
        random =>
        {
            var arrivals = AnyMonth(random);
            var expected = PlayAsync(arrivals, _ => false).GetAwaiter().GetResult();
            random.Shuffle(arrivals);
            Assert.Equal(expected, PlayAsync(arrivals, _ => random.Next(3) == 0).GetAwaiter().GetResult());
            Assert.Equal(2, expected.Count);
        },
        runs: 60);

    // Barito Kuala, 1 October 2019: the server was down from 07:00 to 08:00 WITA and thousands were marked late.
    [Fact]
    public async Task Captured_in_time_and_delivered_after_the_close_is_punctual_and_a_retry_no_error()
    {
        var world = new World(Some.At("2026-02-05T00:00:00Z"));
        await world.CloseDaysAsync();
        Assert.Equal(DayStatus.NoRecord, StoredDay(world).Status);
        var late = Some.Claim() with { SentAt = world.Clock.Now() };
        await world.Dirty.MarkAsync(Some.AgencyId, Some.Person(), February, default);
        var first = await world.RecordCheckIn.ExecuteAsync(Some.Actor, late, default);
        var again = await world.RecordCheckIn.ExecuteAsync(Some.Actor, late, default);
        world.Clock.Advance(Duration.FromMinutes(15));
        await world.CloseDaysAsync();
        Assert.Equal((false, true), (first.Value.Replayed, again.Value.Replayed));
        Assert.Equal((DayStatus.Present, 0), (StoredDay(world).Status, StoredDay(world).LateMinutes));
    }

    private static AttendanceDay StoredDay(World world) =>
        world.Months.Rows[(Some.AgencyId, February, Some.Person())].Days[3];

    private static async Task<List<string>> PlayAsync(Func<World, Task>[] arrivals, Func<World, bool> closes)
    {
        var world = new World(Some.At("2026-02-01T00:00:00Z"));
        await world.CloseDaysAsync();
        foreach (var arrival in arrivals)
        {
            world.Clock.Advance(Duration.FromMinutes(30));
            await arrival(world);
            if (closes(world))
            {
                world.Clock.Advance(Duration.FromHours(9));
                await world.CloseDaysAsync();
            }
        }

        world.Clock.MoveTo(Settled);
        await world.CloseDaysAsync();
        world.Clock.Advance(Duration.FromHours(1));
        await world.CloseDaysAsync();
        Assert.Empty(world.Dirty.Rows);
        return [.. world.Months.Rows.Where(r => r.Key.Item2 == February)
            .Select(r => $"{r.Key} {string.Join('|', r.Value.Days)}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Check-ins, leave, corrections and outages, each marking the month before it is stored.</summary>
    private static Func<World, Task>[] AnyMonth(Random random)
    {
        var checkIns = Enumerable.Range(0, random.Next(1, 20)).Select(i => Arrival(Judged(random, i)));
        var leaves = Enumerable.Range(0, random.Next(3)).Select(i => Arrival(new Leave(
            Some.Person(), LeaveKind.Sick, new(2026, 2, 1 + i), new(2026, 2, random.Next(10, 28)), $"SKD-{i}")));
        var outages = Enumerable.Range(0, random.Next(3)).Select(i => Arrival(new OutageWindow(
            Some.Client($"gangguan-{i:D3}"), [], At(1 + (3 * i), 7), At(1 + (3 * i), 9), "Server penuh.")));
        var corrections = Enumerable.Range(0, random.Next(3)).Select(i => Arrival(new CorrectionCommand(
            Some.Client($"koreksi-{i:D3}"), Some.AgencyId, Some.Person(), new(2026, 1, 31), CorrectionKind.Arrival,
            new LocalTime(7, i), "Ponsel rusak.", null, Some.Person("peg-head"))));
        return [.. checkIns, .. leaves, .. outages, .. corrections];
    }

    private static Func<World, Task> Arrival(CheckIn checkIn) => async world =>
    {
        await world.Dirty.MarkAsync(Some.AgencyId, checkIn.Claim.EmployeeId, February, default);
        await world.CheckIns.AddOrFindAsync(checkIn, default);
    };

    private static Func<World, Task> Arrival(Leave leave) =>
        world => world.RecordLeave.RecordAsync(Some.Actor, leave, false, default);

    private static Func<World, Task> Arrival(OutageWindow window) =>
        world => world.DeclareOutage.ExecuteAsync(Some.Actor, window, null, default);

    private static Func<World, Task> Arrival(CorrectionCommand claim) =>
        world => world.RequestCorrection.ExecuteAsync(Some.Actor, claim, default);

    /// <summary>Judged once, as if it had come at once: only what comes of it afterwards is played.</summary>
    private static CheckIn Judged(Random random, int i)
    {
        var captured = At(random.Next(1, 28), random.Next(6, 18)) + Duration.FromMinutes(random.Next(60));
        var claim = Some.Claim($"checkin-{i:D4}", captured) with { Kind = (CheckInKind)random.Next(2) };
        return new World(captured).RecordCheckIn.ExecuteAsync(Some.Actor, claim, default)
            .GetAwaiter().GetResult().Value.CheckIn;
    }

    /// <summary>By the clock in Jakarta.</summary>
    private static Instant At(int day, int hour) =>
        new LocalDateTime(2026, 2, day, hour, 0).InZoneStrictly(Some.Wib).ToInstant();
}
