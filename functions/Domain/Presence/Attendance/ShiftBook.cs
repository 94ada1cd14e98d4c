using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Gives each record of a person to the shift it was made for. A shift lies in time by the clock of the place where the
/// person arrived for it, before that by the clock of the record's place, and takes what lies within its margins
/// (<see cref="ShiftMargins"/>). Where margins of several shifts overlap, kind and order decide:
/// <list type="bullet">
/// <item>An arrival goes to the nearest of the starts; a shift that was arrived for is also as near as its last
/// record, so that whoever comes back comes back to it.</item>
/// <item>A leaving ends the shift arrived for last, unless an earlier one waits for its leaving and its end lies within
/// the handover. Has another shift started since to which nobody came, the nearest end decides.</item>
/// <item>A punch ends the shift arrived for last, unless the start of a later one is nearer than that end.</item>
/// <item>Any other record goes to the shift that was arrived for last and not left, else to the nearest hours.</item>
/// </list>
/// Equal distances, and a leaving that may be of a shift without an arrival, stay open: both days say so, and neither
/// is a day of absence. What lies in no margin stands under its own date, a leaving under that of the arrival before; a
/// shift within twelve hours of it to which nobody came is no day of absence by it either. A record that was rejected
/// stands where it would and changes nothing for any other.
/// </summary>
internal sealed class ShiftBook
{
    /// <summary>A shift of at most a day and its margins reach so far beside the date on which it starts.</summary>
    private const int DaysBefore = 3, DaysAfter = 1;

    private static readonly Duration LongestUnplanned = Duration.FromHours(24);
    private static readonly Duration NearAShift = Duration.FromHours(12);

    private readonly Func<LocalDate, DayPlan> _planOn;
    private readonly Dictionary<(LocalDate, DateTimeZone), Interval?> _hours = [];
    private readonly Dictionary<LocalDate, Turn> _turns = [];
    private readonly List<(LocalDate Date, DayRecord Record)> _given = [];
    private readonly List<(LocalDate Date, DayRecord Record)> _outside = [];
    private readonly List<OpenRecord> _open = [];
    private (LocalDate Date, Instant At)? _unplanned;

    /// <param name="records">Of one person, in any order.</param>
    /// <param name="planOn">What a date asks of the person.</param>
    internal ShiftBook(IEnumerable<DayRecord> records, Func<LocalDate, DayPlan> planOn)
    {
        _planOn = planOn;
        foreach (var record in records.OrderBy(r => r.At).ThenBy(r => r.Kind).ThenBy(r => r.CheckIn.Claim.Id))
        {
            Give(record);
        }

        Outside = _outside.ToLookup(o => o.Date, o => o.Record);
        Given = _given.GroupBy(g => g.Date, g => g.Record)
            .SelectMany(day => PunchRules.Directed([.. day], planOn(day.Key)).Select(record => (day.Key, record)))
            .ToLookup(g => g.Key, g => g.record);
        Open = _open.Where(o => _turns.GetValueOrDefault(o.Unless)?.Arrived is null)
            .SelectMany(o => o.Dates.Select(date => (Date: date, o.Id))).Distinct().ToLookup(o => o.Date, o => o.Id);
    }

    /// <summary>By the date on which the shift starts, in order of time.</summary>
    internal ILookup<LocalDate, DayRecord> Given { get; }

    /// <summary>Records that may be of that date's shift or of another; kind and order do not say.</summary>
    internal ILookup<LocalDate, ClientId> Open { get; }

    /// <summary>Records in no margin, by the date of the shift that they are nearest to.</summary>
    internal ILookup<LocalDate, DayRecord> Outside { get; }

    private void Give(DayRecord record)
    {
        var near = Near(record, (turn, hours) => _planOn(turn).Time.Margins.Around(hours).Contains(record.At));
        if (near.Count == 0)
        {
            GiveOutside(record);
            return;
        }

        var date = record.Kind switch
        {
            CheckInKind.In => Nearest(record, near, turn => turn.FromArrival(record.At)),
            CheckInKind.Out => Left(record, near),
            CheckInKind.Punch => Punched(record, near),
            CheckInKind.MidDay or CheckInKind.SpotCheck => Current(near)?.Date
                ?? Nearest(record, near, turn => turn.FromHours(record.At)),
        };
        _given.Add((date, record));
        if (!record.Rejected)
        {
            _unplanned = null;
            _turns[date] = near.Find(turn => turn.Date == date)!.With(record);
        }
    }

