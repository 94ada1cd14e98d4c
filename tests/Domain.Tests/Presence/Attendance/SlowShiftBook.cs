using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>
/// The rule of overlapping margins read sentence by sentence: for every record all that came before is looked through
/// again, and nothing is remembered but which shift each was given to. One zone, in order of time. What was rejected is
/// given a date and leaves no other trace.
/// </summary>
internal sealed class SlowShiftBook(AnyRoster roster)
{
    private readonly List<(CheckIn CheckIn, AnyRoster.Turn? Turn)> _before = [];
    private readonly List<(ClientId Id, AnyRoster.Turn Turn)> _tied = [];
    private readonly List<(ClientId Id, AnyRoster.Turn Last, AnyRoster.Turn Since)> _unsure = [];

    /// <summary>
    /// Records that are as near to that date's shift as to another, or may be of one to which nobody came.
    /// </summary>
    internal HashSet<(LocalDate Date, ClientId Id)> Open =>
    [
        .. _tied.Select(t => (AnyRoster.DateOf(t.Turn), t.Id)),
        .. _unsure.Where(u => Came(u.Since) is null)
            .SelectMany(u => new[] { (AnyRoster.DateOf(u.Last), u.Id), (AnyRoster.DateOf(u.Since), u.Id) }),
    ];

    /// <summary>Records in no margin, by the nearest shift within twelve hours.</summary>
    internal HashSet<(LocalDate Date, ClientId Id)> Outside =>
    [
        .. from record in _before
           where record.Turn is null
           let now = Minute(record.CheckIn)
           let nearest = roster.Turns.MinBy(t => FromHours(now, t))
           where FromHours(now, nearest) <= 720
           select (AnyRoster.DateOf(nearest), record.CheckIn.Claim.Id),
    ];

    internal LocalDate DateOf(CheckIn checkIn, bool rejected = false)
    {
        var now = Minute(checkIn);
        var near = roster.Turns.Where(t => now >= t.Start - roster.Margins.BeforeMinutes
            && now < t.Start + t.Length + roster.Margins.AfterMinutes).ToList();
        var (tied, unsure) = (_tied.Count, _unsure.Count);
        AnyRoster.Turn? turn = near.Count == 0 ? null : checkIn.Claim.Kind switch
        {
            CheckInKind.In => Nearest(checkIn, near, t => Math.Min(
                Math.Abs(now - t.Start), Came(t) is null ? int.MaxValue : FromLast(now, t))),
            CheckInKind.Out => Left(checkIn, now, near),
            CheckInKind.Punch => Punched(checkIn, now, near),
            _ => near.Where(t => Came(t) is not null && !HasLeft(t)).OrderBy(t => Came(t))
                .Select(t => (AnyRoster.Turn?)t).LastOrDefault() ?? Nearest(checkIn, near, t => FromHours(now, t)),
        };
        var date = turn is { } found ? AnyRoster.DateOf(found) : Unplanned(checkIn);
        if (rejected)
        {
            _tied.RemoveRange(tied, _tied.Count - tied);
            _unsure.RemoveRange(unsure, _unsure.Count - unsure);
        }
        else
        {
            _before.Add((checkIn, turn));
        }

        return date;
    }

    private AnyRoster.Turn Left(CheckIn checkIn, int now, List<AnyRoster.Turn> near)
    {
        var arrived = near.Where(t => Came(t) is not null).OrderBy(t => Came(t)).ToList();
        if (arrived.Count == 0)
        {
            var begun = near.FindAll(t => t.Start <= now);
            return Nearest(checkIn, begun.Count == 0 ? near : begun, t => FromEnd(now, t));
        }

        var last = arrived[^1];
        var waiting = near.Where(t => t.Start < last.Start && !HasLeft(t)
            && (Came(t) is not null || t.Start <= now) && FromEnd(now, t) <= roster.Margins.HandoverMinutes).ToList();
        if (waiting.Count > 0)
        {
            return waiting.MinBy(t => FromEnd(now, t));
        }

        var since = near.FindAll(t => t.Start > last.Start && t.Start <= now && Came(t) is null);
        _unsure.AddRange(since.Select(t => (checkIn.Claim.Id, last, t)));
        return Nearest(
            checkIn,
            [last, .. since],
            t => HasLeft(t) ? Math.Min(FromEnd(now, t), FromLast(now, t)) : FromEnd(now, t));
    }

