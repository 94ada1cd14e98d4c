using Kinerja.Domain.Presence.Attendance;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>What a year's absences would propose, with the days it rests on; people decide.</summary>
public sealed record AbsenceProposalResponse(string Tier, string Article, bool InARow, IReadOnlyList<string> Evidence)
{
    internal static AbsenceProposalResponse? Of(AbsenceProposal? proposal) => proposal is null
        ? null
        : new(
            JsonFormat.Name(proposal.Tier),
            proposal.Article,
            proposal.InARow,
            [.. proposal.Evidence.Select(LocalDatePattern.Iso.Format)]);
}

public sealed record AbsenceResponse(
    string EmployeeId,
    int Year,
    int CountedDays,
    IReadOnlyList<string> AbsentDays,
    IReadOnlyList<string> UndecidedDays,
    int LongestRunDays,
    AbsenceProposalResponse? Proposal)
{
    public static AbsenceResponse Of(AbsenceYear year) => new(
        year.EmployeeId.ToString(),
        year.Year,
        year.AbsentDays.Count,
        [.. year.AbsentDays.Select(LocalDatePattern.Iso.Format)],
        [.. year.UndecidedDays.Select(LocalDatePattern.Iso.Format)],
        year.LongestRunDays,
        AbsenceProposalResponse.Of(year.Proposal));
}
