using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// A check-in, whether a superior rejected it, whether it lies within the margins of a shift, and whether it came
/// without a direction.
/// </summary>
internal readonly record struct DayRecord(CheckIn CheckIn, bool Rejected, bool Planned = true, bool Punched = false)
{
    internal ClientId Id => CheckIn.Claim.Id;

    internal CheckInKind Kind => CheckIn.Claim.Kind;

    internal Instant At => CheckIn.TimeThatCounts;

    internal bool Inside => CheckIn.Verdict.Placement == Placement.Inside;

    /// <summary>The punch as the arrival or the leaving that it is taken for.</summary>
    internal DayRecord As(CheckInKind kind) =>
        this with { CheckIn = CheckIn with { Claim = CheckIn.Claim with { Kind = kind } }, Punched = true };
}

/// <summary>
/// A shift of a person in time, with what was recorded for it so far: the latest arrival, the last record, and whether
/// that ended it.
/// </summary>
internal sealed record Turn(LocalDate Date, Interval Hours, DateTimeZone Zone)
{
    internal Instant? Arrived { get; private init; }

    internal bool Left { get; private init; }

    private Instant? LastAt { get; init; }

    internal Turn With(DayRecord record) => this with
    {
        Arrived = record.Kind switch
        {
            CheckInKind.In => record.At,
            CheckInKind.Punch => Arrived ?? record.At,
            _ => Arrived,
        },
        Left = record.Kind switch
        {
            CheckInKind.In => false,
            CheckInKind.Out => true,
            CheckInKind.Punch => Left || Arrived is not null,
            _ => Left,
        },
        LastAt = record.At,
    };

    internal Duration FromArrival(Instant at) =>
        Arrived is null ? Apart(at, Hours.Start) : Duration.Min(Apart(at, Hours.Start), FromLast(at));

    internal Duration FromEnd(Instant at) => Apart(at, Hours.End);

    internal Duration FromLeaving(Instant at) => Left ? Duration.Min(FromEnd(at), FromLast(at)) : FromEnd(at);

    /// <summary>None within the hours.</summary>
    internal Duration FromHours(Instant at) =>
        Hours.Contains(at) ? Duration.Zero : Duration.Min(Apart(at, Hours.Start), FromEnd(at));

    private Duration FromLast(Instant at) => Apart(at, LastAt!.Value);

    private static Duration Apart(Instant one, Instant other) => Duration.Max(one - other, other - one);
}
