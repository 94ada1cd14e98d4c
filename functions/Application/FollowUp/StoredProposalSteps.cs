using Kinerja.Application.Tables;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Application.FollowUp;

/// <summary>A meeting of the assessment team, in a proposal's row.</summary>
internal sealed record StoredConsideration(
    IReadOnlyList<string> MemberIds, string HeldOn, string Advice, string Words, string RecordedById, string At,
    StoredActor? Actor = null)
{
    internal static StoredConsideration Of(Consideration meeting) => new(
        [.. meeting.Members.Select(m => m.ToString())],
        StoredValues.Text(meeting.HeldOn),
        JsonFormat.Name(meeting.Advice),
        meeting.Words,
        meeting.RecordedBy.ToString(),
        StoredValues.Text(meeting.At),
        StoredActor.Of(meeting.Actor));

    internal Consideration Read() => new(
        [.. MemberIds.Select(StoredValues.Person)],
        StoredValues.Day(HeldOn),
        StoredValues.Enum<TeamAdvice>(Advice),
        Words,
        StoredValues.Person(RecordedById),
        StoredValues.At(At))
    {
        Actor = Actor?.Read(),
    };
}

internal sealed record StoredProposalDecision(
    string DecidedById, bool Accepted, string Reason, string At, string? From = null, StoredActor? Actor = null)
{
    internal static StoredProposalDecision? Of(ProposalDecision? decision) => decision is null
        ? null
        : new(
            decision.DecidedBy.ToString(),
            decision.Accepted,
            decision.Reason,
            StoredValues.Text(decision.At),
            StoredValues.TextOrNull(decision.From),
            StoredActor.Of(decision.Actor));

    internal ProposalDecision Read() => new(
        StoredValues.Person(DecidedById), Accepted, Reason, StoredValues.DayOrNull(From), StoredValues.At(At))
    {
        Actor = Actor?.Read(),
    };
}

internal sealed record StoredOutcome(
    string Outcome, string On, string Words, string RecordedById, string At, StoredActor? Actor = null)
{
    internal static StoredOutcome Of(ProposalOutcome outcome) => new(
        JsonFormat.Name(outcome.Outcome),
        StoredValues.Text(outcome.On),
        outcome.Words,
        outcome.RecordedBy.ToString(),
        StoredValues.Text(outcome.At),
        StoredActor.Of(outcome.Actor));

    internal ProposalOutcome Read() => new(
        StoredValues.Enum<FollowUpOutcome>(Outcome),
        StoredValues.Day(On),
        Words,
        StoredValues.Person(RecordedById),
        StoredValues.At(At))
    {
        Actor = Actor?.Read(),
    };
}

internal sealed record StoredReminder(string Step, string DueOn, string At)
{
    internal static StoredReminder Of(ProposalReminder reminder) => new(
        JsonFormat.Name(reminder.Step), StoredValues.Text(reminder.DueOn), StoredValues.Text(reminder.At));

    internal ProposalReminder Read() =>
        new(StoredValues.Enum<DueStep>(Step), StoredValues.Day(DueOn), StoredValues.At(At));
}
