using Kinerja.Domain.Intake;
using NodaTime;

namespace Kinerja.Domain.Tests.Intake;

/// <summary>How apps write times, and what becomes of them.</summary>
public sealed class AppClockTests
{
    [Theory]
    [InlineData("dd/MM/yyyy HH:mm:ss", "Asia/Jayapura", "05/01/2026 07:31:12", "2026-01-05T07:31:12+09:00")]
    [InlineData("dd-MM-yyyy HH:mm", "Asia/Makassar", "05-01-2026 07:31", "2026-01-05T07:31:00+08:00")]
    [InlineData("yyyyMMddHHmmss", "Asia/Jakarta", "20260105073112", "2026-01-05T07:31:12+07:00")]
    [InlineData("d.M.yyyy H:mm", "Asia/Jakarta", "5.1.2026 7:31", "2026-01-05T07:31:00+07:00")]
    [InlineData("uuuu-MM-dd'T'HH:mm:ss.fff", "Asia/Jakarta", "2026-01-05T07:31:12.250", "2026-01-05T07:31:12.25+07:00")]
    [InlineData("yyyy-MM-dd HH:mm:ss", "Europe/Berlin", "2026-10-25 02:30:00", "2026-10-25T02:30:00+02:00")] // twice
    [InlineData("yyyy-MM-dd HH:mm:ss", "Europe/Berlin", "2026-03-29 02:30:00", null)] // skipped
    [InlineData("dd/MM/yyyy HH:mm:ss", "Asia/Jakarta", "01/13/2026 07:31:12", null)]
    [InlineData("dd/MM/yyyy HH:mm:ss", "Asia/Jakarta", "5/1/2026 07:31:12", null)]
    [InlineData("dd/MM/yyyy HH:mm:ss", "Asia/Jakarta", "05/01/2026 07:31:12 WIB", null)]
    [InlineData("dd/MM/yyyy HH:mm:ss", "Asia/Jakarta", "30/02/2026 07:31:12", null)]
    [InlineData("rfc3339", null, "the API's own reader judges it", "the API's own reader judges it")]
    [InlineData("unixSeconds", null, "1767573072", "2026-01-05T00:31:12Z")]
    [InlineData("unixSeconds", null, "1767573072.5", "2026-01-05T00:31:12.5Z")]
    [InlineData("unixSeconds", null, "-1", "1969-12-31T23:59:59Z")]
    [InlineData("unixMilliseconds", null, "1767573072250", "2026-01-05T00:31:12.25Z")]
    [InlineData("unixSeconds", null, "1e9", null)]
    [InlineData("unixSeconds", null, "99999999999999999999999999999", null)]
    [InlineData("unixSeconds", null, "79228162514264337593543950335", null)]
    [InlineData("unixSeconds", null, "2026-01-05", null)]
    public void A_time_is_read_by_its_format_and_zone(string format, string? zone, string text, string? ours) =>
        Assert.Equal(ours, AppClock.OfTimes(format, Zone(zone), "").Value.Read(text));

    [Theory]
    [InlineData("dd-MM-yyyy", "05-01-2026", "2026-01-05")]
    [InlineData(null, "2026-01-05", "2026-01-05")]
    [InlineData("dd-MM-yyyy", "2026-01-05", null)]
    [InlineData("dd-MM-yyyy", "31-02-2026", null)]
    public void A_date_is_read_by_its_format(string? format, string text, string? ours) =>
        Assert.Equal(ours, AppClock.OfDates(format, "").Value.Read(text));

    [Theory]
    [InlineData("dd MMMM yyyy HH:mm", "Asia/Jakarta", "/format")] // of which language?
    [InlineData("ddd dd/MM/yyyy HH:mm", "Asia/Jakarta", "/format")]
    [InlineData("hh:mm tt", "Asia/Jakarta", "/format")]
    [InlineData("dd/dd/yyyy HH:mm MM", "Asia/Jakarta", "/format")]
    [InlineData("dd/MM HH:mm", "Asia/Jakarta", "/format")] // of which year?
    [InlineData("dd/MM/yyyy", "Asia/Jakarta", "/format")] // at which hour?
    [InlineData("HH:mm:ss", "Asia/Jakarta", "/format")]
    [InlineData("RFC3339", "Asia/Jakarta", "/format")]
    [InlineData("", "Asia/Jakarta", "/format")]
    [InlineData("G", "Asia/Jakarta", "/format")]
    [InlineData("dd/MM/yyyy HH:mm:ss '", "Asia/Jakarta", "/format")]
    [InlineData("dd/MM/yyyy HH:mm:ss", null, "/zone")]
    [InlineData("rfc3339", "Asia/Jakarta", "/zone")]
    [InlineData("unixSeconds", "Asia/Jakarta", "/zone")]
    [InlineData(null, "Asia/Jakarta", "/zone")]
    public void A_format_that_says_no_one_time_is_refused(string? format, string? zone, string pointer) =>
        Assert.Equal(pointer, AppClock.OfTimes(format, Zone(zone), "").Refusal!.Faults.Single().Pointer);

    private static DateTimeZone? Zone(string? id) => id is null ? null : DateTimeZoneProviders.Tzdb[id];
}
