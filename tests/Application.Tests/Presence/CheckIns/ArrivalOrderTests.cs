using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.CheckIns;

/// <summary>Phones deliver when they can; the month does not care.</summary>
public sealed class ArrivalOrderTests
{
    private static readonly YearMonth Month = new(2026, 2);

    [Fact]
    public void Out_of_order_and_days_late_and_twice_gives_the_month_that_in_order_gives() => Always.HoldsFor(random =>
    {
        var claims = Enumerable.Range(0, random.Next(1, 25)).Select(i => Claim(random, i)).ToList();
        var inOrder = claims.OrderBy(c => c.CapturedAt).Select(c => (Claim: c, At: c.CapturedAt)).ToList();
        // Within the week that the policy allows, in any order, some of them twice.
        var disturbed = claims.Concat(claims.Where(_ => random.Next(3) == 0))
            .Select(c => (Claim: c, At: Some.At("2026-02-08T00:00:00Z") + Duration.FromMinutes(random.Next(500))))
            .ToArray();
        random.Shuffle(disturbed);

        Assert.Equal(MonthOf(inOrder), MonthOf([.. disturbed.OrderBy(d => d.At)]));
    });

    private static SubmittedCheckIn Claim(Random random, int number)
    {
        var wall = new LocalDate(2026, 2, random.Next(2, 7)).At(new LocalTime(random.Next(6, 18), random.Next(60)));
        var claim = Some.Claim($"checkin-{number:D4}", wall.InZoneStrictly(Some.Wib).ToInstant());
        return claim with { Kind = (CheckInKind)random.Next(4) };
    }

    /// <summary>Read on the same day, whenever things came.</summary>
    private static IReadOnlyList<AttendanceDay> MonthOf(List<(SubmittedCheckIn Claim, Instant At)> deliveries)
    {
        var world = new World(Some.At("2026-02-01T00:00:00Z"));
        foreach (var (claim, at) in deliveries)
        {
            world.Clock.MoveTo(at);
            var recorded = world.RecordCheckIn.ExecuteAsync(Some.Actor, claim with { SentAt = at }, default)
                .GetAwaiter().GetResult();
            Assert.Null(recorded.Refusal);
        }

        world.Clock.MoveTo(Some.At("2026-02-20T00:00:00Z"));
        var month = world.ReadAttendance.MonthAsync(Some.AgencyId, Some.Person(), Month, default).GetAwaiter()
            .GetResult();
        return month.Value.Days;
    }
}