    private AnyRoster.Turn Punched(CheckIn checkIn, int now, List<AnyRoster.Turn> near)
    {
        var arrived = near.Where(t => Came(t) is not null).OrderBy(t => Came(t)).ToList();
        return arrived.Count == 0
            ? Nearest(checkIn, near, t => Math.Abs(now - t.Start))
            : Nearest(checkIn, near.FindAll(t => t.Start >= arrived[^1].Start), t =>
            {
                var far = t == arrived[^1] ? FromEnd(now, t) : Math.Abs(now - t.Start);
                return t == arrived[^1] ? HasLeft(t) ? Math.Min(far, FromLast(now, t)) : far
                    : Came(t) is null ? far : Math.Min(far, FromLast(now, t));
            });
    }

    /// <summary>The first of the nearest; where there are several it stays open.</summary>
    private AnyRoster.Turn Nearest(CheckIn checkIn, List<AnyRoster.Turn> turns, Func<AnyRoster.Turn, int> distance)
    {
        var nearest = turns.FindAll(t => turns.TrueForAll(other => distance(t) <= distance(other)));
        _tied.AddRange(nearest.Count == 1 ? [] : nearest.Select(t => (checkIn.Claim.Id, t)));
        return nearest[0];
    }

    private LocalDate Unplanned(CheckIn checkIn)
    {
        CheckIn? begun = null;
        foreach (var (record, turn) in _before.Append((checkIn, null)))
        {
            var begins = record.Claim.Kind == CheckInKind.In || (record.Claim.Kind == CheckInKind.Punch
                && (begun is null || Minute(record) - Minute(begun) > 1440));
            begun = turn is not null ? null : begins ? record : begun;
        }

        return begun is not null && Minute(checkIn) - Minute(begun) <= 1440 ? begun.WorkDate : checkIn.WorkDate;
    }

    private List<CheckIn> Of(AnyRoster.Turn turn) => [.. _before.Where(b => b.Turn == turn).Select(b => b.CheckIn)];

    private int FromLast(int now, AnyRoster.Turn turn) => now - Minute(Of(turn)[^1]);

    /// <summary>The latest arrival for it, else the first punch.</summary>
    private int? Came(AnyRoster.Turn turn) =>
        (Of(turn).LastOrDefault(c => c.Claim.Kind == CheckInKind.In)
            ?? Of(turn).Find(c => c.Claim.Kind == CheckInKind.Punch)) is { } arrival ? Minute(arrival) : null;

    /// <summary>A punch leaves when somebody came before it.</summary>
    private bool HasLeft(AnyRoster.Turn turn)
    {
        var moves = Of(turn).FindAll(c => c.Claim.Kind is CheckInKind.In or CheckInKind.Out or CheckInKind.Punch);
        var first = moves.FindIndex(c => c.Claim.Kind is CheckInKind.In or CheckInKind.Punch);
        return moves.Where((c, i) => i != first || c.Claim.Kind == CheckInKind.In).LastOrDefault()?.Claim.Kind
            is CheckInKind.Out or CheckInKind.Punch;
    }

    private static int FromHours(int now, AnyRoster.Turn turn) => now >= turn.Start && now < turn.Start + turn.Length
        ? 0
        : Math.Min(Math.Abs(now - turn.Start), FromEnd(now, turn));

    private static int FromEnd(int now, AnyRoster.Turn turn) => Math.Abs(now - turn.Start - turn.Length);

    private static int Minute(CheckIn checkIn) => (int)(
        checkIn.TimeThatCounts - AnyRoster.First.AtStartOfDayInZone(Some.Wib).ToInstant()).TotalMinutes;
}