    /// <summary>The shifts that are near it in that sense, in order of date.</summary>
    private List<Turn> Near(DayRecord record, Func<LocalDate, Interval, bool> isNear)
    {
        var near = new List<Turn>();
        for (var n = -DaysBefore; n <= DaysAfter; n++)
        {
            var date = record.CheckIn.WorkDate.PlusDays(n);
            var turn = _turns.GetValueOrDefault(date);
            var zone = turn is { Arrived: not null } ? turn.Zone : record.CheckIn.Zone;
            if (Hours(date, zone) is { } hours && isNear(date, hours))
            {
                near.Add((turn ?? new Turn(date, hours, zone)) with { Hours = hours, Zone = zone });
            }
        }

        return near;
    }

    private Interval? Hours(LocalDate date, DateTimeZone zone) => _hours.TryGetValue((date, zone), out var hours)
        ? hours
        : _hours[(date, zone)] = _planOn(date).Hours?.On(date, zone);

    private LocalDate Left(DayRecord record, List<Turn> near)
    {
        var started = near.FindAll(turn => turn.Arrived is not null || turn.Hours.Start <= record.At);
        var last = started.Where(turn => turn.Arrived is not null).MaxBy(turn => turn.Arrived);
        if (last is null)
        {
            return Nearest(record, started.Count == 0 ? near : started, turn => turn.FromEnd(record.At));
        }

        var waiting = started.Where(turn => turn.Date < last.Date && !turn.Left
                && turn.FromEnd(record.At) <= _planOn(turn.Date).Time.Margins.Handover)
            .MinBy(turn => turn.FromEnd(record.At));
        if (waiting is not null)
        {
            return waiting.Date;
        }

        var since = started.FindAll(turn => turn.Date > last.Date && turn.Arrived is null);
        var date = Nearest(record, [last, .. since], turn => turn.FromLeaving(record.At));
        foreach (var turn in since)
        {
            StaysOpen(record, turn.Date, [last.Date, turn.Date]);
        }

        return date;
    }

    private LocalDate Punched(DayRecord record, List<Turn> near)
    {
        var last = near.Where(turn => turn.Arrived is not null).MaxBy(turn => turn.Arrived);
        return last is null
            ? Nearest(record, near, turn => turn.FromArrival(record.At))
            : Nearest(
                record,
                near.FindAll(turn => turn.Date >= last.Date),
                turn => turn == last ? turn.FromLeaving(record.At) : turn.FromArrival(record.At));
    }

    private static Turn? Current(List<Turn> near) =>
        near.Where(turn => turn is { Arrived: not null, Left: false }).MaxBy(turn => turn.Arrived);

    /// <summary>Of equal distances the first date; that it stays open is kept.</summary>
    private LocalDate Nearest(DayRecord record, List<Turn> turns, Func<Turn, Duration> distance)
    {
        var least = turns.Min(distance);
        var nearest = turns.FindAll(turn => distance(turn) == least).ConvertAll(turn => turn.Date);
        if (nearest.Count > 1)
        {
            StaysOpen(record, LocalDate.MaxIsoValue, nearest);
        }

        return nearest[0];
    }

    /// <summary>Work that nobody planned, such as overtime on a day off, may pass midnight too.</summary>
    private void GiveOutside(DayRecord record)
    {
        var own = record.CheckIn.WorkDate;
        var goesOn = _unplanned is { } last && record.At - last.At <= LongestUnplanned;
        var begins = record.Kind == CheckInKind.In || (record.Kind == CheckInKind.Punch && !goesOn);
        if (begins && !record.Rejected)
        {
            _unplanned = (own, record.At);
        }

        var date = goesOn && !begins ? _unplanned!.Value.Date : own;
        _given.Add((date, record with { Planned = false }));
        var near = Near(record, (_, _) => true).MinBy(turn => turn.FromHours(record.At));
        if (near is not null && near.FromHours(record.At) <= NearAShift && !record.Rejected)
        {
            _outside.Add((near.Date, record));
        }
    }

    private void StaysOpen(DayRecord record, LocalDate unless, List<LocalDate> dates)
    {
        if (!record.Rejected)
        {
            _open.Add(new OpenRecord(record.Id, unless, dates));
        }
    }

    /// <summary>A record that may be of any of these dates, unless somebody arrived for that one after all.</summary>
    private sealed record OpenRecord(ClientId Id, LocalDate Unless, List<LocalDate> Dates);
}
