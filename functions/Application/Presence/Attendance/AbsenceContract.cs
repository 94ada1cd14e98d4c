using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>What a year's absences would propose, with the days it rests on; people decide.</summary>
public readonly struct AbsenceProposalResponse(AbsenceProposal proposal)
{
    public int Tier => proposal.Tier;
    public DisciplineMeasure Measure => proposal.Step.Measure;
    public int? Months => proposal.Step.Months;
    public decimal? Percent => proposal.Step.Percent;
    public string Article => proposal.Step.Article;
    public bool InARow => proposal.InARow;
    public IReadOnlyList<LocalDate> Evidence => proposal.Evidence;
    public int? MinuteDays => proposal.MinuteDays > 0 ? proposal.MinuteDays : null;
    public string Policy => proposal.Policy;

    internal static AbsenceProposalResponse? Of(AbsenceProposal? proposal) =>
        proposal is null ? null : new AbsenceProposalResponse(proposal);
}

public readonly struct AbsenceResponse(AbsenceYear year)
{
    public EmployeeId EmployeeId => year.EmployeeId;
    public int Year => year.Year;
    public int CountedDays => year.CountedDays;
    public IReadOnlyList<LocalDate> AbsentDays => year.AbsentDays;
    public IReadOnlyList<LocalDate> UndecidedDays => year.UndecidedDays;
    public int? MinuteDays => year.MinuteDays > 0 ? year.MinuteDays : null;
    public int LongestRunDays => year.LongestRunDays;
    public AbsenceProposalResponse? Proposal => AbsenceProposalResponse.Of(year.Proposal);
    public NoProposalReason? NoProposal => year.NoProposal;

    public static AbsenceResponse Of(AbsenceYear year) => new(year);
}
