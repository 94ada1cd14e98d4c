using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>Punches without a direction on Wednesday 1 April 2026, 07:30 to 16:00 with an hour's break.</summary>
public sealed class PunchTests
{
    private static readonly YearMonth Month = new(2026, 4);

    [Theory]
    [InlineData("07:25 16:05", "present 07:25 16:05 0 0")]
    [InlineData("07:40 15:30", "present 07:40 15:30 10 30")]
    [InlineData("07:25 12:00 13:00 16:05", "present 07:25 16:05 0 0")]
    [InlineData("07:25 07:28 16:00", "present 07:25 16:00 0 0")]
    [InlineData("07:25 07:29", "present 07:25 - 0 -")]
    [InlineData("07:25 07:30", "present 07:25 07:30 0 510")]
    [InlineData("07:25", "present 07:25 - 0 -")]
    [InlineData("11:45", "present 11:45 - 255 -")]
    [InlineData("11:46", "needsReview - 11:46 - -")]
    [InlineData("16:05 16:06", "needsReview - 16:06 - -")]
    [InlineData("!07:20 07:25 16:00", "present 07:25 16:00 0 0")]
    [InlineData("!07:20 !16:00", "needsReview - - - -")]
    [InlineData("07:25 !16:00", "present 07:25 - 0 -")]
    [InlineData("in07:25 16:05", "present 07:25 16:05 0 0")]
    [InlineData("07:25 out16:05", "present 07:25 16:05 0 0")]
    [InlineData("out16:05 16:10", "needsReview - 16:10 - -")]
    [InlineData("15:00 out16:05", "present 15:00 16:05 450 0")]
    [InlineData("12:00 16:00", "present 12:00 16:00 270 0")]
    [InlineData("15:00 15:05", "present 15:00 15:05 450 55")]
    [InlineData("in15:00 15:02", "present 15:00 - 450 -")]
    [InlineData("x07:20 16:05", "needsReview - 16:05 - -")] // what was rejected is not there
    [InlineData("07:25 mid12:00", "present 07:25 - 0 -")]
    [InlineData("03:10 07:25 16:05", "present 07:25 16:05 0 0")] // what lies in no margin is no arrival
    [InlineData("16:05 mid16:10", "needsReview - 16:05 - -")]
    public void The_first_is_the_arrival_and_the_last_the_leaving(string records, string expected)
    {
        var made = records.Split(' ').Select((record, i) => Some.CheckIn(
            $"punch-{i:D4}",
            new LocalDate(2026, 4, 1) + new LocalTime(int.Parse(record[^5..^3], null), int.Parse(record[^2..], null)),
            record[..^5] switch
            {
                "in" => CheckInKind.In,
                "out" => CheckInKind.Out,
                "mid" => CheckInKind.MidDay,
                _ => CheckInKind.Punch,
            },
            record[0] == '!' ? Placement.Outside : Placement.Inside)).ToList();
        var rejected = made.Zip(records.Split(' ')).Where(r => r.Second[0] == 'x').Select(r => r.First.Claim.Id);

        var day = Some.Fold(
            Month, [new DayFacts(new(2026, 4, 1)) { CheckIns = made, Rejected = [.. rejected] }]).Days[0];

        Assert.Equal(expected, $"{Small(day.Status)} {Wall(day.FirstIn)} {Wall(day.LastOut)} "
            + $"{day.LateMinutes?.ToString() ?? "-"} {day.EarlyMinutes?.ToString() ?? "-"}");
        Assert.Equal(made.Exists(c => c.Claim.Kind == CheckInKind.Punch), day.Has(DayReason.PunchesPaired));
    }

    [Fact]
    public void On_a_day_off_the_first_is_the_arrival_and_the_last_the_leaving_too()
    {
        var saturday = new LocalDate(2026, 4, 4);
        var day = Some.Fold(
            Month,
            new[] { 11, 12, 13 }.Select(hour => Some.CheckIn(
                $"punch-{hour:D4}", saturday + new LocalTime(hour, 0), CheckInKind.Punch))).Days[3];
        Assert.Equal("dayOff 11:00 13:00", $"{Small(day.Status)} {Wall(day.FirstIn)} {Wall(day.LastOut)}");
    }

    // Where a shift follows within 90 minutes, nearness decides whose moment it is: ShiftBookTests hold it.
    [Fact]
    public void On_any_roster_punches_say_what_an_arrival_and_a_leaving_of_the_same_times_do() =>
        Always.HoldsFor(
            random =>
            {
                var whole = AnyRoster.Of(random, travels: false, ShiftBookTests.AnyMargins(random));
                var turns = whole.Turns.Aggregate(new List<AnyRoster.Turn>(), (kept, turn) =>
                    kept.Count > 0 && turn.Start < kept[^1].Start + kept[^1].Length + 90 ? kept : [.. kept, turn]);
                var roster = whole with
                {
                    Turns = turns,
                    Records =
                    [
                        .. turns.Where(_ => random.Next(5) > 0).SelectMany(turn => new[]
                        {
                            new AnyRoster.Record(
                                turn.Start + random.Next(-Math.Min(30, whole.Margins.BeforeMinutes), 30),
                                CheckInKind.In,
                                Some.Wib),
                            new AnyRoster.Record(
                                turn.Start + turn.Length
                                    + random.Next(-30, Math.Max(1, Math.Min(20, whole.Margins.AfterMinutes))),
                                CheckInKind.Out,
                                Some.Wib),
                        }),
                    ],
                };
                var punched = roster with
                {
                    Records = [.. roster.Records.Select(r => r with { Kind = CheckInKind.Punch })],
                };

                var (told, untold) = (ShiftBookTests.Days(roster), ShiftBookTests.Days(punched));

                Assert.Equal(
                    turns.Select(t => Figures(told[AnyRoster.DateOf(t)])),
                    turns.Select(t => Figures(untold[AnyRoster.DateOf(t)])));
            },
            runs: 150);

    private static (DayStatus, LocalTime?, LocalTime?, int?, int?, int?) Figures(AttendanceDay day) =>
        (day.Status, day.FirstIn, day.LastOut, day.LateMinutes, day.EarlyMinutes, day.WorkedMinutes);

    private static string Small(DayStatus status) => char.ToLowerInvariant($"{status}"[0]) + $"{status}"[1..];

    private static string Wall(LocalTime? time) => time?.ToString("HH:mm", null) ?? "-";
}
