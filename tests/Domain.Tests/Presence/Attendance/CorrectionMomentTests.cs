using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>
/// Of which day a correction is that names a moment: hours from 07:30 to 16:00 in Jakarta, none on Sundays.
/// </summary>
public sealed class CorrectionMomentTests
{
    [Theory]
    [InlineData("2026-04-01T00:25:00Z", null, "2026-04-01 07:25:00")]
    [InlineData("2026-04-01T00:25:00Z", "2026-04-01", "2026-04-01 07:25:00")]
    [InlineData("2026-04-01T00:25:00Z", "2026-04-02", null)]
    [InlineData("2026-04-01T00:25:00Z", "2026-03-31", null)]
    [InlineData("2026-03-31T23:50:00Z", null, "2026-04-01 06:50:00")]
    [InlineData("2026-04-05T02:00:00Z", null, "2026-04-05 09:00:00")]
    [InlineData("2026-04-05T02:00:00Z", "2026-04-05", "2026-04-05 09:00:00")]
    [InlineData("2026-04-05T02:00:00Z", "2026-04-12", null)]
    public void It_is_of_the_shift_within_whose_margins_it_lies(string at, string? date, string? expected)
    {
        var claim = new CorrectionCommand(
            Some.Client("koreksi-0001"), Some.AgencyId, Some.Person(),
            date is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value,
            CorrectionKind.Arrival, null, "Ponsel rusak.", null, Some.Person())
        {
            At = Some.At(at),
        };
        var moment = CorrectionMoment.Of(claim, Some.Timeline(Some.Employee()), Some.Rules());
        Assert.Equal(
            expected,
            moment.TryGet(out var found, out var refusal) ? $"{found.Date:uuuu-MM-dd} {found.Time:HH:mm:ss}" : null);
        Assert.Equal(expected is null ? ["/at"] : [], (refusal?.Faults ?? []).Select(fault => fault.Pointer));
    }
}
