using Kinerja.Application.Events;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

public sealed record PayrollClosedEvent(
    string AgencyId, string Period, int Version, string Finality, string Month, int People);

/// <summary>What is told of a closed month: that it is, and of how many people; no figure.</summary>
internal static class PayrollEvents
{
    internal static OutgoingEvent Closed(PayrollClose close, int people)
    {
        var (period, month) = (
            (AppraisalPeriod)Quarter.Of(close.Month.OnDayOfMonth(1)), YearMonthPattern.Iso.Format(close.Month));
        var data = new PayrollClosedEvent(close.AgencyId.ToString(), period.ToString(), 1, "final", month, people);
        return OutgoingEvent.Make(
            close.AgencyId, period, $"payroll_{month}_closed", EventTypes.PayrollClosed, close.ClosedAt, data,
            JsonFormat.Default.PayrollClosedEvent);
    }
}
