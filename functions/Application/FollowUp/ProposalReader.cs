using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.FollowUp;

/// <summary>A stored proposal back into the domain; what follows from the rest, such as its state, is not read.</summary>
internal static class ProposalReader
{
    internal static Proposal Read(AgencyId agency, StoredProposal view) => new(
        agency,
        ProposalId.Parse(view.Id).Value,
        Enum<ProposalKind>(view.Kind),
        Person(view.EmployeeId),
        new ProposalBasis(
            AppraisalPeriod.Parse(view.Period).Value, view.Revision, view.Predicate is { } predicate ? Enum<Predicate>(predicate) : null, view.Policy)
        { Absence = Absence(view.Absence) },
        At(view.RaisedAt))
    {
        Version = view.Version,
        Considerations = [.. view.Considerations.Select(c => new Consideration(
            [.. c.MemberIds.Select(Person)], Day(c.HeldOn), Enum<TeamAdvice>(c.Advice), c.Words, Person(c.RecordedById), At(c.At)))],
        Decision = view.Decision is { } d
            ? new ProposalDecision(Person(d.DecidedById), d.Accepted, d.Reason, d.From is { } from ? Day(from) : null, At(d.At))
            : null,
        Until = view.Until is { } until ? Day(until) : null,
        Outcomes = [.. view.Outcomes.Select(o => new ProposalOutcome(
            Enum<FollowUpOutcome>(o.Outcome), Day(o.On), o.Words, Person(o.RecordedById), At(o.At)))],
        TestBy = view.TestBy is { } test ? Day(test) : null,
        Reminders = [.. (view.Reminders ?? []).Select(r => new ProposalReminder(Enum<DueStep>(r.Step), Day(r.DueOn), At(r.At)))],
        WithdrawnAt = view.WithdrawnAt is { } at ? At(at) : null,
        WithdrawnBecause = view.WithdrawnBecause is { } because ? Enum<WithdrawalReason>(because) : null,
    };

    private static AbsenceProposal? Absence(AbsenceProposalResponse? view) => view is null
        ? null
        : new(Enum<AbsenceTier>(view.Tier), view.Article, view.InARow, [.. view.Evidence.Select(Day)]);

    private static T Enum<T>(string name)
        where T : struct, Enum => EnumNames<T>.ByName[name];

    private static EmployeeId Person(string id) => EmployeeId.Parse(id).Value;

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
