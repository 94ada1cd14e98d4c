using Kinerja.Application.Events;
using Kinerja.Application.Notices;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Objections;
using NodaTime;

namespace Kinerja.Application.Objections;

/// <summary>Who is told what of an objection; written with it, beside its row.</summary>
internal static class ObjectionNotices
{
    /// <summary>The superior is to decide, the rater to be heard.</summary>
    internal static IReadOnlyList<OutgoingEvent> Filed(Objection filed) => Of(
        filed, NoticeCode.ObjectionFiled, [filed.SuperiorId, filed.RaterId], filed.FiledAt,
        new() { DueOn = filed.DecideBy });

    /// <summary>Both sides learn the decision; a change that decides nothing is told nobody.</summary>
    internal static IReadOnlyList<OutgoingEvent> Decided(Objection before, Objection after) =>
        after.Ruling is { } ruling && before.Ruling is null
            ? Of(
                after, NoticeCode.ObjectionDecided, [after.Claim.EmployeeId, after.RaterId], ruling.At,
                new() { Outcome = JsonFormat.Name(after.State) })
            : [];

    /// <summary>
    /// Of a hearing that is over whoever may decide now; of a decision that is overdue also the next one above and the
    /// person.
    /// </summary>
    internal static IReadOnlyList<OutgoingEvent> Overdue(Objection marked, ObjectionTerm term, DateTimeZone zone)
    {
        var due = ObjectionDeadlines.LastDayOf(marked, term)!.Value;
        EmployeeId?[] told = term == ObjectionTerm.Decision
            ? [marked.SuperiorId, marked.Overdue?.ToId, marked.Claim.EmployeeId]
            : [marked.SuperiorId];
        return Of(
            marked, NoticeCode.ObjectionOverdue, told.OfType<EmployeeId>(),
            due.PlusDays(1).AtStartOfDayInZone(zone).ToInstant(),
            new()
            {
                DueOn = due,
                Outcome = JsonFormat.Name(term),
                Date = term == ObjectionTerm.Decision && marked.Overdue?.ToId is not null
                    ? marked.PassesOn?.PlusDays(1)
                    : null,
            });
    }

    /// <summary>What those who are told of it are asked for.</summary>
    internal static NoticeMatter MatterOf(Objection objection) => NoticeMatter.Objection(
        objection.Claim.AgencyId, objection.Claim.EmployeeId, objection.Claim.Period, objection.Claim.Id.ToString());

    private static IReadOnlyList<OutgoingEvent> Of(
        Objection objection, NoticeCode code, IEnumerable<EmployeeId> told, Instant at, NoticeSubject about)
    {
        var claim = objection.Claim;
        return NoticeEvents.Of(
            told.Distinct().Select(person => new Notice(claim.AgencyId, person, code, about with
            {
                EmployeeId = claim.EmployeeId,
                Period = claim.Period,
                Reference = claim.Id.ToString(),
            }, at)),
            new OutboxPlace(TableNames.Objections, claim.AgencyId.ToString()));
    }
}
