using System.Globalization;
using Kinerja.Application.Events;
using Kinerja.Application.Notices;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Notices;
using NodaTime;

namespace Kinerja.Application.Evaluation;

public sealed record RatingLateEvent(
    AgencyId AgencyId, AppraisalPeriod Period, int Version, string Finality, EmployeeId EmployeeId, EmployeeId RaterId);

/// <summary>Who is told what of a rating; written with it, beside its row.</summary>
internal static class RatingNews
{
    /// <summary>
    /// Of a late rating the personnel office by an event, and the person and the rater of record, unless that one gave
    /// it, by notices.
    /// </summary>
    internal static IReadOnlyList<OutgoingEvent> Late(AgencyId agency, Rating rating, EmployeeId? raterOfRecord)
    {
        var told = new[] { rating.EmployeeId, raterOfRecord }.Where(one => one != rating.RaterId);
        return
        [
            Event(agency, rating) with { Place = PlaceOf(agency, rating) },
            .. Notices(agency, rating, NoticeCode.RatingCameLate, told.OfType<EmployeeId>(), null, rating.RatedAt),
        ];
    }

    /// <summary>Of a voided one the person, whoever had given it, and who is to rate anew.</summary>
    internal static IReadOnlyList<OutgoingEvent> Voided(AgencyId agency, Rating rating, RatingVoid repair) => Notices(
        agency, rating, NoticeCode.RatingVoided, [rating.EmployeeId, rating.RaterId, repair.RightRaterId],
        repair.RightRaterId, repair.At);

    private static IReadOnlyList<OutgoingEvent> Notices(
        AgencyId agency, Rating rating, NoticeCode code, IEnumerable<EmployeeId> told, EmployeeId? next, Instant at) =>
        NoticeEvents.Of(
            told.Distinct().Select(person => new Notice(
                agency,
                person,
                code,
                new()
                {
                    EmployeeId = person == rating.EmployeeId ? null : rating.EmployeeId,
                    Period = rating.Period,
                    Reference = next?.ToString(),
                    Count = rating.Version,
                },
                at)),
            PlaceOf(agency, rating));

    private static OutgoingEvent Event(AgencyId agency, Rating rating) => OutgoingEvent.Make(
        agency,
        rating.Period,
        string.Create(
            CultureInfo.InvariantCulture, $"rating_{rating.Period}_{rating.EmployeeId}_late_v{rating.Version}"),
        EventTypes.RatingLate,
        rating.RatedAt,
        new RatingLateEvent(agency, rating.Period, rating.Version, "open", rating.EmployeeId, rating.RaterId),
        JsonFormat.Default.RatingLateEvent);

    private static OutboxPlace PlaceOf(AgencyId agency, Rating rating) =>
        new(TableNames.Ratings, TableKeys.Period(agency, rating.Period));
}
