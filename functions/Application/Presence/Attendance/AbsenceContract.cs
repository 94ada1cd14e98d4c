using Kinerja.Domain.Presence.Attendance;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>What a year's absences would propose, with the days it rests on; people decide.</summary>
public sealed record AbsenceProposalResponse(
    int Tier,
    string Measure,
    int? Months,
    decimal? Percent,
    string Article,
    bool InARow,
    IReadOnlyList<string> Evidence,
    int? MinuteDays,
    string Policy)
{
    internal static AbsenceProposalResponse? Of(AbsenceProposal? proposal) => proposal is null
        ? null
        : new(
            proposal.Tier,
            JsonFormat.Name(proposal.Step.Measure),
            proposal.Step.Months,
            proposal.Step.Percent,
            proposal.Step.Article,
            proposal.InARow,
            [.. proposal.Evidence.Select(LocalDatePattern.Iso.Format)],
            proposal.MinuteDays > 0 ? proposal.MinuteDays : null,
            proposal.Policy);
}

public sealed record AbsenceResponse(
    string EmployeeId,
    int Year,
    int CountedDays,
    IReadOnlyList<string> AbsentDays,
    IReadOnlyList<string> UndecidedDays,
    int? MinuteDays,
    int LongestRunDays,
    AbsenceProposalResponse? Proposal,
    string? NoProposal)
{
    public static AbsenceResponse Of(AbsenceYear year) => new(
        year.EmployeeId.ToString(),
        year.Year,
        year.CountedDays,
        [.. year.AbsentDays.Select(LocalDatePattern.Iso.Format)],
        [.. year.UndecidedDays.Select(LocalDatePattern.Iso.Format)],
        year.MinuteDays > 0 ? year.MinuteDays : null,
        year.LongestRunDays,
        AbsenceProposalResponse.Of(year.Proposal),
        year.NoProposal is { } why ? JsonFormat.Name(why) : null);
}
