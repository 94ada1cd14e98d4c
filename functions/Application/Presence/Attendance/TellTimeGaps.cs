using Kinerja.Application.Events;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A year without a calendar, or a Ramadan without hours; units only where their own lack them.</summary>
public sealed record TimeMissingEvent(
    AgencyId AgencyId, AppraisalPeriod Period, int Version, Finality Finality, TimeGapKind What, LocalDate From,
    LocalDate To, IReadOnlyList<UnitId> UnitIds);

/// <summary>
/// Tells each personnel office, by an event, of years without a calendar and Ramadans without hours before they are
/// reached: on the days of <see cref="TimeGaps.ToldOn"/>, in the agency's zone. It tells and has no other effect.
/// </summary>
public sealed class TellTimeGaps(
    IAgencies agencies, AgencyDirectory register, OutboxPublisher tell, TimeProvider clock)
{
    /// <summary>All agencies; how many gaps were told. Done twice on a day it tells the same.</summary>
    public Task<int> ExecuteAsync(CancellationToken cancel) =>
        agencies.ForEachAsync("Telling what lacks in the calendar of", TellAsync, cancel);

    private async Task<int> TellAsync(Agency agency, CancellationToken cancel)
    {
        var today = clock.Now().InZone(agency.Zone).Date;
        var gaps = TimeGaps.ToldOn(await register.RulesOfAsync(agency.Id, cancel), today);
        if (gaps.Count > 0)
        {
            var at = today.AtStartOfDayInZone(agency.Zone).ToInstant();
            await tell.PublishAsync([.. gaps.Select(gap => EventOf(agency.Id, gap, today, at))], cancel);
        }

        return gaps.Count;
    }

    /// <summary>Everybody's gap and that of units are two; the day is in the id, since it is told on several.</summary>
    private static OutgoingEvent EventOf(AgencyId agency, TimeGap gap, LocalDate today, Instant at)
    {
        var period = AppraisalPeriod.OfYear(gap.From.Year);
        var whose = gap.Units.Count > 0 ? "units" : "all";
        var (from, told) = (LocalDatePattern.Iso.Format(gap.From), LocalDatePattern.Iso.Format(today));
        return OutgoingEvent.Make(
            agency,
            period,
            $"time_missing_{JsonFormat.Name(gap.Kind)}_{from}_{whose}_{told}",
            EventTypes.TimeMissing,
            at,
            new TimeMissingEvent(agency, period, 1, Finality.Open, gap.Kind, gap.From, gap.To, gap.Units),
            JsonFormat.Default.TimeMissingEvent);
    }
}
