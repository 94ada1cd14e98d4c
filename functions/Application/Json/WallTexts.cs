using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Json;

/// <summary>
/// Times by a wall clock as text. They are no values of answers: what the generator would write of them reads members
/// that are banned.
/// </summary>
internal static class WallTexts
{
    internal static string Text(this LocalTime time) => LocalTimePattern.GeneralIso.Format(time);

    /// <summary>With the zone's offset, RFC 3339.</summary>
    internal static string TextIn(this Instant at, DateTimeZone zone) =>
        OffsetDateTimePattern.Rfc3339.Format(at.InZone(zone).ToOffsetDateTime());
}
