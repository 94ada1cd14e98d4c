using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Objections;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Objections;

/// <summary>Who objected, who is to decide, and who was told that he has not; no words of either side.</summary>
public sealed record OverdueObjectionResponse(
    EmployeeId EmployeeId, AppraisalPeriod Period, EmployeeId RaterId, EmployeeId SuperiorId,
    EmployeeId? EscalatedToId, ObjectionTerm Term, LocalDate DueOn, Instant Since)
{
    internal static OverdueObjectionResponse Of(Objection objection)
    {
        var term = objection.Overdue is null ? ObjectionTerm.Hearing : ObjectionTerm.Decision;
        return new OverdueObjectionResponse(
            objection.Claim.EmployeeId,
            objection.Claim.Period,
            objection.RaterId,
            objection.SuperiorId,
            objection.Overdue?.ToId,
            term,
            ObjectionDeadlines.LastDayOf(objection, term)!.Value,
            objection.Overdue?.Since ?? objection.HearingLapsedAt!.Value);
    }
}

public readonly struct OverdueProposalResponse(Proposal proposal)
{
    public ProposalId ProposalId => proposal.Id;
    public EmployeeId EmployeeId => proposal.EmployeeId;
    public DueStep Step => proposal.StepDue;
    public LocalDate DueOn => proposal.DueOn!.Value;
    public Instant Since => proposal.Reminders[^1].At;
}

public readonly struct OverdueListResponse(OverdueCases cases)
{
    public IReadOnlyList<OverdueObjectionResponse> Objections =>
        [.. cases.Objections.Select(OverdueObjectionResponse.Of)];
    public IReadOnlyList<OverdueProposalResponse> Proposals =>
        [.. cases.Proposals.Select(one => new OverdueProposalResponse(one))];
    public IReadOnlyList<TimeGapResponse>? Missing => TimeGapResponse.Of(cases.Missing);

    public static OverdueListResponse Of(OverdueCases cases) => new(cases);
}
