using Kinerja.Application.Events;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

public sealed record PayrollClosedEvent(
    AgencyId AgencyId, AppraisalPeriod Period, int Version, string Finality, YearMonth Month, int People);

/// <summary>What is told of a closed month: that it is, and of how many people; no figure.</summary>
internal static class PayrollEvents
{
    internal static OutgoingEvent Closed(PayrollClose close, int people)
    {
        var (period, month) = (
            (AppraisalPeriod)Quarter.Of(close.Month.OnDayOfMonth(1)), YearMonthPattern.Iso.Format(close.Month));
        var data = new PayrollClosedEvent(close.AgencyId, period, 1, "final", close.Month, people);
        return OutgoingEvent.Make(
            close.AgencyId, period, $"payroll_{month}_closed", EventTypes.PayrollClosed, close.ClosedAt, data,
            JsonFormat.Default.PayrollClosedEvent);
    }
}
