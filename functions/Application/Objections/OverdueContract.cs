using Kinerja.Application.Json;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Objections;
using NodaTime.Text;

namespace Kinerja.Application.Objections;

/// <summary>Who objected, who is to decide, and who was told that he has not; no words of either side.</summary>
public sealed record OverdueObjectionAnswer(
    string EmployeeId, string Period, string RaterId, string SuperiorId, string? EscalatedToId, string Term, string DueOn, string Since)
{
    internal static OverdueObjectionAnswer Of(Objection objection)
    {
        var term = objection.Overdue is null ? ObjectionTerm.Hearing : ObjectionTerm.Decision;
        return new OverdueObjectionAnswer(
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

public sealed record OverdueProposalAnswer(string ProposalId, string EmployeeId, string Step, string DueOn, string Since)
{
    internal static OverdueProposalAnswer Of(Proposal proposal) => new(
        proposal.Id.ToString(),
        proposal.EmployeeId.ToString(),
        JsonFormat.Name(proposal.StepDue),
        LocalDatePattern.Iso.Format(proposal.DueOn!.Value),
        InstantPattern.ExtendedIso.Format(proposal.Reminders[^1].At));
}

public sealed record OverdueListAnswer(IReadOnlyList<OverdueObjectionAnswer> Objections, IReadOnlyList<OverdueProposalAnswer> Proposals)
{
    public static OverdueListAnswer Of(OverdueCases cases) =>
        new([.. cases.Objections.Select(OverdueObjectionAnswer.Of)], [.. cases.Proposals.Select(OverdueProposalAnswer.Of)]);
}
