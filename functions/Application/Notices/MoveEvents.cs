using System.Globalization;
using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Notices;

/// <summary>A move as each of its two agencies tells it: the same but for the agency that tells.</summary>
public sealed record PersonMovedEvent(
    AgencyId AgencyId,
    AppraisalPeriod Period,
    int Version,
    string Finality,
    AgencyId FromAgencyId,
    EmployeeId FromEmployeeId,
    AgencyId ToAgencyId,
    EmployeeId EmployeeId,
    LocalDate On,
    bool Withdrawn);

/// <summary>
/// What is told of a move: an event for each of the two agencies, and a notice to the person where he or she comes to
/// and to the superior where he or she goes from.
/// </summary>
internal static class MoveEvents
{
    internal static IReadOnlyList<OutgoingEvent> Of(MoveOfSide written)
    {
        var place = new OutboxPlace(TableNames.Moves, written.Side.ToString());
        var moved = Moved(written) with { Place = place };
        return NoticeOf(written) is { } notice ? [moved, .. NoticeEvents.Of([notice], place)] : [moved];
    }

    private static OutgoingEvent Moved(MoveOfSide written)
    {
        var (side, move, period) = (written.Side, written.Move, (AppraisalPeriod)Quarter.Of(written.Move.On));
        var on = LocalDatePattern.Iso.Format(move.On);
        var data = new PersonMovedEvent(
            side, period, move.Version, "final", move.FromAgencyId, move.FromEmployeeId, move.ToAgencyId,
            move.EmployeeId, move.On, move.Withdrawn);
        return OutgoingEvent.Make(
            side,
            period,
            string.Create(
                CultureInfo.InvariantCulture,
                $"move_{move.ToAgencyId}_{move.EmployeeId}_{on}_{move.FromAgencyId}_v{move.Version}"),
            EventTypes.PersonMoved,
            move.RecordedAt,
            data,
            JsonFormat.Default.PersonMovedEvent);
    }

    private static Notice? NoticeOf(MoveOfSide written)
    {
        var (side, move) = (written.Side, written.Move);
        var comes = side == move.ToAgencyId;
        if ((comes ? move.EmployeeId : written.Superior) is not { } told)
        {
            return null;
        }

        var code = move.Withdrawn ? NoticeCode.MoveWithdrawn
            : comes ? NoticeCode.MoveRecorded
            : NoticeCode.PersonMovesAway;
        return new(
            side,
            told,
            code,
            new NoticeSubject
            {
                EmployeeId = comes ? move.EmployeeId : move.FromEmployeeId,
                Date = move.On,
                Reference = (comes ? move.FromAgencyId : move.ToAgencyId).ToString(),
                Count = move.Version > 1 ? move.Version : null,
            },
            move.RecordedAt);
    }
}
