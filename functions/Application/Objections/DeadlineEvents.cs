using System.Globalization;
using Kinerja.Application.Events;
using Kinerja.Application.FollowUp;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Objections;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Objections;

public sealed record ObjectionOverdueEvent(
    string AgencyId,
    string Period,
    int Revision,
    string Finality,
    string ObjectionId,
    string EmployeeId,
    string Term,
    string DueOn,
    string SuperiorId,
    string? EscalatedToId);

public sealed record ProposalDueEvent(
    string AgencyId, string Period, int Version, string Finality, string ProposalId, string EmployeeId, string Kind,
    string Step, string DueOn);

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
        var name = JsonFormat.Name(term);
        return OutgoingEvent.Make(
            claim.AgencyId,
            claim.Period,
            $"objection_{claim.Period}_{claim.EmployeeId}_{name}_{LocalDatePattern.Iso.Format(due)}",
            EventTypes.ObjectionOverdue,
            due.PlusDays(1).AtStartOfDayInZone(zone).ToInstant(),
            new ObjectionOverdueEvent(
                claim.AgencyId.ToString(),
                claim.Period.ToString(),
                marked.Revision,
                JsonFormat.Name(Finality.Open),
                claim.Id.ToString(),
                claim.EmployeeId.ToString(),
                name,
                LocalDatePattern.Iso.Format(due),
                marked.SuperiorId.ToString(),
                term == ObjectionTerm.Decision ? marked.Overdue?.To?.ToString() : null),
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
                reminded.AgencyId.ToString(),
                reminded.Basis.Period.ToString(),
                reminded.Version,
                JsonFormat.Name(Finality.Open),
                reminded.Id.ToString(),
                reminded.EmployeeId.ToString(),
                JsonFormat.Name(reminded.Kind),
                step,
                due),
            JsonFormat.Default.ProposalDueEvent);
    }
}
