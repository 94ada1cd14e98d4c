using System.Globalization;
using Kinerja.Application.Events;
using Kinerja.Application.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Objections;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Objections;

public sealed record ObjectionOverdueEvent(
    AgencyId AgencyId,
    AppraisalPeriod Period,
    int Revision,
    Finality Finality,
    ClientId ObjectionId,
    EmployeeId EmployeeId,
    ObjectionTerm Term,
    LocalDate DueOn,
    EmployeeId SuperiorId,
    EmployeeId? EscalatedToId);

public sealed record ProposalDueEvent(
    AgencyId AgencyId, AppraisalPeriod Period, int Version, Finality Finality, ProposalId ProposalId,
    EmployeeId EmployeeId, ProposalKind Kind, DueStep Step, LocalDate DueOn);

/// <summary>
/// What is told when a term is over. It is open by its nature: people act on it, and nothing has been decided.
/// </summary>
internal static class DeadlineEvents
{
    /// <summary>Everything in it comes from the objection, so that it is the same however often it is told.</summary>
    internal static OutgoingEvent Overdue(Objection marked, ObjectionTerm term, DateTimeZone zone)
    {
        var claim = marked.Claim;
        var due = ObjectionDeadlines.LastDayOf(
            marked, term) ?? throw new InvalidOperationException($"{claim.Id} has no term to be heard.");
        return OutgoingEvent.Make(
            claim.AgencyId,
            claim.Period,
            $"objection_{claim.Period}_{claim.EmployeeId}_{JsonFormat.Name(term)}_{LocalDatePattern.Iso.Format(due)}",
            EventTypes.ObjectionOverdue,
            due.PlusDays(1).AtStartOfDayInZone(zone).ToInstant(),
            new ObjectionOverdueEvent(
                claim.AgencyId,
                claim.Period,
                marked.Revision,
                Finality.Open,
                claim.Id,
                claim.EmployeeId,
                term,
                due,
                marked.SuperiorId,
                term == ObjectionTerm.Decision ? marked.Overdue?.ToId : null),
            JsonFormat.Default.ObjectionOverdueEvent);
    }

    internal static OutgoingEvent Due(Proposal reminded)
    {
        var reminder = reminded.Reminders[^1];
        var (step, due) = (JsonFormat.Name(reminder.Step), LocalDatePattern.Iso.Format(reminder.DueOn));
        return OutgoingEvent.Make(
            reminded.AgencyId,
            reminded.Basis.Period,
            string.Create(CultureInfo.InvariantCulture, $"proposal_{reminded.Id}_{step}_due_{due}"),
            EventTypes.ProposalDue,
            reminder.At,
            new ProposalDueEvent(
                reminded.AgencyId,
                reminded.Basis.Period,
                reminded.Version,
                Finality.Open,
                reminded.Id,
                reminded.EmployeeId,
                reminded.Kind,
                reminder.Step,
                reminder.DueOn),
            JsonFormat.Default.ProposalDueEvent);
    }
}
