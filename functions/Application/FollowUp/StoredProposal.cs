using System.Text.Json;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.FollowUp;

/// <summary>
/// A proposal as it stands in its row, with who did what when. What follows from the rest, such as its state, is not in
/// it.
/// </summary>
internal sealed record StoredProposal(
    string Id,
    string Kind,
    string EmployeeId,
    string Period,
    string Policy,
    string RaisedAt,
    int Version = 1,
    int? Revision = null,
    string? Predicate = null,
    StoredAbsence? Absence = null,
    IReadOnlyList<StoredConsideration>? Considerations = null,
    StoredProposalDecision? Decision = null,
    string? Until = null,
    string? TestBy = null,
    IReadOnlyList<StoredOutcome>? Outcomes = null,
    IReadOnlyList<StoredReminder>? Reminders = null,
    string? WithdrawnAt = null,
    string? WithdrawnBecause = null,
    StoredActor? Actor = null)
{
    internal static byte[] Write(Proposal proposal) => JsonSerializer.SerializeToUtf8Bytes(
        new(
            proposal.Id.ToString(),
            JsonFormat.Name(proposal.Kind),
            proposal.EmployeeId.ToString(),
            proposal.Basis.Period.ToString(),
            proposal.Basis.PolicyVersion,
            StoredValues.Text(proposal.RaisedAt),
            proposal.Version,
            proposal.Basis.Revision,
            StoredValues.TextOrNull(proposal.Basis.Predicate),
            StoredAbsence.Of(proposal.Basis.Absence),
            [.. proposal.Considerations.Select(StoredConsideration.Of)],
            StoredProposalDecision.Of(proposal.Decision),
            StoredValues.TextOrNull(proposal.Until),
            StoredValues.TextOrNull(proposal.TestBy),
            [.. proposal.Outcomes.Select(StoredOutcome.Of)],
            [.. proposal.Reminders.Select(StoredReminder.Of)],
            proposal.WithdrawnAt is { } at ? StoredValues.Text(at) : null,
            StoredValues.TextOrNull(proposal.WithdrawnBecause),
            StoredActor.Of(proposal.Actor)),
        StoredJson.Default.StoredProposal);

    internal static Proposal Read(AgencyId agency, byte[] json)
    {
        var stored = JsonSerializer.Deserialize(json, StoredJson.Default.StoredProposal)!;
        return new Proposal(
            agency,
            ProposalId.Parse(stored.Id).Value,
            StoredValues.Enum<ProposalKind>(stored.Kind),
            StoredValues.Person(stored.EmployeeId),
            new ProposalBasis(
                AppraisalPeriod.Parse(stored.Period).Value,
                stored.Revision,
                StoredValues.EnumOrNull<Predicate>(stored.Predicate),
                stored.Policy)
            { Absence = stored.Absence?.Read() },
            StoredValues.At(stored.RaisedAt))
        {
            Version = stored.Version,
            Actor = stored.Actor?.Read(),
            Considerations = [.. (stored.Considerations ?? []).Select(c => c.Read())],
            Decision = stored.Decision?.Read(),
            Until = StoredValues.DayOrNull(stored.Until),
            TestBy = StoredValues.DayOrNull(stored.TestBy),
            Outcomes = [.. (stored.Outcomes ?? []).Select(o => o.Read())],
            Reminders = [.. (stored.Reminders ?? []).Select(r => r.Read())],
            WithdrawnAt = StoredValues.AtOrNull(stored.WithdrawnAt),
            WithdrawnBecause = StoredValues.EnumOrNull<WithdrawalReason>(stored.WithdrawnBecause),
        };
    }
}

/// <summary>The days of absence that raised a proposal.</summary>
internal sealed record StoredAbsence(
    int Tier,
    int Days,
    string Measure,
    string Article,
    bool InARow,
    IReadOnlyList<string> Evidence,
    string Policy,
    int? Months = null,
    decimal? Percent = null,
    int MinuteDays = 0)
{
    internal static StoredAbsence? Of(AbsenceProposal? absence) => absence is not { Step: var step }
        ? null
        : new(
            absence.Tier,
            step.Days,
            JsonFormat.Name(step.Measure),
            step.Article,
            absence.InARow,
            [.. absence.Evidence.Select(StoredValues.Text)],
            absence.Policy,
            step.Months,
            step.Percent,
            absence.MinuteDays);

    internal AbsenceProposal Read() => new(
        Tier,
        new(Days, StoredValues.Enum<DisciplineMeasure>(Measure), Months, Percent, Article),
        InARow,
        [.. Evidence.Select(StoredValues.Day)],
        Policy)
    {
        MinuteDays = MinuteDays,
    };
}
