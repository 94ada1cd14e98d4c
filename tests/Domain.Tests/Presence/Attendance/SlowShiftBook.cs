using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>
/// The rule of overlapping margins read sentence by sentence: for every record all that came before is looked through
/// again, and nothing is remembered but which shift each was given to. One zone, in order of time.
/// </summary>
internal sealed class SlowShiftBook(AnyRoster roster)
{
    private readonly List<(CheckIn CheckIn, AnyRoster.Turn? Turn)> _before = [];

    internal LocalDate DateOf(CheckIn checkIn)
    {
        var now = Minute(checkIn);
        var near = roster.Turns.Where(t => now >= t.Start - roster.Margins.BeforeMinutes
            && now < t.Start + t.Length + roster.Margins.AfterMinutes).ToList();
        AnyRoster.Turn? turn = near.Count == 0 ? null : checkIn.Claim.Kind switch
        {
            CheckInKind.In => near.MinBy(t => Math.Min(
                Math.Abs(now - t.Start), Came(t) is null ? int.MaxValue : FromLast(now, t))),
            CheckInKind.Out => Left(now, near),
            CheckInKind.Punch => Punched(now, near),
            _ => near.Where(t => Came(t) is not null && !HasLeft(t)).OrderBy(t => Came(t))
                .Select(t => (AnyRoster.Turn?)t).LastOrDefault() ?? near.MinBy(t => FromHours(now, t)),
        };
        var date = turn is { } found ? AnyRoster.DateOf(found) : Unplanned(checkIn);
        _before.Add((checkIn, turn));
        return date;
    }

    private AnyRoster.Turn Left(int now, List<AnyRoster.Turn> near)
    {
        var arrived = near.Where(t => Came(t) is not null).OrderBy(t => Came(t)).ToList();
        if (arrived.Count == 0)
        {
            var begun = near.Where(t => t.Start <= now).ToList();
            return (begun.Count == 0 ? near : begun).MinBy(t => FromEnd(now, t));
        }

        var last = arrived[^1];
        var waiting = near.Where(t => t.Start < last.Start && !HasLeft(t)
            && (Came(t) is not null || t.Start <= now) && FromEnd(now, t) <= roster.Margins.HandoverMinutes).ToList();
        return waiting.Count > 0
            ? waiting.MinBy(t => FromEnd(now, t))
            : near.Where(t => t == last || (t.Start > last.Start && t.Start <= now && Came(t) is null))
                .MinBy(t => HasLeft(t) ? Math.Min(FromEnd(now, t), FromLast(now, t)) : FromEnd(now, t));
    }

    private AnyRoster.Turn Punched(int now, List<AnyRoster.Turn> near)
    {
        var arrived = near.Where(t => Came(t) is not null).OrderBy(t => Came(t)).ToList();
        return arrived.Count == 0
            ? near.MinBy(t => Math.Abs(now - t.Start))
            : near.Where(t => t.Start >= arrived[^1].Start).MinBy(t =>
            {
                var far = t == arrived[^1] ? FromEnd(now, t) : Math.Abs(now - t.Start);
                return t == arrived[^1] ? HasLeft(t) ? Math.Min(far, FromLast(now, t)) : far
                    : Came(t) is null ? far : Math.Min(far, FromLast(now, t));
            });
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
