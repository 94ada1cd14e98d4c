using Kinerja.Application.Json;
using Kinerja.Domain.Presence.Attendance;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>What a year's absences would propose, with the days it rests on; people decide.</summary>
public sealed record AbsenceProposalAnswer(string Tier, string Article, bool InARow, IReadOnlyList<string> Evidence)
{
    internal static AbsenceProposalAnswer? Of(AbsenceProposal? proposal) => proposal is null
        ? null
        : new(JsonFormat.Name(proposal.Tier), proposal.Article, proposal.InARow, [.. proposal.Evidence.Select(LocalDatePattern.Iso.Format)]);
}

public sealed record AbsenceAnswer(
    string EmployeeId,
    int Year,
    int CountedDays,
    IReadOnlyList<string> AbsentDays,
    IReadOnlyList<string> UndecidedDays,
    int LongestRunDays,
    AbsenceProposalAnswer? Proposal)
{
    public static AbsenceAnswer Of(AbsenceYear year) => new(
        year.EmployeeId.ToString(),
        year.Year,
        year.AbsentDays.Count,
        [.. year.AbsentDays.Select(LocalDatePattern.Iso.Format)],
        [.. year.UndecidedDays.Select(LocalDatePattern.Iso.Format)],
        year.LongestRunDays,
        AbsenceProposalAnswer.Of(year.Proposal));
}
