using System.Text;
using Kinerja.Application.Json;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Tests.Presence.CheckIns;

/// <summary>
/// A phone's clock is wrong and its month is right: whatever the order, and however often it is sent.
/// </summary>
public sealed class BatchClockTests
{
    private static readonly YearMonth Month = new(2026, 2);

    /// <summary>Sunday, after the week that is sent.</summary>
    private static readonly Instant Sunday = Some.At("2026-02-08T00:00:00Z");

    [Fact]
    public void Phones_that_are_off_give_the_month_that_right_phones_give() => Always.HoldsFor(random =>
    {
        var acts = Acts(random);
        var expected = MonthOf([(Sunday, Items(acts, _ => Duration.Zero, Sunday, stampedAtCapture: false))]);

        var off = new[] { Off(random), Off(random) };
        var items = Items(acts, device => off[device], Sunday, stampedAtCapture: random.Next(2) == 0);
        random.Shuffle(items);
        Assert.Equal(expected, MonthOf([(Sunday, items)]));

        // It fails on its way, and comes again: the same letter by letter, or sent anew by the same clocks. Of each
        // phone something was stored: else nothing tells that it came before.
        var (later, failing) = (Sunday + Duration.FromMinutes(random.Next(600)), random.Next(2, 2 + items.Length));
        var again = random.Next(2) == 0
            ? [.. items]
            : Items(acts, device => off[device], later, stampedAtCapture: false);
        random.Shuffle(again);
        Assert.Equal(expected, MonthOf([(Sunday, items), (later, again), (later, items)], failing));
    }, runs: 60);

    [Fact]
    public void A_clock_that_was_set_within_a_batch_tells_the_same_in_any_order() => Always.HoldsFor(random =>
    {
        // Each item has a clock of its own, and some name no time of sending: most of it cannot be told.
        var items = Acts(random).Select(act => Item(
            act, Off(random), random.Next(4) == 0 ? null : Sunday, random.Next(3).ToString())).ToArray();
        string[] shuffled = [.. items, items[0]];
        random.Shuffle(shuffled);

        Assert.Equal(MonthOf([(Sunday, items)]), MonthOf([(Sunday, shuffled), (Sunday, items)]));
    }, runs: 40);

    private static List<(int Number, Instant At, string Kind)> Acts(Random random) =>
    [
        .. Enumerable.Range(2, 5).SelectMany(day => new[]
        {
            (day * 2, Wall(day, 7, random.Next(60)), "in"),
            ((day * 2) + 1, Wall(day, 16, random.Next(60)), "out"),
        }).Where(_ => random.Next(8) > 0),
        (99, Wall(6, 12, 0), "midDay"),
    ];

    private static Instant Wall(int day, int hour, int minute) =>
        new LocalDateTime(2026, 2, day, hour, minute).InZoneStrictly(Some.Wib).ToInstant();

    /// <summary>To the tick, up to a day ahead or behind; now and then whole hours, as of another zone.</summary>
    private static Duration Off(Random random) =>
        (random.Next(3) == 0
            ? Duration.FromHours(random.Next(1, 24))
            : Duration.FromTicks(random.NextInt64(5 * NodaConstants.TicksPerMinute, NodaConstants.TicksPerDay) + 1))
        * (random.Next(2) == 0 ? 1 : -1);

    /// <summary>
    /// Two phones in turn. An app that stamps what it captured at once keeps that; its last item goes out at once.
    /// </summary>
    private static string[] Items(
        IReadOnlyList<(int Number, Instant At, string Kind)> acts,
        Func<int, Duration> off,
        Instant sent,
        bool stampedAtCapture) =>
        [.. acts.Select((act, i) => Item(
            act,
            off(act.Number % 2),
            stampedAtCapture && acts.Skip(i + 1).Any(a => a.Number % 2 == act.Number % 2)
                ? act.At + Duration.FromSeconds(4)
                : sent,
            $"device-{act.Number % 2}"))];

    private static string Item(
        (int Number, Instant At, string Kind) act, Duration off, Instant? sent, string device) =>
        $$$"""
        {"id":"checkin-{{{act.Number:D4}}}","agencyId":"menpanrb","employeeId":"peg-0001","kind":"{{{act.Kind}}}",
         "capturedAt":"{{{InstantPattern.ExtendedIso.Format(act.At + off)}}}","deviceId":"{{{device}}}",
         "sentAt":{{{(sent is { } at ? $"\"{InstantPattern.ExtendedIso.Format(at + off)}\"" : "null")}}},
         "position":{"latitude":-6.23,"longitude":106.816,"accuracyMetres":10}}
        """;

    /// <summary>Read on the same day, whenever things came; the first sending breaks after so many writes.</summary>
    private static IReadOnlyList<AttendanceDay> MonthOf((Instant At, string[] Items)[] sendings, int? failing = null)
    {
        var world = new World(Some.At("2026-02-01T00:00:00Z"));
        foreach (var ((at, items), n) in sendings.Select((s, n) => (s, n)))
        {
            world.Clock.MoveTo(at);
            var store = new FailingCheckIns(world.CheckIns, n == 0 && failing is { } after ? after : int.MaxValue);
            var batch = new RecordCheckInBatch(
                new RecordCheckIn(
                    world.AgencyDirectory, world.Nips, world.Delegations, store, world.Mark, world.Clock), world.Clock);
            try
            {
                Assert.Null(batch.ExecuteAsync(Read(items), Some.Actor, default).GetAwaiter().GetResult().Refusal);
            }
            catch (IOException) when (failing is not null && n == 0)
            {
                // It comes again.
            }
        }

        world.Clock.MoveTo(Some.At("2026-02-20T00:00:00Z"));
        return world.ReadAttendance.MonthAsync(Some.AgencyId, Some.Person(), Month, default).GetAwaiter()
            .GetResult().Value.Days;
    }

    private static CheckInBatchRequest Read(string[] items) => ContractReader.Read(
        Encoding.UTF8.GetBytes($$"""{"checkIns":[{{string.Join(',', items)}}]}"""),
        JsonFormat.Default.CheckInBatchRequest).Value;

    /// <summary>A store that breaks after so many check-ins.</summary>
    private sealed class FailingCheckIns(FakeCheckIns inner, int after) : ICheckIns
    {
        private int _left = after;

        public Task<CheckIn?> AddOrFindAsync(CheckIn checkIn, CancellationToken cancel) =>
            Interlocked.Decrement(ref _left) >= 0
                ? inner.AddOrFindAsync(checkIn, cancel)
                : throw new IOException("The store is gone.");

        public Task<CheckIn?> FindAsync(
            AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel) =>
            inner.FindAsync(agency, employee, id, cancel);

        public IAsyncEnumerable<CheckIn> ListAsync(
            AgencyId agency, DateInterval days, HashRange range, CancellationToken cancel) =>
            inner.ListAsync(agency, days, range, cancel);

        public Task<IReadOnlyList<CheckIn>> ListAsync(
            AgencyId agency, DateInterval days, EmployeeId employee, CancellationToken cancel) =>
            inner.ListAsync(agency, days, employee, cancel);
    }
}
