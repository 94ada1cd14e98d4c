using System.Globalization;
using Kinerja.Domain;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application;

/// <summary>
/// One bucket of one month to be folded, with the days that had ended when it was planned: whoever takes it, whenever he
/// does, closes the same days.
/// </summary>
public sealed record CloseStep(AgencyId AgencyId, YearMonth Month, int Bucket, Instant PlannedAt)
{
    private const int SlotMinutes = 5;

    /// <summary>Made from the data; two timers in the same five minutes ask for the same, and the bus drops the second.</summary>
    public string MessageId => string.Create(
        CultureInfo.InvariantCulture,
        $"{AgencyId}_{YearMonthPattern.Iso.Format(Month)}_{Bucket:D4}_{PlannedAt.ToUnixTimeSeconds() / (60 * SlotMinutes)}");
}
