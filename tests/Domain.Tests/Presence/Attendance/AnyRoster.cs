using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>
/// A random roster of one person and check-ins around it: shifts of 4 to 24 hours that start at any minute, rests of 0
/// to 16 hours, days off between, over month ends, records in three zones. Times are minutes from a first midnight, so
/// that all of it can be moved.
/// </summary>
internal sealed record AnyRoster(
    IReadOnlyList<AnyRoster.Turn> Turns, IReadOnlyList<AnyRoster.Record> Records, ShiftMargins Margins, int Moved)
{
    internal static readonly LocalDate First = new(2026, 3, 20);
    internal static readonly LocalDate Last = new(2026, 5, 10);

    private static readonly DateTimeZone[] Zones = [Some.Wib, Some.Wita, Some.Wit];

    internal readonly record struct Turn(int Start, int Length);

    /// <summary>When, by the clock of Jakarta.</summary>
    internal readonly record struct Record(int At, CheckInKind Kind, DateTimeZone Zone);

    /// <param name="random">Where all of it comes from.</param>
    /// <param name="travels">Whether people record in other zones too.</param>
    /// <param name="margins">Around every shift.</param>
    /// <param name="step">
    /// Every time is a multiple of so many minutes from the first midnight; 15 or a part of it. With 15 equal distances
    /// abound.
    /// </param>
    internal static AnyRoster Of(Random random, bool travels, ShiftMargins margins, int step = 1)
    {
        var turns = new List<Turn>();
        for (var at = 1440 + (step * random.Next(1440 / step)); at < 38 * 1440;)
        {
            var turn = new Turn(at, 60 * random.Next(4, 25));
            turns.Add(turn);
            var next = turn.Start + turn.Length + (15 * random.Next(65)) + (random.Next(4) == 0 ? 1440 : 0);
            // The roster has one shift for a date.
            at = next / 1440 == at / 1440 ? (((at / 1440) + 1) * 1440) + (step * random.Next(600 / step)) : next;
        }

        var records = turns.SelectMany(turn => RecordsOf(turn, random, travels, step)).DistinctBy(r => r.At).ToList();
        return new AnyRoster(turns, records, margins, 0);
    }

    internal AnyRoster MovedBy(int minutes) => this with
    {
        Turns = [.. Turns.Select(t => t with { Start = t.Start + minutes })],
        Records = [.. Records.Select(r => r with { At = r.At + minutes })],
        Moved = Moved + minutes,
    };

    /// <summary>One shift for a date at most.</summary>
    internal bool Fits => Turns.CountBy(t => DateOf(t)).All(date => date.Value == 1);

    internal static LocalDate DateOf(Turn turn) => (First.AtMidnight() + Period.FromMinutes(turn.Start)).Date;

    internal WorkingTime Hours => Some.Hours with
    {
        Scheme = TimeScheme.Shift,
        Margins = Margins,
        Roster = new Roster(
            [new([Some.Person()], First.PlusDays(-40), [null])],
            [.. Turns.Select(t => new RosterChange(Some.Person(), DateOf(t), new Shift("sif", HoursOf(t))))]),
    };

    internal CheckIn[] CheckIns =>
    [
        .. Records.Select((record, i) =>
        {
            var at = (First.AtMidnight() + Period.FromMinutes(record.At)).InZoneStrictly(Some.Wib).ToInstant();
            return Some.CheckIn($"checkin-{i:D4}", at.InZone(Some.Wib).LocalDateTime, record.Kind) with
            {
                Zone = record.Zone,
                WorkDate = at.InZone(record.Zone).Date,
            };
        }),
    ];

    private static DayHours HoursOf(Turn turn)
    {
        var start = First.AtMidnight() + Period.FromMinutes(turn.Start);
        return new DayHours(start.TimeOfDay, (start + Period.FromMinutes(turn.Length)).TimeOfDay, 0);
    }

    private static IEnumerable<Record> RecordsOf(Turn turn, Random random, bool travels, int step)
    {
        int Within(int from, int to) => step * random.Next(from / step, to / step);
        var zone = travels ? Zones[random.Next(3)] : Some.Wib;
        if (random.Next(8) > 0)
        {
            yield return new Record(turn.Start + Within(-90, 60), CheckInKind.In, zone);
        }

        if (random.Next(8) > 0)
        {
            yield return new Record(turn.Start + turn.Length + Within(-60, 240), CheckInKind.Out, zone);
        }

        while (random.Next(3) == 0)
        {
            yield return new Record(
                turn.Start + Within(-600, turn.Length + 900), (CheckInKind)random.Next(5), zone);
        }
    }
}
