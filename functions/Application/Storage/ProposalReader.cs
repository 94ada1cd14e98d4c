using Kinerja.Application.Contracts;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Storage;

/// <summary>A stored proposal back into the domain; what follows from the rest, such as its state, is not read.</summary>
internal static class ProposalReader
{
    internal static Proposal Read(AgencyId agency, ProposalView view) => new(
        agency,
        ProposalId.Parse(view.Id).Value,
        Enum<ProposalKind>(view.Kind),
        Person(view.EmployeeId),
        new ProposalBasis(AppraisalPeriod.Parse(view.Period).Value, view.Revision, Enum<Predicate>(view.Predicate), view.Policy),
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
    };

    private static T Enum<T>(string name)
        where T : struct, Enum => EnumNames<T>.ByName[name];

    private static EmployeeId Person(string id) => EmployeeId.Parse(id).Value;

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
