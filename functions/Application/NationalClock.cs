using NodaTime;

namespace Kinerja.Application;

/// <summary>
/// By which clocks the national operator's days are counted: a day begins in the east (WIT) and ends in the west (WIB).
/// </summary>
internal static class NationalClock
{
    internal static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Jakarta"];

    internal static DateTimeZone East { get; } = DateTimeZoneProviders.Tzdb["Asia/Jayapura"];

    /// <summary>An agency's date, where its zone is outside the country's the nearest of the country's.</summary>
    internal static LocalDate Within(LocalDate date, Instant now) => LocalDate.Min(
        LocalDate.Max(date, now.InZone(Zone).Date), now.InZone(East).Date);
}
