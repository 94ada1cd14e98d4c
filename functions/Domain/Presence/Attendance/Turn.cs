using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>A check-in, whether a superior rejected it, and whether it lies within the margins of a shift.</summary>
internal readonly record struct DayRecord(CheckIn CheckIn, bool Rejected, bool Planned = true)
{
    internal ClientId Id => CheckIn.Claim.Id;

    internal CheckInKind Kind => CheckIn.Claim.Kind;

    internal Instant At => CheckIn.TimeThatCounts;
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
        Arrived = record.Kind == CheckInKind.In ? record.At : Arrived,
        Left = record.Kind == CheckInKind.Out || (Left && record.Kind != CheckInKind.In),
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

    private static Duration Apart(Instant one, Instant other) => one < other ? other - one : one - other;
}
