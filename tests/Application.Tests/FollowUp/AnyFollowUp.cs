using Kinerja.Application.Events;
using Kinerja.Application.Tests.Tables;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.Tests.FollowUp;

/// <summary>Any valid value of what follows a result.</summary>
internal static class AnyFollowUp
{
    internal static GrantList GrantList(this Any any) => new(
        any.Agency(),
        any.Period(),
        1 + any.Int(9),
        any.Day(),
        any.Day(),
        new GrantTerms(any.Maybe(() => 1 + any.Int(6)), any.Maybe(any.Time), 1 + any.Int(11)),
        any.Text(),
        any.Person(),
        any.Instant());

    internal static GrantLine GrantLine(this Any any) => new(
        any.Person(),
        1 + any.Int(99_999),
        any.Enum<GrantState>(),
        [.. Enumerable.Range(0, any.Int(4)).Select(_ => any.Enum<FlexibleReason>())],
        any.Bool() ? new GrantDecision(any.Person(), any.Bool(), any.Text(), any.Instant()) : null);

    internal static Proposal Proposal(this Any any)
    {
        var (kind, period, person) = (any.Enum<ProposalKind>(), any.Period(), any.Person());
        return new Proposal(
            any.Agency(),
            ProposalId.Of(kind, period, person),
            kind,
            person,
            new ProposalBasis(
                period,
                any.Maybe(() => 1 + any.Int(9)),
                any.Maybe(any.Enum<Predicate>),
                any.Text())
            { Absence = any.Absence() },
            any.Instant())
        {
            Version = 1 + any.Int(99),
            Considerations = [.. Enumerable.Range(0, any.Int(3)).Select(_ => any.Consideration())],
            Decision = any.Bool()
                ? new ProposalDecision(any.Person(), any.Bool(), any.Text(), any.Maybe(any.Day), any.Instant())
                : null,
            Until = any.Maybe(any.Day),
            Outcomes = [.. Enumerable.Range(0, any.Int(3)).Select(_ => new ProposalOutcome(
                any.Enum<FollowUpOutcome>(), any.Day(), any.Text(), any.Person(), any.Instant()))],
            TestBy = any.Maybe(any.Day),
            Reminders = [.. Enumerable.Range(0, any.Int(3))
                .Select(_ => new ProposalReminder(any.Enum<DueStep>(), any.Day(), any.Instant()))],
            WithdrawnAt = any.Maybe(any.Instant),
            WithdrawnBecause = any.Maybe(any.Enum<WithdrawalReason>),
        };
    }

    private static AbsenceProposal? Absence(this Any any) => any.Bool()
        ? new(
            1 + any.Int(9),
            new(
                1 + any.Int(30), any.Enum<DisciplineMeasure>(), any.Maybe(() => 1 + any.Int(24)),
                any.Maybe(() => (decimal)any.Int(100)), any.Text()),
            any.Bool(),
            [.. Enumerable.Range(0, any.Int(40)).Select(_ => any.Day())],
            any.Text())
        { MinuteDays = any.Int(9) }
        : null;

    internal static OutgoingEvent News(this Any any) =>
        new(
            $"id_{any.Int(9)}",
            "type",
            any.Agency(),
            any.Period(),
            any.Instant(),
            System.Text.Encoding.UTF8.GetBytes(any.Text()))
        {
            Traceparent = any.Bool() ? any.Text() : null,
            Seal = any.Bool() ? any.Text() : null,
        };

    private static Consideration Consideration(this Any any) => new(
        [.. Enumerable.Range(0, 1 + any.Int(3)).Select(_ => any.Person())], any.Day(), any.Enum<TeamAdvice>(),
        any.Text(), any.Person(), any.Instant());
}
