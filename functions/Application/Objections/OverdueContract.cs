using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Objections;
using NodaTime.Text;

namespace Kinerja.Application.Objections;

/// <summary>Who objected, who is to decide, and who was told that he has not; no words of either side.</summary>
public sealed record OverdueObjectionResponse(
    string EmployeeId, string Period, string RaterId, string SuperiorId, string? EscalatedToId, string Term,
    string DueOn, string Since)
{
    internal static OverdueObjectionResponse Of(Objection objection)
    {
        var term = objection.Overdue is null ? ObjectionTerm.Hearing : ObjectionTerm.Decision;
        return new OverdueObjectionResponse(
            objection.Claim.EmployeeId.ToString(),
            objection.Claim.Period.ToString(),
            objection.RaterId.ToString(),
            objection.SuperiorId.ToString(),
            objection.Overdue?.To?.ToString(),
            JsonFormat.Name(term),
            LocalDatePattern.Iso.Format(ObjectionDeadlines.LastDayOf(objection, term)!.Value),
            InstantPattern.ExtendedIso.Format(objection.Overdue?.At ?? objection.HearingLapsedAt!.Value));
    }
}

public sealed record OverdueProposalResponse(
    string ProposalId, string EmployeeId, string Step, string DueOn, string Since)
{
    internal static OverdueProposalResponse Of(Proposal proposal) => new(
        proposal.Id.ToString(),
        proposal.EmployeeId.ToString(),
        JsonFormat.Name(proposal.StepDue),
        LocalDatePattern.Iso.Format(proposal.DueOn!.Value),
        InstantPattern.ExtendedIso.Format(proposal.Reminders[^1].At));
}

public sealed record OverdueListResponse(
    IReadOnlyList<OverdueObjectionResponse> Objections,
    IReadOnlyList<OverdueProposalResponse> Proposals,
    IReadOnlyList<TimeGapResponse>? Missing)
{
    public static OverdueListResponse Of(OverdueCases cases) =>
        new(
            [.. cases.Objections.Select(OverdueObjectionResponse.Of)],
            [.. cases.Proposals.Select(OverdueProposalResponse.Of)],
            TimeGapResponse.Of(cases.Missing));
}
